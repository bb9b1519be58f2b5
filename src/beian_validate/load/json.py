"""A JSON file: one application, or an array of several."""

from collections.abc import Iterator

from beian_validate.document import Source, Unreadable, decode, read
from beian_validate.finding import Place


def split(data: bytes) -> Iterator[tuple[bytes | Source | Unreadable, int]]:
    """The applications of a file: its bytes if it holds one object, its items if it holds an array."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] != b"[":
        yield data, 1
        return
    try:
        whole = read(decode(data))
    except Unreadable as error:
        yield error, 1
        return
    yield from ((item, 1) for item in items(whole))


def items(whole: Source) -> Iterator[Source]:
    """The items of an array, each with the places it has in the file."""
    places: list[dict[str, Place]] = [{} for _ in whole.value]
    for pointer, place in whole.places.items():
        if pointer:
            index, slash, rest = pointer[1:].partition("/")
            places[int(index)][slash + rest] = place
    for position, value in enumerate(whole.value):
        prefix = f"/{position}"
        twice = tuple((p[len(prefix) :], place) for p, place in whole.duplicates if f"{p}/".startswith(f"{prefix}/"))
        yield Source(value, places[position], twice)

"""A JSONL file: one application a line."""

from collections.abc import Iterator

from beian_validate.document import Source, Unreadable, decode, read

_MARK = b"\xef\xbb\xbf"


def split(data: bytes) -> Iterator[tuple[bytes | Source | Unreadable, int]]:
    """The lines that are not blank, each with its number."""
    for number, line in enumerate(data.removeprefix(_MARK).split(b"\n"), 1):
        if line.strip():
            yield line, number


def looks_like(data: bytes) -> bool:
    """Whether the first of several lines is a whole JSON object."""
    first, _, rest = data.removeprefix(_MARK).strip().partition(b"\n")
    if not rest.strip() or first[:1] != b"{":
        return False
    try:
        read(decode(first))
    except Unreadable:
        return False
    return True

"""A JSONL file: one application a line."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from beian_validate.document import Source, Unreadable, decode, read

_MARK = b"\xef\xbb\xbf"


def split(data: bytes) -> Iterator[tuple[bytes | Source | Unreadable, int]]:
    """The lines that are not blank, each with its number."""
    yield from _filled(data.split(b"\n"))


def lines(path: Path, start: int = 0, stop: int | None = None) -> Iterator[tuple[bytes | Source | Unreadable, int]]:
    """The lines of a file that are not blank, read one by one.

    Parameters:
        start, stop: positions in bytes between which lines begin; numbers count from the first of them.
    """
    with path.open("rb") as file:
        file.seek(start)
        yield from _filled(_until(file, start, stop))


def ranges(path: Path, size: int) -> Iterator[tuple[int, int, int]]:
    """The file in ranges of about `size` bytes that end where a line ends: start, stop and number of lines."""
    with path.open("rb") as file:
        start = 0
        while block := file.read(size):
            rest = b"" if block.endswith(b"\n") else file.readline()
            count = block.count(b"\n") + rest.count(b"\n")
            yield start, start + len(block) + len(rest), count
            start += len(block) + len(rest)


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


def _until(file: Iterable[bytes], start: int, stop: int | None) -> Iterator[bytes]:
    for line in file:
        if stop is not None and start >= stop:
            return
        start += len(line)
        yield line.removesuffix(b"\n")


def _filled(lines: Iterable[bytes]) -> Iterator[tuple[bytes | Source | Unreadable, int]]:
    for number, line in enumerate(lines, 1):
        line = line.removeprefix(_MARK) if number == 1 else line
        if line.strip():
            yield line, number

"""Read stored applications from files, folders and standard input."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from beian_validate.document import Source, Unreadable
from beian_validate.load import json as json_files
from beian_validate.load import jsonl as jsonl_files
from beian_validate.load import toml as toml_files
from beian_validate.load import yaml as yaml_files


@dataclass(frozen=True, slots=True)
class Document:
    """One stored application: where it comes from, and its JSON text or the value already read.

    Parameters:
        source: the path as it was given, `-` for standard input.
        index: position in the file, from 0.
        content: JSON bytes of one application, a value with places, or why it cannot be read.
        first_line: line of the file on which JSON bytes start.
    """

    source: str
    index: int
    content: bytes | Source | Unreadable
    first_line: int = 1


class Missing(Exception):
    """A path that does not exist, cannot be opened, or is of a kind that is not read; raised since 0.1.

    Parameters:
        path: as it was given.
        reason: `missing`, `permission`, `unsupported` or `empty-folder`.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(reason)
        self.path, self.reason = path, reason


Parts = Iterable[tuple[bytes | Source | Unreadable, int]]
READERS: Mapping[str, Callable[[bytes], Parts]] = {
    ".json": json_files.split,
    ".jsonl": jsonl_files.split,
    ".ndjson": jsonl_files.split,
    ".yaml": yaml_files.split,
    ".yml": yaml_files.split,
    ".toml": toml_files.split,
}
"""How a file is split into applications, by its suffix."""


def load(paths: Iterable[str], stdin: Callable[[], bytes] | None = None) -> Iterator[Document | Missing]:
    """The applications at the paths, in a stable order; a path that cannot be read is passed on, not raised."""
    for path in paths:
        if path == "-":
            yield from _documents("-", (stdin or _standard_input)())
        elif Path(path).is_dir():
            yield from _folder(Path(path))
        else:
            yield from _file(Path(path))


def _standard_input() -> bytes:
    return sys.stdin.buffer.read()


def _folder(folder: Path) -> Iterator[Document | Missing]:
    found = sorted(path for path in folder.rglob("*") if path.suffix.lower() in READERS and path.is_file())
    if not found:
        yield Missing(str(folder), "empty-folder")
    for path in found:
        yield from _file(path)


def _file(path: Path) -> Iterator[Document | Missing]:
    if path.suffix.lower() not in READERS and path.exists():
        yield Missing(str(path), "unsupported")
        return
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        yield Missing(str(path), "missing")
    except (OSError, ValueError):
        yield Missing(str(path), "permission")
    else:
        yield from _documents(str(path), data, path.suffix.lower())


def _documents(source: str, data: bytes, suffix: str = "") -> Iterator[Document]:
    read = READERS[suffix] if suffix else jsonl_files.split if jsonl_files.looks_like(data) else json_files.split
    for index, (content, line) in enumerate(read(data)):
        yield Document(source, index, content, line)

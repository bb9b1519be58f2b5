"""Read stored applications from files, folders and standard input."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from beian_validate.document import Source, Unreadable
from beian_validate.load import csv as csv_files
from beian_validate.load import json as json_files
from beian_validate.load import jsonl as jsonl_files
from beian_validate.load import parquet as parquet_files
from beian_validate.load import toml as toml_files
from beian_validate.load import xlsx as xlsx_files
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
        super().__init__(path, reason)
        self.path, self.reason = path, reason


Parts = Iterable[tuple[bytes | Source | Unreadable, int]]


def _whole(split: Callable[[bytes], Parts]) -> Callable[[Path], Parts]:
    return lambda path: split(path.read_bytes())


READERS: Mapping[str, Callable[[Path], Parts]] = {
    ".json": _whole(json_files.split),
    ".jsonl": jsonl_files.lines,
    ".ndjson": jsonl_files.lines,
    ".yaml": _whole(yaml_files.split),
    ".yml": _whole(yaml_files.split),
    ".toml": _whole(toml_files.split),
    ".csv": _whole(csv_files.split),
    ".xlsx": _whole(xlsx_files.split),
    ".parquet": parquet_files.split,
}
"""How a file is split into applications, by its suffix."""

SETTINGS = frozenset({"pyproject.toml", "beian-validate.toml"})
"""Files that lie beside applications without being any: passed over in folders."""


def load(paths: Iterable[str], stdin: Callable[[], bytes] | None = None) -> Iterator[Document | Missing]:
    """The applications at the paths, in a stable order; a path that cannot be read is passed on, not raised."""
    for path in files(paths):
        if isinstance(path, Missing):
            yield path
        else:
            yield from documents(path, stdin)


def files(paths: Iterable[str]) -> Iterator[str | Missing]:
    """The files at the paths: folders are searched for what can be read, hidden ones left out."""
    for path in paths:
        if path != "-" and Path(path).is_dir():
            found = sorted(file for file in Path(path).rglob("*") if _is_filing(file, Path(path)))
            yield from map(str, found) if found else (Missing(path, "empty-folder"),)
        else:
            yield path


def documents(source: str, stdin: Callable[[], bytes] | None = None) -> Iterator[Document | Missing]:
    """The applications of one file, or of standard input for `-`."""
    try:
        for index, (content, line) in enumerate(_parts(source, stdin or _standard_input)):
            yield Document(source, index, content, line)
    except FileNotFoundError:
        yield Missing(source, "missing")
    except OSError:
        yield Missing(source, "permission")
    except Missing as missing:
        yield missing


def _parts(source: str, stdin: Callable[[], bytes]) -> Parts:
    if source == "-":
        data = stdin()
        return jsonl_files.split(data) if jsonl_files.looks_like(data) else json_files.split(data)
    path = Path(source)
    if "\0" in source:
        raise Missing(source, "permission")
    if path.suffix.lower() not in READERS and path.exists():
        raise Missing(source, "unsupported")
    path.open("rb").close()
    return READERS[path.suffix.lower()](path)


def _is_filing(file: Path, folder: Path) -> bool:
    is_hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return file.suffix.lower() in READERS and file.name not in SETTINGS and not is_hidden and file.is_file()


def _standard_input() -> bytes:
    return sys.stdin.buffer.read()

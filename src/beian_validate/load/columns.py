"""Which field a column of a table means: a dotted path, a pointer, or the titles that the form shows."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations
from typing import NamedTuple

from beian_validate.schema.application import Application
from beian_validate.schema.node import Node
from beian_validate.tree import children, extra, field_at, holds_many, node_type

MANY = "*"
"""Stands in a path for the position in a list."""

_SEPARATORS = re.compile(r"\s*[./·>＞→|｜\n]\s*")
_NUMBERED = re.compile(r"(.*?)\s*(?:#?(\d{1,3})|\((\d{1,3})\))")
_PATH = re.compile(r"/?[a-z_]+(?:[./](?:[a-z_]+|\d{1,3}))*", re.ASCII)


class Column(NamedTuple):
    """A field of the application: its pointer, and whether one cell may hold several values."""

    pointer: str
    many: bool


def column(header: str, kind: type[Node] = Application) -> Column | None:
    """The field that a header names, or None; list positions count from 0 in paths and from 1 in titles."""
    text = unicodedata.normalize("NFKC", header).strip()
    return (_by_path(text, kind) if _PATH.fullmatch(text) else None) or _by_title(text, kind)


def list_of(sheet: str) -> str | None:
    """The list of the application whose items a sheet of that name holds, such as `websites`."""
    word = _folded(sheet)
    for name, _, many, *_ in children(Application):
        info = Application.model_fields[name]
        if many and word in (name, _folded(info.title or ""), _folded(str(extra(info)["x-title-en"]))):
            return name
    return None


def _by_path(text: str, kind: type[Node]) -> Column | None:
    steps: list[str] = []
    owner: type[Node] | None = kind
    parts = re.split(r"[./]", text.strip("/"))
    for position, part in enumerate(parts):
        if part.isdecimal():
            steps.append(part)
        elif owner is None or part not in owner.model_fields:
            return None
        else:
            steps.append(part)
            many, owner = holds_many(owner, part), node_type(owner, part)
            if many and owner and position + 1 < len(parts) and not parts[position + 1].isdecimal():
                steps.append("0")
    return _column(kind, tuple(steps))


def _by_title(text: str, kind: type[Node]) -> Column | None:
    titles = _titles(kind)
    if _folded(text) in titles:
        return _column(kind, _filled(titles[_folded(text)], []))
    names: list[str] = []
    numbers: list[int] = []
    for part in _SEPARATORS.split(text):
        found = _NUMBERED.fullmatch(part)
        names.append(found[1] if found else part)
        numbers += [int(found[2] or found[3]) - 1] if found else []
    path = titles.get(_folded("".join(names)))
    if path is None or len(numbers) > path.count(MANY) or min(numbers, default=0) < 0:
        return None
    return _column(kind, _filled(path, numbers))


def _filled(path: Iterable[str], numbers: list[int]) -> tuple[str, ...]:
    """The path with its list positions, the first where none is given."""
    given = iter(numbers)
    return tuple(str(next(given, 0)) if step == MANY else step for step in path)


def _column(kind: type[Node], steps: tuple[str, ...]) -> Column | None:
    pointer = "".join(f"/{step}" for step in steps)
    if field_at(kind, pointer) is None:
        return None
    owner: type[Node] | None = kind
    for step in steps[:-1]:
        owner = owner if step.isdecimal() or owner is None else node_type(owner, step)
    last = steps[-1]
    many = not last.isdecimal() and owner is not None and holds_many(owner, last)
    below = node_type(owner, last) if many and owner else None
    if below is not None:
        return Column(f"{pointer}/0/name", False) if "name" in below.model_fields else None
    if owner and not many and not last.isdecimal() and node_type(owner, last) is not None:
        return None
    return Column(pointer, many)


@cache
def _titles(kind: type[Node]) -> Mapping[str, tuple[str, ...]]:
    """Every way to name a field by titles that names no other: the whole chain, or parts of it with the last."""
    whole: dict[str, tuple[str, ...]] = {}
    parts: dict[str, set[tuple[str, ...]]] = {}
    for path, chains in _leaves(kind):
        for chain in chains:
            whole.setdefault(_folded("".join(chain)), path)
            for size in range(len(chain)):
                for some in combinations(chain[:-1], size):
                    parts.setdefault(_folded("".join((*some, chain[-1]))), set()).add(path)
    nearest = {key: min(paths, key=len) for key, paths in parts.items() if _has_nearest(paths)}
    return {**nearest, **whole}


def _has_nearest(paths: set[tuple[str, ...]]) -> bool:
    lengths = sorted(len(path) for path in paths)
    return len(lengths) == 1 or lengths[0] < lengths[1]


def _leaves(kind: type[Node]) -> Iterator[tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]]:
    """Every field with its path and its chain of titles, in Chinese and in English."""
    for name, info in kind.model_fields.items():
        titles = (str(info.title), str(extra(info)["x-title-en"]))
        below = node_type(kind, name)
        if below is None:
            yield (name,), tuple((title,) for title in titles)
            continue
        if "name" in below.model_fields and holds_many(kind, name):
            yield (name, MANY, "name"), tuple((title,) for title in titles)
        steps = (name, MANY) if holds_many(kind, name) else (name,)
        for path, chains in _leaves(below):
            yield (*steps, *path), tuple((title, *chain) for title, chain in zip(titles, chains, strict=True))


def _folded(text: str) -> str:
    return re.sub(r"[\s./·>→|]+", "", unicodedata.normalize("NFKC", text)).casefold()

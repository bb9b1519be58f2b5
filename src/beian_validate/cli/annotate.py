"""The cells of the sheets that were checked, for the annotated copy in a workbook report."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from beian_validate.document import Source
from beian_validate.load import Document, Missing, load
from beian_validate.masking import Masker
from beian_validate.report.xlsx import Sheet
from beian_validate.schema.application import Application
from beian_validate.shape import shape
from beian_validate.tree import extra, field_at, labels, value_at

SHEETS = (".csv", ".xlsx")
HIDDEN = "…"
"""Stands for a value that no field took: whether it is personal cannot be told."""

Cell = tuple[int, int]


def sheets(paths: Sequence[str], lang: str, *, show_values: bool) -> tuple[Sheet, ...]:
    """The sheets behind the paths, cell by cell; standard input cannot be read twice and is left out.

    Parameters:
        lang: of the field names above the values.
        show_values: whether personal values may be shown.
    """
    found: dict[tuple[str, str | None], dict[Cell, list[str]]] = defaultdict(lambda: defaultdict(list))
    heads: dict[tuple[str, str | None], dict[int, str]] = defaultdict(dict)
    for source, content in _tabular(load(path for path in paths if path != "-")):
        show = _shown(content, show_values)
        for pointer, cell, sheet in _values(content):
            found[source, sheet][cell].append(show(pointer))
            heads[source, sheet].setdefault(cell[1], " › ".join(labels(Application, pointer, lang)))
    return tuple(Sheet(*key, _headed(heads[key], cells)) for key, cells in found.items())


def _tabular(documents: Iterable[Document | Missing]) -> Iterator[tuple[str, Source]]:
    """The applications that were read from files with cells instead of lines."""
    for document in documents:
        if isinstance(document, Document) and isinstance(document.content, Source) and _is_sheet(document.source):
            yield document.source, document.content


def _is_sheet(path: str) -> bool:
    return PurePath(path).suffix.lower() in SHEETS


def _values(content: Source) -> Iterator[tuple[str, Cell, str | None]]:
    """Every single value with the cell and the sheet in which it stands; a cell may hold a list of them."""
    for pointer, place in content.places.items():
        if place.line is None or place.column is None:
            continue
        value = _at(content.value, pointer)
        inside = [f"{pointer}/{number}" for number in range(len(value))] if isinstance(value, list) else [pointer]
        for single in inside:
            is_seen_later = single != pointer and single in content.places
            if not is_seen_later and isinstance(_at(content.value, single), str | int | float):
                yield single, (place.line, place.column), place.sheet


def _headed(heads: Mapping[int, str], cells: Mapping[Cell, Sequence[str]]) -> dict[Cell, str]:
    """The texts of the cells, and the names of the fields in the row above the first, where there is one."""
    above = min(row for row, _ in cells) - 1
    header = {(above, column): head for column, head in heads.items()} if above else {}
    return {**header, **{cell: "、".join(told) for cell, told in cells.items()}}


def _shown(content: Source, show_values: bool) -> Callable[[str], str]:
    """How a value may be shown, by its pointer."""
    if show_values:
        return lambda pointer: str(_at(content.value, pointer))
    node = shape(content.value, Application).node
    masker = Masker(node)

    def show(pointer: str) -> str:
        raw = str(_at(content.value, pointer))
        is_known = value_at(node, pointer) not in (None, "") or _is_public(pointer)
        return masker.excerpt(pointer, raw) or "" if is_known else HIDDEN

    return show


def _is_public(pointer: str) -> bool:
    info = field_at(Application, pointer)
    return info is not None and extra(info).get("x-privacy") == "public"


def _at(value: Any, pointer: str) -> Any:
    for step in pointer.split("/")[1:]:
        if isinstance(value, dict):
            value = value.get(step.replace("~1", "/").replace("~0", "~"))
        else:
            is_index = isinstance(value, list) and step.isdecimal() and int(step) < len(value)
            value = value[int(step)] if is_index else None
    return value

"""Rows of a table as applications: one a row, every value with its sheet, row and column."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from beian_validate.document import Source, Unreadable, escape
from beian_validate.finding import Place
from beian_validate.load.columns import Column, column, list_of
from beian_validate.schema.application import Application
from beian_validate.schema.node import Node
from beian_validate.tree import node_type

EXACT = 10**15
"""A spreadsheet keeps 15 digits of a number; one this long may have had others."""

_SEVERAL = re.compile(r"\s*[、,，;；\n]\s*")
_POWER = re.compile(r"\d(?:\.\d+)?[eE]\+?(\d{2})")
_KEYS = frozenset({"id", "application_id", "申请编号"})

_NOWHERE = Column("/?", False)
"""Where a cell without a header goes: to a field that no application has."""


@dataclass(slots=True)
class Filing:
    """An application while it is put together from cells."""

    value: dict[str, Any] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    damaged: list[str] = field(default_factory=list)
    twice: list[tuple[str, Place]] = field(default_factory=list)

    def put(self, target: Column, cell: object, place: Place) -> None:
        """Set what a cell holds; lists are filled with empty items up to its position."""
        value = plain(cell)
        if target.pointer in self.places:
            self.twice.append((target.pointer, place))
        if isinstance(cell, int | float | str) and has_lost_digits(cell):
            self.damaged.append(target.pointer)
            value = ""
        if target.many and isinstance(value, str):
            value = [item for item in _SEVERAL.split(value) if item]
        _set(self.value, target.pointer.split("/")[1:], value)
        pointer = target.pointer
        while pointer:
            self.places.setdefault(pointer, place)
            pointer = pointer.rpartition("/")[0]

    def source(self) -> Source:
        """The application with the places of its parts."""
        return Source(self.value, self.places, tuple(self.twice), tuple(self.damaged))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: the headers of its columns and its rows, each with its number counted from 1."""

    headers: Sequence[str]
    rows: Iterable[tuple[int, Sequence[object]]]
    name: str | None = None

    def is_ours(self) -> bool:
        """Whether any column names a field."""
        name = self.name and list_of(self.name)
        return any(column(header, _kind(name)) for header in self.headers if header)


def filings(sheet: Sheet) -> Iterator[Filing]:
    """The applications of a table, one a row; empty rows are passed over."""
    targets = _targets(sheet.headers, Application)
    for number, cells in sheet.rows:
        filing = Filing(places={"": Place(number, 1, sheet.name)})
        for position, cell in _filled(cells):
            filing.put(_target(targets, position), cell, Place(number, position + 1, sheet.name))
        if filing.value:
            yield filing


def nonempty(found: Iterable[Filing]) -> Iterator[Filing]:
    """The applications of a table.

    Raises:
        Unreadable: there is none; a table without rows is never taken for a good one.
    """
    filing = None
    for filing in found:
        yield filing
    if filing is None:
        raise Unreadable("empty", Place(1, 1))


def add_items(sheet: Sheet, name: str, by_id: dict[str, Filing]) -> Iterator[Filing]:
    """Add the rows of a sheet to the list of the application whose identifier they give.

    Yields:
        Applications that had to be made because no row has their identifier: nothing is passed over in silence.
    """
    targets = _targets(sheet.headers, _kind(name))
    key = next((i for i, header in enumerate(sheet.headers) if header.strip() in _KEYS), None)
    for number, cells in sheet.rows:
        filled = dict(_filled(cells))
        owner = str(plain(filled.pop(key, ""))) if key is not None else ""
        if not filled:
            continue
        filing = by_id.get(owner) or (next(iter(by_id.values())) if len(by_id) == 1 and not owner else None)
        if filing is None:
            filing = by_id[owner] = Filing({"id": owner}, {"": Place(number, 1, sheet.name)})
            yield filing
        prefix = f"/{name}/{len(filing.value.get(name, ()))}"
        for position, cell in filled.items():
            target = _target(targets, position)
            place = Place(number, position + 1, sheet.name)
            filing.put(Column(prefix + target.pointer, target.many), cell, place)


def plain(cell: object) -> object:
    """What a cell holds as an application would have it: whole numbers as digits, dates in ISO form."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and not any((cell.hour, cell.minute, cell.second, cell.microsecond)):
        return cell.date().isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, bool | Mapping | list):
        return cell
    return cell.strip() if isinstance(cell, str) and cell.isspace() else str(cell)


def has_lost_digits(cell: float | str) -> bool:
    """Whether a cell holds a long number as a quantity, or wrote it as one."""
    if isinstance(cell, str):
        power = _POWER.fullmatch(cell.strip())
        return power is not None and int(power[1]) >= 15
    return isinstance(cell, float) and abs(cell) >= EXACT


def _kind(name: str | None) -> type[Node]:
    return (node_type(Application, name) if name else None) or Application


def _targets(headers: Sequence[str], kind: type[Node]) -> list[Column]:
    """What no field has becomes an unknown field of the application, and is told as such."""
    return [_named(header, kind) if header else _NOWHERE for header in headers]


def _named(header: str, kind: type[Node]) -> Column:
    return column(header, kind) or Column(f"/{escape(header)}", False)


def _target(targets: Sequence[Column], position: int) -> Column:
    """The field of a column; what stands beside the headers is told as an unknown field, too."""
    return targets[position] if position < len(targets) else _NOWHERE


def _filled(cells: Sequence[object]) -> Iterator[tuple[int, object]]:
    for position, cell in enumerate(cells):
        if cell is not None and cell != "" and not (isinstance(cell, str) and not cell.strip()):
            yield position, cell if not isinstance(cell, timedelta) else str(cell)


def _set(value: Any, steps: Sequence[str], new: object) -> None:
    for step, following in zip(steps, (*steps[1:], None), strict=True):
        fresh: Any = new if following is None else [] if following.isdecimal() else {}
        if isinstance(value, list):
            while len(value) <= int(step):
                value.append([] if isinstance(fresh, list) and following is not None else {} if following else "")
            if following is None:
                value[int(step)] = new
            value = value[int(step)]
        else:
            key = step.replace("~1", "/").replace("~0", "~")
            value = value.setdefault(key, fresh) if following is not None else value.update({key: new})
        if not isinstance(value, dict | list):
            return

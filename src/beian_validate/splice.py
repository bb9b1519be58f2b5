"""Write a new value into a JSON text at its place: blanks, order and everything else stay as they are."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from beian_validate.document import Source
from beian_validate.finding import Place

_BLANK = re.compile(r"[ \t\n\r]*")


class Edit(NamedTuple):
    """Replace the characters from `start` up to `end`."""

    start: int
    end: int
    text: str


def edit(text: str, source: Source, pointer: str, value: object) -> Edit | None:
    """The edit that sets the value at a pointer, or None where there is no place for it.

    Parameters:
        text: the whole file.
        source: the application in it; its places are those of the file.
        pointer: the value, or a key that its object does not have yet.
    """
    if pointer in source.places:
        start = offset(text, source.places[pointer])
        _, end = json.JSONDecoder().raw_decode(text, start)
        return Edit(start, end, _literal(text, value))
    above, _, key = pointer.rpartition("/")
    place = source.places.get(above)
    if place is None or not isinstance(value_at(source.value, above), Mapping):
        return None
    return _member(text, offset(text, place) + 1, key, value)


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text after the edits; of two that overlap the earlier one is made."""
    pieces, position = [], 0
    for start, end, new in sorted(edits, key=lambda item: item[:2]):
        if start >= position:
            pieces += [text[position:start], new]
            position = end
    return "".join([*pieces, text[position:]])


def offset(text: str, place: Place) -> int:
    """The position of a place, counted in characters from 0."""
    position = 0
    for _ in range((place.line or 1) - 1):
        position = text.index("\n", position) + 1
    return position + (place.column or 1) - 1


def _member(text: str, position: int, key: str, value: object) -> Edit:
    """A new first member, laid out as the one that was first."""
    found = _BLANK.match(text, position)
    blank = found.group() if found else ""
    is_alone = text.startswith("}", position + len(blank))
    name = json.dumps(key.replace("~1", "/").replace("~0", "~"))
    member = f"{name}: {_literal(text, value)}"
    return Edit(position, position, member if is_alone else f"{blank}{member},")


def _literal(text: str, value: object) -> str:
    """The value in JSON; a file without a Chinese character stays one."""
    written = json.dumps(value, ensure_ascii=text.isascii())
    try:
        written.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value)
    return written


def value_at(value: Any, pointer: str) -> Any:
    """The value at a pointer in plain data, or None if there is none."""
    for part in pointer.split("/")[1:]:
        if isinstance(value, list):
            value = value[int(part)] if part.isdecimal() and int(part) < len(value) else None
        else:
            value = value.get(part.replace("~1", "/").replace("~0", "~")) if isinstance(value, Mapping) else None
    return value

"""A TOML file: one application; what TOML calls a date is passed on in ISO form, as the schema wants it."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from beian_validate.document import Source, Unreadable, decode
from beian_validate.finding import Place

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)$")


def split(data: bytes) -> Iterator[tuple[Source | Unreadable, int]]:
    """The application of a file; `[[applications]]` at the top holds several."""
    try:
        text = decode(data)
        whole = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _PLACE.search(str(error))
        place = Place(int(found[1]), int(found[2])) if found else Place(text.count("\n") + 1, 1)
        yield Unreadable("toml", place), 1
        return
    except RecursionError:
        yield Unreadable("too-deep", Place(1, 1)), 1
        return
    except Unreadable as error:
        yield error, 1
        return
    if not whole:
        yield Unreadable("empty", Place(1, 1)), 1
        return
    several = whole["applications"] if set(whole) == {"applications"} else None
    for value in several if isinstance(several, list) else [whole]:
        yield Source(_plain(value), {}, ()), 1


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date | datetime | time) else value

"""A list of all rules that can be read without importing them: for `explain`, `rules` and start-up speed.

`python3 dev.py generate` writes `index.json` from the rules; a test proves that it is current.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule as the index has it."""

    code: str
    name: str
    severity: str
    each: tuple[str, ...]
    since: str
    until: str
    manual: bool
    sources: tuple[tuple[str, str], ...]


@cache
def entries() -> tuple[Entry, ...]:
    """All rules, sorted by code."""
    rows = json.loads((files("beian_validate") / "rules" / "index.json").read_text("utf-8"))
    return tuple(
        Entry(**{**row, "each": tuple(row["each"]), "sources": tuple(map(tuple, row["sources"]))}) for row in rows
    )


def find(word: str) -> Entry | None:
    """The rule with that code, in any letter case, or that name."""
    return next((entry for entry in entries() if word.upper() == entry.code or word == entry.name), None)


def names() -> tuple[str, ...]:
    """Every code and every name."""
    return tuple(word for entry in entries() for word in (entry.code, entry.name))

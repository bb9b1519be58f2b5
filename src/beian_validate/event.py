"""One entry of the timeline: its state, its days and its words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from string import Formatter
from typing import Any

from beian_validate.tables import table


class State(StrEnum):
    """How a step stands on the day of looking."""

    DONE = "done"
    MISSED = "missed"
    DUE = "due"
    EXPECTED = "expected"
    STANDING = "standing"


class Basis(StrEnum):
    """What the days of an entry are counted from."""

    KNOWN = ""
    TODAY = "today"
    APPROVAL = "approval"


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the timeline.

    Parameters:
        state: how it stands on the day of looking.
        first, last: the days between which it happens or happened; None when no day can be told.
        moment: the exact deadline, where there is one.
        basis: `today` when counted as if submitted on the day of looking, `approval` when the day of opening is
            not known and it is counted from the approval.
        is_known: false where working days were counted beyond the announced holidays.
        variant: which of its texts fits the filing; empty for the usual one.
    """

    key: str
    state: State
    first: date | None = None
    last: date | None = None
    moment: datetime | None = None
    basis: Basis = Basis.KNOWN
    is_known: bool = True
    variant: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def step(self) -> int:
        """1 to 8, the step of the filing that it belongs to."""
        return int(row_of(self.key)["step"])

    @property
    def is_estimate(self) -> bool:
        """Whether the days are counted from an assumed day."""
        return self.basis != Basis.KNOWN

    def title(self, lang: str) -> str:
        """What it is, in `zh` or `en`."""
        return str(self._row["title"][lang])

    def text(self, lang: str) -> str:
        """What has to happen, in `zh` or `en`."""
        facts = {name: value[lang] if isinstance(value, dict) else value for name, value in self.facts.items()}
        return Formatter().vformat(self._row["text"][lang], (), facts)

    @property
    def sources(self) -> tuple[str, ...]:
        """Whose account it is, as identifiers of the bibliography."""
        return tuple(self.facts.get("sources") or self._row["sources"])

    @property
    def _row(self) -> Mapping[str, Any]:
        row = row_of(self.key)
        return {**row, **row[self.variant]} if self.variant else row

    def to_dict(self, lang: str) -> dict[str, Any]:
        """The entry as JSON."""
        return {
            "key": self.key,
            "step": self.step,
            "state": self.state.value,
            "title": self.title(lang),
            "text": self.text(lang),
            "first": self.first.isoformat() if self.first else None,
            "last": self.last.isoformat() if self.last else None,
            "moment": self.moment.isoformat() if self.moment else None,
            "is_estimate": self.is_estimate,
            "counted_from": self.basis.value or None,
            "is_known": self.is_known,
            "sources": list(self.sources),
        }


@dataclass(frozen=True, slots=True)
class Base:
    """The days from which the next term runs, and how they are known."""

    first: date
    last: date
    basis: Basis = Basis.KNOWN
    is_known: bool = True


def row_of(key: str) -> Mapping[str, Any]:
    """The words of an entry, from `tables/steps.toml`."""
    row: Mapping[str, Any] = table("steps")["deadlines"][key]
    return row


def span_of(least: int, most: int) -> str:
    """A number of days, or from how many to how many."""
    return str(least) if least == most else f"{least}–{most}"

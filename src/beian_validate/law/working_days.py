"""Working days of the mainland, after the yearly notices of the State Council; honest about what is not announced."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

from beian_validate.tables import table

_DAY: Final = timedelta(days=1)
SATURDAY: Final = 5


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days off and weekends worked, and the span for which they are announced."""

    off: frozenset[date]
    worked: frozenset[date]
    known_from: date
    known_through: date


@dataclass(frozen=True, slots=True)
class Due:
    """A day that was counted in working days; `is_known` is false where holidays are not announced yet."""

    day: date
    is_known: bool


@cache
def calendar() -> Calendar:
    """The calendar of the table."""
    rows = table("working_days")
    years = [row for row in rows.values() if isinstance(row, dict)]
    return Calendar(
        frozenset(day for row in years for span in row["off"] for day in _span(span)),
        frozenset(date.fromisoformat(day) for row in years for day in row["worked"]),
        rows["known_from"],
        rows["known_through"],
    )


def _span(text: str) -> Iterator[date]:
    first, last = map(date.fromisoformat, text.split("/"))
    return (first + number * _DAY for number in range((last - first).days + 1))


def source_of(day: date) -> str:
    """The notice that a year follows, or nothing if none is announced."""
    return str(table("working_days").get(str(day.year), {}).get("source", ""))


def is_known(day: date) -> bool:
    """Whether the holidays of that day are announced."""
    known = calendar()
    return known.known_from <= day <= known.known_through


def is_working_day(day: date) -> bool:
    """Whether the authority works on that day; weekends alone count where no holidays are announced."""
    known = calendar()
    return day in known.worked or (day.weekday() < SATURDAY and day not in known.off)


def after(day: date, count: int) -> Due:
    """The last of so many working days after a day.

    Parameters:
        day: not counted itself.
        count: working days, from 0.
    """
    start = day
    while count > 0 and day < date.max:
        day += _DAY
        count -= is_working_day(day)
    return Due(day, is_known(start) and is_known(day))


def between(first: date, last: date) -> int:
    """How many working days lie after the first day, up to the last."""
    return sum(is_working_day(first + number * _DAY) for number in range(1, (last - first).days + 1))

"""How long an order may wait before its provider clears it, and from when that is counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from beian_validate.finding import Citation
from beian_validate.tables import table


@dataclass(frozen=True, slots=True)
class OrderTerm:
    """The term of one provider.

    Parameters:
        days: after so many days the order lapses.
        runs_from: `creation`, or `last_step` where every step begins the term anew.
        sources: the provider's own account.
    """

    days: int
    runs_from: str
    sources: tuple[Citation, ...]

    def begin(self, created: date | None, later_steps: Iterable[tuple[str, date]]) -> tuple[str, date] | None:
        """The milestone that the term runs from, with its day; None when it is not known."""
        known = [("created_on", created)] if created else []
        if self.runs_from == "last_step":
            known += later_steps
        return max(known, key=lambda step: step[1], default=None)


def order_term(provider: str) -> OrderTerm | None:
    """The term of a provider by its slug; None where it tells none."""
    row = table("steps")["orders"].get(provider)
    return OrderTerm(row["days"], row["runs_from"], tuple(map(Citation, row["sources"]))) if row else None

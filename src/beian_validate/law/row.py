"""A dated row of a table: its severity and sources become those of the finding it decides."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from beian_validate.finding import Citation, Severity


@dataclass(frozen=True, slots=True)
class TableRow:
    """What every table row tells besides its content.

    Parameters:
        id: unique in its table.
        severity: how grave a finding is that the row decides.
        sources: whose account it is; the article of the first is the row itself.
        as_of: the day or period of that account.
        basis: stated, inferred or observed.
        since, until: between which days the row holds.
    """

    id: str
    severity: Severity
    sources: tuple[Citation, ...]
    as_of: str
    basis: str
    since: date | None = None
    until: date | None = None

    def in_force(self, as_of: date | None) -> bool:
        """Whether the row holds on that day; without a day, whether it holds still."""
        if as_of is None:
            return self.until is None
        return (self.since is None or self.since <= as_of) and (self.until is None or as_of <= self.until)


def table_row(row: Mapping[str, Any]) -> TableRow:
    """The common part of a row as the TOML file has it."""
    sources = row["source"] if isinstance(row["source"], list) else [row["source"]]
    return TableRow(
        id=row["id"],
        severity=Severity(row["severity"]),
        sources=tuple(Citation(source, row["id"]) for source in sources),
        as_of=row["as_of"],
        basis=row["basis"],
        since=row.get("since"),
        until=row.get("until"),
    )

"""The report on one application."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from beian_validate.engine import Blocked
from beian_validate.finding import Finding, Severity, Verdict

SCHEMA_VERSION = "1"
RULESET = "2026.11"


class Outcomes(NamedTuple):
    """How many of the selected rules came to which end; `crashed` above zero leaves the verdict open."""

    passed: int = 0
    failed: int = 0
    blocked: int = 0
    not_applicable: int = 0
    manual: int = 0
    crashed: int = 0

    def to_dict(self) -> dict[str, int]:
        """The counts as JSON."""
        return self._asdict()


@dataclass(frozen=True, init=False)
class Report:
    """What is wrong with one application and whether it may be submitted.

    Parameters:
        findings: in the order of the form.
        manual: what a person must look at; no part of the verdict.
        blocked: which rules could not judge which place, and for want of what.
        source, index: the file and the position in it, from 0.
        plugins: packages and versions whose rules were judged as well.
    """

    findings: tuple[Finding, ...]
    outcomes: Outcomes
    manual: tuple[Finding, ...] = ()
    blocked: tuple[Blocked, ...] = ()
    id: str = ""
    source: str = ""
    index: int = 0
    as_of: date | None = None
    is_readable: bool = True
    plugins: tuple[str, ...] = ()

    def __init__(
        self,
        findings: tuple[Finding, ...],
        outcomes: Outcomes,
        manual: tuple[Finding, ...] = (),
        blocked: tuple[Blocked, ...] = (),
        id: str = "",
        source: str = "",
        index: int = 0,
        as_of: date | None = None,
        is_readable: bool = True,
        plugins: tuple[str, ...] = (),
    ) -> None:
        # One step for all fields: the initialiser of a frozen dataclass takes one for each, and there is a report on
        # every application.
        vars(self).update(
            findings=findings, outcomes=outcomes, manual=manual, blocked=blocked, id=id, source=source, index=index,
            as_of=as_of, is_readable=is_readable, plugins=plugins,
        )  # fmt: skip

    @property
    def verdict(self) -> Verdict:
        """`not_ready` with any unwaived error, `undecided` if something could not be judged, else `ready`."""
        if any(found.severity == Severity.ERROR and not found.waived for found in self.findings):
            return Verdict.NOT_READY
        if self.outcomes.crashed or not self.is_readable or any(block.unreadable for block in self.blocked):
            return Verdict.UNDECIDED
        return Verdict.READY

    def at(self, source: str, index: int) -> "Report":
        """The same report for an application of that file."""
        return replace(self, source=source, index=index)

    def to_element(self, lang: str = "zh") -> dict[str, Any]:
        """The report as one element of `applications` in the JSON report, and as one line of JSONL."""
        return {
            "source": self.source,
            "index": self.index,
            "id": self.id,
            "verdict": self.verdict.value,
            "findings": [found.to_dict(lang) for found in self.findings],
            "outcomes": self.outcomes.to_dict(),
        }

    def to_dict(self, lang: str = "zh") -> dict[str, Any]:
        """The JSON report (schema version 1) on this application."""
        return to_dict((self,), lang)


def to_dict(reports: Sequence[Report], lang: str = "zh") -> dict[str, Any]:
    """The JSON report on several applications."""
    as_of = reports[0].as_of if reports else None
    plugins = list(dict.fromkeys(plugin for report in reports for plugin in report.plugins))
    return {
        "schema_version": SCHEMA_VERSION,
        "ruleset": RULESET,
        **({"plugins": plugins} if plugins else {}),
        "as_of": as_of.isoformat() if as_of else None,
        "summary": summary(reports),
        "applications": [report.to_element(lang) for report in reports],
    }


def summary(reports: Sequence[Report]) -> dict[str, int]:
    """How many applications have which verdict, and how many unwaived findings which severity."""
    verdicts = Counter(report.verdict for report in reports)
    severities = Counter(f.severity for report in reports for f in report.findings if not f.waived)
    return {
        "applications": len(reports),
        **{verdict.value: verdicts[verdict] for verdict in Verdict},
        "errors": severities[Severity.ERROR],
        "warnings": severities[Severity.WARNING],
        "advice": severities[Severity.ADVICE],
    }

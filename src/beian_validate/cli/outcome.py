"""What the exit status says, kept while reports pass by."""

from dataclasses import dataclass

from beian_validate.cli import FOUND, OK, UNDECIDED, UNUSABLE
from beian_validate.finding import Finding, Severity, Verdict
from beian_validate.result import Report
from beian_validate.rules import system


@dataclass(slots=True)
class Outcome:
    """What came of a run so far.

    Parameters:
        threshold: findings of this severity or a graver one count.
        exit_zero: findings leave the status at 0.
    """

    threshold: Severity
    exit_zero: bool = False
    is_unusable: bool = False
    has_found: bool = False
    is_undecided: bool = False

    def counted(self, report: Report) -> Report:
        """The same report, after a look at it."""
        self.is_unusable |= not report.is_readable
        self.has_found |= any(self._counts(finding) for finding in report.findings)
        self.is_undecided |= report.verdict == Verdict.UNDECIDED
        return report

    def status(self) -> int:
        """Unreadable input is never hidden behind findings, findings never behind an open verdict."""
        if self.is_unusable:
            return UNUSABLE
        if self.has_found:
            return OK if self.exit_zero else FOUND
        return UNDECIDED if self.is_undecided else OK

    def _counts(self, finding: Finding) -> bool:
        is_about_tool = finding.code == system.RULE_CRASHED.code
        return finding.severity.reaches(self.threshold) and not finding.waived and not is_about_tool

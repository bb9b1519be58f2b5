"""Workflow commands of GitHub Actions: a finding becomes an annotation of its line."""

from collections.abc import Iterator, Mapping, Sequence

from beian_validate.finding import Severity
from beian_validate.report.parts import Entry, entries, steps, visible
from beian_validate.report.words import HEADINGS, tally
from beian_validate.result import Report, summary

COMMANDS: Mapping[Severity, str] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def render(reports: Sequence[Report], lang: str) -> str:
    """One command a line and the summary; what was waived only shows in the log of a debugging run."""
    lines = [_command(entry, lang) for entry in entries(reports)]
    return "\n".join([*lines, tally(summary(reports), lang)]) + "\n"


def _command(entry: Entry, lang: str) -> str:
    report, finding, manual = entry
    message = f"{visible(finding.message(lang))}\n{steps(finding, lang)}"
    if finding.waived:
        return f"::debug::{_data(f'{finding.code} {finding.pointer}: ' + HEADINGS[lang]['waived'])}"
    command = "notice" if manual else COMMANDS[finding.severity]
    title = f"{finding.code} {finding.title(lang)}"
    properties = ",".join(f"{name}={_property(value)}" for name, value in (*_place(entry), ("title", title)))
    about = report.id and f"{visible(report.id)}: "
    return f"::{command} {properties}::{_data(about + message)}"


def _place(entry: Entry) -> Iterator[tuple[str, str]]:
    """File, line and column, as far as there are any; a cell of a workbook is no line."""
    report, finding, _ = entry
    if report.source in ("", "-"):
        return
    yield "file", visible(report.source)
    if finding.line and finding.place.sheet is None:
        yield "line", str(finding.line)
        yield "col", str(finding.column or 1)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

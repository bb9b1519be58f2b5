"""`check`: validate stored applications and write a report."""

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from beian_validate.cli import FOUND, OK, UNDECIDED, UNUSABLE
from beian_validate.cli.parser import language
from beian_validate.document import Source, Unreadable
from beian_validate.errors import ConfigError
from beian_validate.finding import Finding, Severity, Verdict
from beian_validate.load import Document, Missing, load
from beian_validate.pages import page
from beian_validate.report import writer
from beian_validate.result import Report
from beian_validate.rules import system
from beian_validate.validator import Validator

_REASONS = {
    "missing": "no such file or folder",
    "permission": "cannot be opened",
    "unsupported": "not a kind of file that is read; see --help",
    "empty-folder": "no applications in this folder",
}


def run(options: Namespace) -> int:
    """Validate everything, write the report, and say by the exit status what came of it."""
    try:
        validator = Validator(
            as_of=options.as_of or date.today(),
            provider=options.provider,
            province=options.province,
            select=options.select,
            ignore=options.ignore,
            show_values=options.show_values,
        )
    except ConfigError as error:
        _complain(str(error))
        return UNUSABLE
    lost: list[Missing] = []
    reports = list(_reports(options.paths, validator, lost))
    lang = options.lang or (language() if options.format == "text" else "zh")
    try:
        rendered = _rendered(reports, options.format, lang, options.output)
    except ConfigError as error:
        _complain(str(error))
        return UNUSABLE
    return max(_write(rendered, options.output), _status(reports, lost, options))


def _reports(paths: Sequence[str], validator: Validator, lost: list[Missing]) -> Iterator[Report]:
    for document in load(paths):
        if isinstance(document, Missing):
            _complain(f"{document.path}: {_REASONS[document.reason]}")
            lost.append(document)
            continue
        report = _judged(document, validator).at(document.source, document.index)
        if not report.is_readable:
            _complain(_unreadable(report))
        yield report


def _judged(document: Document, validator: Validator) -> Report:
    content = document.content
    if isinstance(content, Source):
        return validator.validate_source(content)
    if isinstance(content, Unreadable):
        return validator.unreadable(content)
    return _shifted(validator.validate_json(content), document.first_line - 1)


def _shifted(report: Report, lines: int) -> Report:
    """The report with line numbers of the file instead of those of one of its lines."""
    if not lines:
        return report

    def moved(finding: Finding) -> Finding:
        place = finding.place
        return replace(finding, place=replace(place, line=place.line + lines)) if place.line else finding

    return replace(report, findings=tuple(map(moved, report.findings)), manual=tuple(map(moved, report.manual)))


def _unreadable(report: Report) -> str:
    finding = report.findings[0]
    return f"{report.source}:{finding.line}:{finding.column}: {page(finding.code).message('en', finding.params)}"


def _rendered(reports: Sequence[Report], format: str, lang: str, output: str | None) -> str | bytes:
    if format == "text":
        from beian_validate.report import text

        return text.render(reports, lang, colour=output is None and sys.stdout.isatty())
    return writer(format, lang)(reports, lang)


def _write(rendered: str | bytes, output: str | None) -> int:
    """Write to standard output, or whole or not at all to a file."""
    data = rendered if isinstance(rendered, bytes) else rendered.encode("utf-8", "backslashreplace")
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return OK
    target = Path(output)
    partial = target.with_name(f"{target.name}.partial")
    try:
        partial.write_bytes(data)
        partial.replace(target)
    except OSError as error:
        partial.unlink(missing_ok=True)
        _complain(f"{output}: {error.strerror}")
        return UNUSABLE
    return OK


def _status(reports: Sequence[Report], lost: Sequence[Missing], options: Namespace) -> int:
    if lost or not all(report.is_readable for report in reports):
        return UNUSABLE
    threshold = Severity(options.fail_on)
    if any(_counts(finding, threshold) for report in reports for finding in report.findings):
        return OK if options.exit_zero else FOUND
    return UNDECIDED if any(report.verdict == Verdict.UNDECIDED for report in reports) else OK


def _counts(finding: Finding, threshold: Severity) -> bool:
    is_about_tool = finding.code == system.RULE_CRASHED.code
    return finding.severity.reaches(threshold) and not finding.waived and not is_about_tool


def _complain(text: str) -> None:
    sys.stderr.write(f"beian-validate: {text}\n")

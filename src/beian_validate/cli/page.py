"""`page`: check the published page of a filed website."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from beian_validate.cli import FOUND, OK, UNUSABLE
from beian_validate.cli.parser import language
from beian_validate.errors import ConfigError
from beian_validate.explanation import told_by
from beian_validate.finding import Finding, Severity, Verdict
from beian_validate.published_page import check_page
from beian_validate.report import writer
from beian_validate.result import Report

_SEVERITIES = {
    Severity.ERROR: ("错误", "error"),
    Severity.WARNING: ("警告", "warning"),
    Severity.ADVICE: ("建议", "advice"),
}
_WORDS = {
    "zh": ("修正", "依据", "页面符合要求（检查了{}项）", "{}项需要改正或确认"),
    "en": ("repair", "source", "the page is as it should be ({} checks)", "to be corrected or looked at: {}"),
}


def run(options: Namespace) -> int:
    """Check one saved page and write the report."""
    try:
        html = sys.stdin.buffer.read() if options.path == "-" else Path(options.path).read_bytes()
        report = check_page(
            html,
            filing_number=options.filing_number,
            name=options.name,
            public_security_number=options.public_security_number,
            province=options.province,
        ).at(options.path, 0)
    except OSError as error:
        sys.stderr.write(f"beian-validate: {options.path}: {error.strerror}\n")
        return UNUSABLE
    except ConfigError as error:
        sys.stderr.write(f"beian-validate: {error}\n")
        return UNUSABLE
    lang = options.lang or language()
    written = as_text(report, lang) if options.format == "text" else writer(options.format, lang)([report], lang)
    sys.stdout.buffer.write(written if isinstance(written, bytes) else written.encode("utf-8", "backslashreplace"))
    sys.stdout.flush()
    return FOUND if report.verdict == Verdict.NOT_READY else OK


def as_text(report: Report, lang: str) -> str:
    """The report on a page for people: in the order of the page, what is about the whole of it first."""
    _, _, right, wrong = _WORDS[lang]
    ordered = sorted(report.findings, key=lambda found: (found.line or 0, found.column or 0, found.code))
    lines = [line for found in ordered for line in _lines(found, report.source, lang)]
    count = len(report.findings)
    lines.append(wrong.format(count) if count else right.format(report.outcomes.passed))
    return "\n".join(lines) + "\n"


def _lines(found: Finding, source: str, lang: str) -> Iterator[str]:
    repair, origin, _, _ = _WORDS[lang]
    place = f":{found.line}:{found.column}" if found.line else ""
    yield f"{source}{place}: {_SEVERITIES[found.severity][lang == 'en']}[{found.code}] {found.title(lang)}"
    yield f"  {found.message(lang)}"
    yield from (f"  {repair} {number}. {step}" for number, step in enumerate(found.remedy(lang), 1))
    yield f"  {origin}: {told_by((cited.id for cited in found.sources), lang)}; {found.docs}"
    yield ""

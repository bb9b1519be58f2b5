"""The report for a terminal, in the manner of a good compiler: place, code, what is wrong, how to repair it."""

import unicodedata
from collections.abc import Iterator, Sequence
from textwrap import indent

from beian_validate.finding import Finding, Severity
from beian_validate.pages import words
from beian_validate.report.parts import cited, field, title, visible, where
from beian_validate.report.words import HEADINGS, SEVERITIES, VERDICTS, tally
from beian_validate.result import Report, summary

RESET, BOLD, DIM = "\033[0m", "\033[1m", "\033[2m"
COLOURS = {Severity.ERROR: "\033[31m", Severity.WARNING: "\033[33m", Severity.ADVICE: "\033[36m"}
WIDEST_EXCERPT = 72
"""Columns; a longer value is cut, the caret line then marks what is shown."""


def render(reports: Sequence[Report], lang: str, colour: bool = False) -> str:
    """The findings of every application and a summary line."""
    blocks = [block for report in reports for block in application(report, lang, colour)]
    return "\n".join([*blocks, tally(summary(reports), lang)]) + "\n"


def width(text: str) -> int:
    """Columns that a text takes on a terminal: wide characters take two, combining ones none."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Cc", "Cs"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def application(report: Report, lang: str, colour: bool) -> Iterator[str]:
    """The findings of one application and its verdict, block by block."""
    for finding in report.findings:
        yield "\n".join(_finding(finding, report, lang, colour)) + "\n"
    yield from (f"  {HEADINGS[lang]['manual']} {f.code} {visible(f.message(lang))}" for f in report.manual)
    yield f"{title(report)}: {_paint(VERDICTS[lang][report.verdict], BOLD, colour)}\n"


def _finding(finding: Finding, report: Report, lang: str, colour: bool) -> Iterator[str]:
    place = ":".join(part for part in (visible(report.source) or "-", where(finding.place)) if part)
    grade = _paint(f"{SEVERITIES[lang][finding.severity]}[{finding.code}]", COLOURS[finding.severity], colour)
    waived = f" ({HEADINGS[lang]['waived']})" if finding.waived else ""
    yield f"{place}: {grade} {_paint(finding.title(lang), BOLD, colour)}{waived}"
    yield from _excerpt(finding, lang, colour)
    yield indent(visible(finding.message(lang)), "  ")
    steps = finding.remedy(lang)
    heading = HEADINGS[lang]["remedy"]
    for number, step in enumerate(steps, 1):
        yield f"  {heading if number == 1 else ' ' * width(heading)} {number}. {visible(step)}"
    yield _paint("  " + _sources(finding, lang), DIM, colour)


def _excerpt(finding: Finding, lang: str, colour: bool) -> Iterator[str]:
    """The field as the form calls it, its masked value and a caret line under it."""
    label = field(finding, lang)
    number = f"{finding.line} " if finding.line else ""
    gutter = " " * len(number)
    yield _paint(f"  {gutter}--> {visible(finding.pointer) or '/'}  {label}", DIM, colour)
    if finding.excerpt:
        key = finding.pointer.rpartition("/")[2]
        value = _cut(visible(finding.excerpt))
        yield f'  {number}| "{key}": "{value}"'
        carets = "^" * max(1, width(value))
        yield f"  {gutter}| " + " " * (width(key) + 5) + _paint(carets, COLOURS[finding.severity], colour)


def _sources(finding: Finding, lang: str) -> str:
    return f"{HEADINGS[lang]['source']}: {words(cited(finding, lang), lang)}; {finding.docs}"


def _cut(text: str) -> str:
    shown: list[str] = []
    columns = 0
    for character in text:
        columns += _columns(character)
        if columns > WIDEST_EXCERPT:
            return "".join(shown) + "…"
        shown.append(character)
    return text


def _paint(text: str, style: str, colour: bool) -> str:
    return f"{style}{text}{RESET}" if colour else text

"""What several formats say in the same way: the place of a finding, its sources, and text without traps."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from beian_validate.finding import Finding, Place
from beian_validate.report.words import HEADINGS, SEVERITIES
from beian_validate.result import Report
from beian_validate.rules import system
from beian_validate.schema.application import Application
from beian_validate.tables.bibliography import source
from beian_validate.tree import labels

_HALVES = re.compile("[\ud800-\udfff]")


class Entry(NamedTuple):
    """One finding with the application that it is about; `manual` is for a person to look at."""

    report: Report
    finding: Finding
    manual: bool = False

    def grade(self, lang: str) -> str:
        """The severity in words, or that a person must look."""
        return HEADINGS[lang]["manual"] if self.manual else SEVERITIES[lang][self.finding.severity]


def entries(reports: Sequence[Report]) -> Iterator[Entry]:
    """Every finding of every application, then what a person must look at there."""
    for report in reports:
        yield from (Entry(report, finding) for finding in report.findings)
        yield from (Entry(report, finding, True) for finding in report.manual)


def visible(text: str) -> str:
    """Make invisible characters visible: what comes from a file must not steer its reader's screen."""
    return text if text.isprintable() else "".join(map(_shown, text))


def _shown(character: str) -> str:
    return character if character.isprintable() or character == " " else f"<U+{ord(character):04X}>"


def encodable(text: str) -> str:
    """The text without halves of characters, which no encoding can write and strict readers of JSON refuse."""
    return _HALVES.sub("\ufffd", text)


def title(report: Report) -> str:
    """An application as a reader knows it: its file, its position there, its own name."""
    name = report.source + (f" #{report.index}" if report.index else "")
    return visible(" ".join(part for part in (name, report.id) if part)) or "-"


def field(finding: Finding, lang: str) -> str:
    """The field as the form calls it, or its pointer where the form has none."""
    return visible(" › ".join(labels(Application, finding.pointer, lang)) or finding.pointer)


def where(place: Place) -> str:
    """`line:column`, or the cell as a spreadsheet calls it."""
    if place.sheet is not None:
        return f"{visible(place.sheet)}!{column_letters(place.column or 1)}{place.line or ''}"
    return ":".join(str(part) for part in (place.line, place.column) if part is not None)


def column_letters(number: int) -> str:
    """A column, counted from 1, as a spreadsheet calls it."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cited(finding: Finding, lang: str) -> tuple[str, ...]:
    """The sources of a finding: publisher, title, article and date of each."""
    return tuple(_account(citation.id, citation.article, lang) for citation in finding.sources)


def _account(identifier: str, article: str, lang: str) -> str:
    entry = source(identifier)
    about = f"{entry.title(lang)} {article}" if article else entry.title(lang)
    return f"{entry.publisher(lang)}: {about} ({entry.as_of})"


def steps(finding: Finding, lang: str) -> str:
    """The remedy, a numbered line for each step."""
    return "\n".join(f"{number}. {visible(step)}" for number, step in enumerate(finding.remedy(lang), 1))


def is_about_the_tool(finding: Finding) -> bool:
    """Whether the finding is that something could not be judged, not that something is wrong."""
    return finding.code == system.RULE_CRASHED.code

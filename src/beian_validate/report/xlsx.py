"""A workbook: a summary, all findings, and a copy of the clerk's own sheets with what is wrong in colour."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from beian_validate.errors import extra
from beian_validate.finding import Place, Severity
from beian_validate.report.csv import COLUMNS, FORMULA, cells
from beian_validate.report.parts import Entry, entries, steps, title, visible
from beian_validate.report.words import INTERFACE, SEVERITIES, VERDICTS
from beian_validate.result import RULESET, Report, summary

LONGEST_CELL, LONGEST_NOTE, LONGEST_NAME = 32_767, 8_000, 31
FILLS: Mapping[Severity, str] = {Severity.ERROR: "#F8CBC6", Severity.WARNING: "#FFE8B0", Severity.ADVICE: "#D5E6FA"}
WIDTHS = (28, 6, 12, 10, 9, 9, 28, 28, 24, 52, 60, 40, 12, 6, 6, 34, 24, 16, 18)
_FORBIDDEN_IN_NAME = str.maketrans("[]:*?/\\'", "________")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a copy of a sheet shows.

    Parameters:
        source, name: the file and the sheet in it; a CSV file has no sheets.
        cells: texts, masked if need be, by row and column counted from 1.
    """

    source: str
    name: str | None
    cells: Mapping[tuple[int, int], str]


def render(reports: Sequence[Report], lang: str, sheets: Sequence[Sheet] = ()) -> bytes:
    """The workbook; of the same reports always the same bytes.

    Raises:
        ConfigError: XlsxWriter is not installed.
    """
    library = extra("xlsxwriter", "xlsx")
    out = BytesIO()
    book = library.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    as_of = next((report.as_of for report in reports if report.as_of), None)
    moment = datetime.combine(as_of or date(2026, 1, 1), time())
    book.set_properties({"title": INTERFACE[lang]["title"], "created": moment, "comments": f"beian-validate {RULESET}"})
    writer = _Writer(book)
    _summary(writer, reports, lang)
    _findings(writer, reports, lang)
    for number, sheet in enumerate(sheets, 1):
        _copy(writer, number, sheet, reports, lang)
    book.close()
    return out.getvalue()


class _Writer:
    """Writes texts as texts: a cell that looks like a formula is quoted, and none is ever computed."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self._formats: dict[tuple[str, bool, bool], Any] = {}
        self._names: set[str] = set()

    def sheet(self, name: str) -> Any:
        """A new sheet under a name that Excel accepts and no other sheet has."""
        plain = visible(name).translate(_FORBIDDEN_IN_NAME)[:LONGEST_NAME] or "_"
        number, free = 1, plain
        while free.lower() in self._names:
            number += 1
            free = f"{plain[: LONGEST_NAME - 5]} {number}"
        self._names.add(free.lower())
        return self.book.add_worksheet(free)

    def text(self, sheet: Any, row: int, column: int, text: str, fill: str = "", bold: bool = False) -> None:
        """Write a text; row and column count from 0."""
        sheet.write_string(row, column, text[:LONGEST_CELL], self._format(fill, bold, text.startswith(FORMULA)))

    def _format(self, fill: str, bold: bool, quoted: bool) -> Any:
        key = (fill, bold, quoted)
        if key not in self._formats:
            wanted = {"text_wrap": True, "valign": "top", "bold": bold, "quote_prefix": quoted, "num_format": "@"}
            self._formats[key] = self.book.add_format({**wanted, **({"bg_color": fill, "border": 1} if fill else {})})
        return self._formats[key]


def _summary(writer: _Writer, reports: Sequence[Report], lang: str) -> None:
    """The counts, then a line for each application."""
    words, counts = INTERFACE[lang], summary(reports)
    sheet = writer.sheet({"zh": "汇总", "en": "Summary"}[lang])
    sheet.set_column(0, 0, 52)
    sheet.set_column(1, 4, 12)
    writer.text(sheet, 0, 0, words["title"], bold=True)
    for row, (name, count) in enumerate(counts.items(), 2):
        writer.text(sheet, row, 0, words[name.removesuffix("s") if name in ("errors", "warnings") else name])
        sheet.write_number(row, 1, count)
    start = len(counts) + 3
    heads = (words["file"], words["verdicts"], *(SEVERITIES[lang][severity] for severity in Severity))
    for column, head in enumerate(heads):
        writer.text(sheet, start, column, head, bold=True)
    for row, report in enumerate(reports, start + 1):
        writer.text(sheet, row, 0, title(report))
        writer.text(sheet, row, 1, VERDICTS[lang][report.verdict])
        for column, severity in enumerate(Severity, 2):
            found = [f for f in report.findings if f.severity == severity and not f.waived]
            sheet.write_number(row, column, len(found))


def _findings(writer: _Writer, reports: Sequence[Report], lang: str) -> None:
    """A line for each finding, with a filter in the header."""
    sheet = writer.sheet({"zh": "检查结果", "en": "Findings"}[lang])
    for column, (head, width) in enumerate(zip(COLUMNS[lang], WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        writer.text(sheet, 0, column, head, bold=True)
    row = 0
    for row, entry in enumerate(entries(reports), 1):
        fill = FILLS[entry.finding.severity]
        for column, text in enumerate(cells(entry, lang)):
            writer.text(sheet, row, column, text, fill if column in (4, 5) else "")
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, row, len(WIDTHS) - 1)


def _copy(writer: _Writer, number: int, source: Sheet, reports: Sequence[Report], lang: str) -> None:
    """The clerk's own sheet: every cell where it stood, the wrong ones coloured and with a note."""
    sheet = writer.sheet(source.name or f"{ {'zh': '原表', 'en': 'Sheet'}[lang] } {number}")
    wrong = _by_cell(source, reports)
    width = max((column for _, column in (*source.cells, *wrong)), default=1)
    sheet.set_column(0, width - 1, 22)
    for row, column in sorted({*source.cells, *wrong}):
        found = wrong.get((row, column), ())
        fill = FILLS[min((entry.finding.severity for entry in found), key=lambda s: s.rank)] if found else ""
        writer.text(sheet, row - 1, column - 1, visible(source.cells.get((row, column), "")), fill)
        if found:
            note = "\n\n".join(_notes(found, lang))[:LONGEST_NOTE]
            sheet.write_comment(row - 1, column - 1, note, {"x_scale": 3, "y_scale": 3, "author": "beian-validate"})


def _by_cell(sheet: Sheet, reports: Sequence[Report]) -> Mapping[tuple[int, int], list[Entry]]:
    found: dict[tuple[int, int], list[Entry]] = defaultdict(list)
    for entry in entries(reports):
        place = entry.finding.place
        if entry.report.source == sheet.source and place.sheet == sheet.name and place.line:
            found[_cell(place)].append(entry)
    return found


def _cell(place: Place) -> tuple[int, int]:
    return place.line or 1, place.column or 1


def _notes(found: Sequence[Entry], lang: str) -> Iterator[str]:
    for entry in found:
        finding = entry.finding
        yield f"{entry.grade(lang)} {finding.code} {visible(finding.message(lang))}\n{steps(finding, lang)}"

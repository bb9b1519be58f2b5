"""An Excel workbook: one application a row; websites and apps by numbered columns or on sheets of their own."""

import io
from collections.abc import Iterator

from beian_validate.document import Source, Unreadable
from beian_validate.errors import extra
from beian_validate.finding import Place
from beian_validate.load.columns import list_of
from beian_validate.load.table import Filing, Sheet, add_items, filings, nonempty

_ASIDE = frozenset({"选项", "说明", "Options", "Notes"})
"""Sheets of the template that hold no applications."""


def split(data: bytes) -> Iterator[tuple[Source | Unreadable, int]]:
    """The applications of a workbook."""
    try:
        for filing in nonempty(_filings([sheet for sheet in _sheets(data) if sheet.is_ours()])):
            yield filing.source(), 1
    except Unreadable as error:
        yield error, 1


def _filings(sheets: list[Sheet]) -> list[Filing]:
    if not sheets:
        raise Unreadable("table", Place(1, 1))
    found = [filing for sheet in sheets if not list_of(sheet.name or "") for filing in filings(sheet)]
    by_id = {str(filing.value.get("id", f"#{number}")): filing for number, filing in enumerate(found)}
    for sheet in sheets:
        name = list_of(sheet.name or "")
        if name:
            found.extend(add_items(sheet, name, by_id))
    return found


def _sheets(data: bytes) -> Iterator[Sheet]:
    """The sheets that hold rows; the first row is that of the headers.

    Raises:
        Unreadable: it is no workbook, or needs a password.
        ConfigError: the extra `xlsx` is not installed.
    """
    calamine = extra("python_calamine", "xlsx")
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        tables = [(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names]
    except (calamine.CalamineError, OSError, ValueError):
        raise Unreadable("table", Place(1, 1)) from None
    for name, rows in tables:
        if rows and name not in _ASIDE:
            headers = [str(cell).strip() for cell in rows[0]]
            yield Sheet(headers, list(enumerate(rows[1:], 2)), name)

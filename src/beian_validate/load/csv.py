"""A CSV file: one application a row, in UTF-8 or in the GB18030 that Chinese spreadsheets write."""

import csv
import io
from collections.abc import Iterator, Sequence

from beian_validate.document import Source, Unreadable, decode
from beian_validate.finding import Place
from beian_validate.load.table import Sheet, filings, nonempty


def split(data: bytes) -> Iterator[tuple[Source | Unreadable, int]]:
    """The applications of a file."""
    try:
        rows = _rows(_text(data))
        _, headers = next(rows, (1, []))
        sheet = Sheet([header.strip() for header in headers], rows)
        if not headers:
            raise Unreadable("empty", Place(1, 1))
        if not sheet.is_ours():
            raise Unreadable("table", Place(1, 1))
        for filing in nonempty(filings(sheet)):
            yield filing.source(), 1
    except Unreadable as error:
        yield error, 1


def _text(data: bytes) -> str:
    """The text in UTF-8, else in GB18030; what is neither is refused with the place where UTF-8 ends."""
    try:
        return decode(data)
    except Unreadable as error:
        if error.facts.get("encoding") != "GB18030":
            raise
        return data.decode("gb18030")


def _rows(text: str) -> Iterator[tuple[int, Sequence[str]]]:
    """The rows that hold something, each with the number of its first line."""
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",\t;", key=first.count), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise Unreadable("table", Place(line, 1)) from None
        if any(row):
            yield line, row

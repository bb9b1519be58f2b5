"""CSV: what a clerk opens in a spreadsheet."""

import csv
from io import StringIO

import pytest
from hypothesis import given, settings
from reported import TRAPS, example, hostile, hostile_reports
from syrupy.assertion import SnapshotAssertion

from beian_validate import Report, render
from beian_validate.report.csv import COLUMNS, inert


def _rows(report: Report) -> list[list[str]]:
    text = render(report, "csv", lang="en")
    assert text.startswith("\ufeff")
    return list(csv.reader(StringIO(text[1:], newline=""), strict=True))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_table_reads_as_it_did(lang: str, snapshot: SnapshotAssertion) -> None:
    """Every cell."""
    assert render(example(), "csv", lang=lang) == snapshot


def test_both_languages_have_the_same_columns() -> None:
    """A header for each cell."""
    assert len(COLUMNS["zh"]) == len(COLUMNS["en"]) == len(_rows(example())[1])


@given(hostile)
def test_no_text_is_a_formula(text: str) -> None:
    """It is shown as it is, behind an apostrophe where a formula could begin."""
    shown = inert(text)
    assert shown in (text, f"'{text}")
    assert not shown.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))


@given(hostile_reports())
@settings(deadline=None)
def test_no_cell_of_a_report_is_a_formula(report: Report) -> None:
    """Two lines, all of their cells harmless."""
    header, row = _rows(report)
    assert len(header) == len(row)
    assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))]


def test_the_traps_are_traps() -> None:
    """Some of them would be formulas."""
    assert sum(trap != inert(trap) for trap in TRAPS) > 6

"""The workbook: a summary, the findings, and the clerk's own sheet with what is wrong in colour."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from reported import example, hostile_reports, inside, report_of, rows
from syrupy.assertion import SnapshotAssertion
from xlsxwriter import Workbook

from beian_validate import Report, render
from beian_validate.cli import main
from beian_validate.finding import Place
from beian_validate.report.xlsx import Sheet
from beian_validate.report.xlsx import render as workbook

PERSON = "sponsor.person_in_charge"
TABLE = f"""申请编号,主办单位名称,sponsor.nature,{PERSON}.name,{PERSON}.mobile,websites.1.name
A-1,浙江云栖示例科技(杭州)有限公司,enterprise,周示例,13957100011,=HYPERLINK(1)
A-2,浙江云栖示例科技（杭州）有限公司,enterprise,周示例,13957100011,示例
"""
BRACKETS = ("--select", "SPN003", "--as-of", "2026-03-01", "--lang", "en", "--exit-zero")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_sheets_read_as_they_did(lang: str, snapshot: SnapshotAssertion) -> None:
    """Every cell of both, as another library reads them."""
    data = render(example(), "xlsx", lang=lang)
    assert [rows(data, 0), rows(data, 1)] == snapshot


def test_the_same_reports_give_the_same_bytes() -> None:
    """No clock is in it."""
    assert render(example(), "xlsx") == render(example(), "xlsx")


@given(hostile_reports())
@settings(max_examples=40, deadline=None)
def test_no_text_is_a_formula_or_a_link(report: Report) -> None:
    """A cell is a text; one that looks like a formula stays one even when it is edited."""
    data = render(report, "xlsx")
    assert len(rows(data, 1)) == 2
    content = inside(data)
    assert "<f>" not in content
    assert "<hyperlink" not in content


def test_a_formula_is_quoted() -> None:
    """As if the clerk had typed an apostrophe before it."""
    assert 'quotePrefix="1"' in inside(render(report_of("=1+1"), "xlsx"))
    assert 'quotePrefix="1"' not in inside(render(report_of("1+1"), "xlsx"))


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_the_clerks_sheet_comes_back_annotated(tmp_path: Path, suffix: str) -> None:
    """Every cell in its place, the wrong one coloured and with the remedy as a comment, persons masked."""
    data = _checked(tmp_path, suffix)
    copy = rows(data, 2)
    assert copy[1] == ["A-1", "浙江云栖示例科技(杭州)有限公司", "enterprise", "周**", "139****0011", "=HYPERLINK(1)"]
    assert copy[2][0] == "A-2"
    (comment,) = re.findall(r'<comment ref="(\w+)"', inside(data))
    assert comment == "B2"
    assert "switch to a Chinese input method" in inside(data)
    assert "FFF8CBC6" in inside(data)
    assert "13957100011" not in inside(data)


def test_values_are_shown_on_request(tmp_path: Path) -> None:
    """The copy is then the sheet itself."""
    assert rows(_checked(tmp_path, ".csv", "--show-values"), 2)[1][3:5] == ["周示例", "13957100011"]


def test_a_value_that_no_field_took_is_hidden(tmp_path: Path) -> None:
    """Nobody can tell whether it is personal."""
    table = TABLE.replace("sponsor.nature", "private note").replace("enterprise", "13957100012 李四")
    data = _checked(tmp_path, ".csv", table=table)
    assert rows(data, 2)[1][2] == "…"
    assert "李四" not in inside(data)


def test_any_name_makes_a_sheet() -> None:
    """Excel refuses some names, and two that are the same."""
    sheets = [Sheet("a.xlsx", name, {(1, 1): "x"}) for name in ("a/b?", "a/b?", "", "x" * 50, "History")]
    data = workbook([report_of("x", place=Place(1, 1, "a/b?")).at("a.xlsx", 0)], "zh", sheets)
    with zipfile.ZipFile(BytesIO(data)) as parts:
        assert len([name for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]) == 7
    assert rows(data, 6) == [["x"]]


def _checked(folder: Path, suffix: str, *options: str, table: str = TABLE) -> bytes:
    """What the command line writes on a table in that kind of file."""
    source, target = folder / f"filings{suffix}", folder / "report.xlsx"
    if suffix == ".csv":
        source.write_text(table, "utf-8")
    else:
        with Workbook(source) as book:
            sheet = book.add_worksheet("申请")
            for number, line in enumerate(table.splitlines()):
                for column, cell in enumerate(line.split(",")):
                    sheet.write_string(number, column, cell)
    arguments = ("check", str(source), "--format", "xlsx", "--output", str(target), *BRACKETS, *options)
    assert main(arguments) == 0
    return target.read_bytes()

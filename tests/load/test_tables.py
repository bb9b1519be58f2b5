"""Tables: every value reaches its field whatever the column is called, and no digit is lost in silence."""

import csv
import io
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
import xlsxwriter
from cases import load as base

from beian_validate.document import Source, Unreadable
from beian_validate.finding import Place
from beian_validate.load import Document, Missing, load
from beian_validate.load.columns import column, list_of
from beian_validate.validator import Validator

VALIDATOR = Validator(as_of=date(2026, 3, 1))
Rows = Sequence[Sequence[object]]


def flat(value: Any, path: str = "") -> dict[str, Any]:
    """An application as one row under dotted paths."""
    if isinstance(value, dict):
        pairs = list(value.items())
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        pairs = [(str(index), item) for index, item in enumerate(value)]
    else:
        return {path: "、".join(map(str, value)) if isinstance(value, list) else value}
    return {key: item for name, part in pairs for key, item in flat(part, f"{path}.{name}" if path else name).items()}


def sources(path: Path) -> list[Source]:
    found = [document.content for document in load([str(path)]) if isinstance(document, Document)]
    assert all(isinstance(content, Source) for content in found)
    return [content for content in found if isinstance(content, Source)]


def workbook(path: Path, **sheets: Rows) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(rows):
                for position, cell in enumerate(cells):
                    sheet.write(row, position, cell)
    return path


def table(rows: Rows) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize(
    ("header", "pointer"),
    [
        ("sponsor.certificate.number", "/sponsor/certificate/number"),
        ("/sponsor/name", "/sponsor/name"),
        ("websites.1.domains.0.name", "/websites/1/domains/0/name"),
        ("websites.name", "/websites/0/name"),
        ("主办单位名称", "/sponsor/name"),
        ("主办者.主办单位证件.证件号码", "/sponsor/certificate/number"),
        ("主体负责人姓名", "/sponsor/person_in_charge/name"),
        ("主体负责人 / 联系方式1(移动电话)", "/sponsor/person_in_charge/mobile"),
        ("网站2.网站名称", "/websites/1/name"),
        ("网站名称3", "/websites/2/name"),
        ("网站 2 · 网站域名 3", "/websites/1/domains/2/name"),
        ("Person in charge of the sponsor.Name", "/sponsor/person_in_charge/name"),
        ("网站首页URL", "/websites/0/home_urls"),
    ],
)
def test_a_header_names_a_field(header: str, pointer: str) -> None:
    """By path counted from 0, by title counted from 1."""
    found = column(header)
    assert found is not None
    assert found.pointer == pointer


@pytest.mark.parametrize(
    "header", ["姓名", "sponsor", "sponsor.nme", "网站0.网站名称", "websites.99999.name", "1", "", "主办单位名称 1 2"]
)
def test_what_names_no_field_or_several_is_no_column(header: str) -> None:
    """A guess would put a value into the wrong person."""
    assert column(header) is None


def test_sheets_are_named_after_lists() -> None:
    """In both languages."""
    assert [list_of(name) for name in ("网站", "websites", "Apps", "申请")] == ["websites", "websites", "apps", None]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("name", ["enterprise", "individual", "app"])
def test_a_flat_application_is_as_good_as_a_nested_one(tmp_path: Path, name: str, encoding: str) -> None:
    """The report on the row is the report on the application."""
    row = flat(base(name))
    path = tmp_path / "a.csv"
    path.write_bytes(table([list(row), list(row.values())]).encode(encoding))
    (source,) = sources(path)
    assert VALIDATOR.validate_source(source).findings == VALIDATOR.validate(base(name)).findings == ()


def test_findings_name_sheet_row_and_column(tmp_path: Path) -> None:
    """Row and column count from 1, the row of the headers included."""
    row = flat(base("enterprise"))
    row["sponsor.name"] = str(row["sponsor.name"]).replace("（", "(").replace("）", ")")
    path = workbook(tmp_path / "a.xlsx", 申请=[list(row), [""] * len(row), list(row.values())])
    (finding,) = [f for f in VALIDATOR.validate_source(sources(path)[0]).findings if f.code == "SPN003"]
    assert finding.place == Place(3, list(row).index("sponsor.name") + 1, "申请")


def test_an_identity_number_kept_as_a_number_is_told(tmp_path: Path) -> None:
    """Once, as an error of its own; the rules about the number are silent; shorter numbers are exact."""
    row = flat(base("individual"))
    row["sponsor.person_in_charge.certificate.number"] = 330106199003075000.0
    row["sponsor.person_in_charge.mobile"] = float(row["sponsor.person_in_charge.mobile"])
    path = workbook(tmp_path / "a.xlsx", Sheet1=[list(row), list(row.values())])
    report = VALIDATOR.validate_source(sources(path)[0])
    person = "/sponsor/person_in_charge"
    assert [f.code for f in report.findings if f.pointer == f"{person}/certificate/number"] == ["SYS010"]
    assert not [f.code for f in report.findings if f.pointer == f"{person}/mobile"]


def test_the_same_damage_in_text_is_told(tmp_path: Path) -> None:
    """As a spreadsheet shows it."""
    path = tmp_path / "a.csv"
    path.write_text("id,sponsor.certificate.number\nA,3.30106E+17\n")
    report = VALIDATOR.validate_source(sources(path)[0])
    assert ("SYS010", Place(2, 2)) in [(str(f.code), f.place) for f in report.findings]


def test_websites_stand_on_a_sheet_of_their_own(tmp_path: Path) -> None:
    """They belong to the application whose number they give; one that nobody has is not lost."""
    filings: Rows = [["申请编号", "主办单位名称"], ["A-1", "甲"], [2, "乙"]]
    sites: Rows = [["申请编号", "网站名称", "网站域名2"], ["2", "一", "b.cn"], [2.0, "二", ""], ["A-9", "三", ""]]
    notes = [["怎样填写"], ["一行一份申请"]]
    found = sources(workbook(tmp_path / "a.xlsx", 说明=notes, 申请=filings, 网站=sites))
    assert [source.value.get("id") for source in found] == ["A-1", "2", "A-9"]
    assert found[1].value["websites"] == [{"name": "一", "domains": [{}, {"name": "b.cn"}]}, {"name": "二"}]
    assert found[1].places["/websites/1/name"] == Place(3, 2, "网站")


def test_cells_become_what_the_schema_takes(tmp_path: Path) -> None:
    """Terms by label or code, flags, dates as a spreadsheet keeps them, lists in one cell."""
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("filings")
        headers = ["主办单位性质", "sponsor.certificate.valid_from", "网站服务内容", "网站.是否经营性", "网站首页URL"]
        sheet.write_row(0, 0, headers)
        sheet.write(1, 0, 4)
        sheet.write_datetime(1, 1, date(2018, 5, 10), book.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_row(1, 2, ["单位门户网站；其他", "否", "a.cn\nwww.a.cn"])
    (source,) = sources(path)
    assert source.value["sponsor"] == {"nature": "4", "certificate": {"valid_from": "2018-05-10"}}
    assert source.value["websites"][0]["home_urls"] == ["a.cn", "www.a.cn"]
    assert not [f for f in VALIDATOR.validate_source(source).findings if f.code.startswith("SCH")]


def test_an_unknown_column_is_told(tmp_path: Path) -> None:
    """With its place and the nearest field."""
    path = tmp_path / "a.csv"
    path.write_text("id,provder\nA,aliyun\n")
    (finding,) = [f for f in VALIDATOR.validate_source(sources(path)[0]).findings if f.code == "SCH001"]
    assert (finding.place, finding.params["nearest"]) == (Place(2, 2), "provider")


def test_no_cell_is_passed_over(tmp_path: Path) -> None:
    """Two columns for one field, a column without a header and a cell beside the headers are told."""
    path = tmp_path / "a.csv"
    path.write_text("id,provider,接入服务商,\nA,aliyun,tencent,x,y\n")
    findings = VALIDATOR.validate_source(sources(path)[0]).findings
    told = {(str(finding.code), finding.column) for finding in findings if finding.code.startswith("SCH")}
    assert {("SCH012", 3), ("SCH001", 4)} <= told


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.csv", b"", "empty"),
        ("a.csv", b"id,provider\n,\n", "empty"),
        ("a.csv", b"x,y\n1,2\n", "table"),
        ("a.csv", b'id\n"a\n', "table"),
        ("a.csv", b"\xff\xfei\0d\0", "encoding"),
        ("a.csv", b"id\n\x80\xff", "encoding"),
        ("a.xlsx", b"PK", "table"),
        ("a.parquet", b"PAR1", "table"),
    ],
)
def test_what_is_no_table_is_told(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    """With a code, never with a traceback."""
    path = tmp_path / name
    path.write_bytes(data)
    contents = [d.content for d in load([str(path)]) if not isinstance(d, Missing)]
    assert isinstance(contents[-1], Unreadable)
    assert contents[-1].kind == kind
    assert VALIDATOR.unreadable(contents[-1]).findings[0].message("zh")


@pytest.mark.parametrize("nested", [True, False])
def test_parquet_is_read_nested_or_flat(tmp_path: Path, nested: bool) -> None:
    """Both give what the application gives, and a name with a pattern in it is only a name."""
    path = tmp_path / "a[1].parquet"
    rows = tmp_path / "rows.json"
    rows.write_text(json.dumps([base("enterprise") if nested else flat(base("enterprise"))] * 2))
    duckdb.execute(f"copy (select * from read_json('{rows}')) to '{path}' (format parquet)")
    documents = [document for document in load([str(path)]) if isinstance(document, Document)]
    assert len(documents) == 2
    for document in documents:
        content = document.content
        report = VALIDATOR.validate_source(content) if isinstance(content, Source) else VALIDATOR.validate(content)
        assert report.findings == ()

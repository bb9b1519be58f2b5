"""What `init` writes is what `check` reads: every header leads back to its field."""

import json
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import python_calamine
import xlsxwriter
import yaml
from cases import load as base

from beian_validate.cli import main
from beian_validate.document import Source, Unreadable
from beian_validate.load import Document, load
from beian_validate.load.columns import column
from beian_validate.schema.app import App
from beian_validate.schema.application import Application
from beian_validate.schema.node import Node
from beian_validate.schema.website import Website
from beian_validate.splice import value_at
from beian_validate.template import _described, as_json, as_yaml, columns, empty
from beian_validate.validator import Validator
from beian_validate.work import judge


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", [Application, Website, App])
def test_every_header_leads_back(kind: type[Node], lang: str) -> None:
    """In both languages, on every sheet."""
    found = {one.header: column(one.header, kind) for one in columns(kind, lang)}
    assert {header: one and one.pointer for header, one in found.items()} == {
        one.header: one.pointer for one in columns(kind, lang)
    }


@pytest.mark.parametrize("format", ["json", "yaml", "xlsx"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_template_has_the_right_shape(tmp_path: Path, format: str, lang: str) -> None:
    """Nothing is filled in, nothing is unknown; a file that is there stays."""
    target = tmp_path / f"filing.{format}"
    arguments = ["init", "--format", format, "--output", str(target), "--lang", lang]
    assert main(arguments) == 0
    before = target.read_bytes()
    assert main(arguments) == 2
    assert target.read_bytes() == before
    (document,) = load([str(target)])
    assert isinstance(document, Document)
    if isinstance(document.content, Unreadable):
        assert (format, document.content.kind) == ("xlsx", "empty")
    else:
        report = judge(document, Validator(as_of=date(2026, 3, 1)))
        assert not [finding.code for finding in report.findings if finding.code.startswith("SCH")]


def test_yaml_and_json_have_every_field() -> None:
    """In the order of the form, with its label."""
    assert yaml.safe_load(as_yaml()) == json.loads(as_json()) == empty()
    assert "主办单位名称" in as_yaml()


def test_options_notes_and_text_cells(tmp_path: Path) -> None:
    """Drop-down lists of official options, notes on every column, digits that stay digits."""
    path = tmp_path / "filing.xlsx"
    assert main(["init", "--output", str(path), "--lang", "zh"]) == 0
    with ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        comments = archive.read("xl/comments1.xml").decode()
        styles = archive.read("xl/styles.xml").decode()
    assert "'选项'!$A$1" in sheet
    assert comments.count("<comment ") == len(columns(Application, "zh"))
    assert 'numFmtId="49"' in styles
    book = python_calamine.CalamineWorkbook.from_path(str(path))
    assert book.sheet_names == ["申请", "网站", "APP", "选项", "说明"]
    assert ["企业"] in [cell for row in book.get_sheet_by_name("选项").to_python() for cell in [row[1:2], row[2:3]]]


@pytest.mark.parametrize("name", ["enterprise", "individual", "app"])
def test_a_filled_template_is_the_application(tmp_path: Path, name: str) -> None:
    """Typed into the columns of the template, a good application stays good."""
    filing: dict[str, Any] = base(name)
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        for sheet, kind, items in (
            ("申请", Application, [filing]),
            ("网站", Website, filing.get("websites", [])),
            ("APP", App, filing.get("apps", [])),
        ):
            page = book.add_worksheet(sheet)
            several = [*columns(kind, "zh")]
            if kind is not Application:
                several.insert(0, _described(Application, "/id", "zh"))
            page.write_row(0, 0, [one.header for one in several])
            for row, item in enumerate(items, 1):
                for position, one in enumerate(several):
                    cell = filing["id"] if kind is not Application and not position else value_at(item, one.pointer)
                    text = "、".join(map(str, cell)) if isinstance(cell, list) else cell
                    text = "是" if text is True else "否" if text is False else text
                    page.write(row, position, text or "")
    (document,) = load([str(path)])
    assert isinstance(document, Document)
    assert isinstance(document.content, Source)
    validator = Validator(as_of=date(2026, 3, 1))
    lists = [f for f in validator.validate_source(document.content).findings if not f.code.startswith("MAT")]
    assert lists == []

"""What a province asks, printed: `rules --province`, `explain --province` and the pages."""

import json

import pytest
from cases import ROOT

from beian_validate.cli import OK, UNUSABLE, main
from beian_validate.errors import ConfigError
from beian_validate.law.provinces import NATIONWIDE, file_names, province_name
from beian_validate.report.province import all_rows, codes_of, deciding, known_province, province_table
from beian_validate.rules.asked import asked

PROVINCES = sorted(set(file_names()) - {NATIONWIDE})


@pytest.mark.parametrize("province", PROVINCES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_table_tells_every_row(province: str, lang: str) -> None:
    """Each row is told with what it asks and whose account it is."""
    text = province_table(province, lang)
    assert province_name(province).label(lang) in text
    assert all(asked(row).label(lang) in text and row.account.label(lang) in text for row in all_rows(province))


@pytest.mark.parametrize("word", ["44", "440106", "广东", "广东省", "Guangdong"])
def test_a_province_goes_by_many_names(word: str) -> None:
    """A province is found by its digits and by its names."""
    assert known_province(word) == "44"


@pytest.mark.parametrize("word", ["71", "99", "Guangdon", ""])
def test_a_province_without_a_table_is_refused(word: str) -> None:
    """Whoever names a province that has no authority here is told so."""
    with pytest.raises(ConfigError, match="no province"):
        known_province(word)


def test_a_province_hides_only_what_it_replaces() -> None:
    """A nationwide row for individuals stays where the province speaks about organisations only."""
    names = {row.row.id for row in all_rows("44")}
    assert {"44/domain-holder", "00/domain-holder-ind"} <= names
    assert "00/domain-holder-org" not in names


def test_every_code_that_decides_is_told() -> None:
    """The rules that a row names are told for it, and none for a document."""
    rows = {row.row.id: row for row in all_rows("44")}
    assert codes_of(rows["44/min-age"]) == ("PRV019", "PRV023")
    assert codes_of(rows["44/commitment-letter"]) == ()
    assert "PRV019" in deciding("44", "PRV019", "zh")
    assert province_name("44") in deciding("44", "SPN041", "zh")


def test_rules_prints_a_province(capsys: pytest.CaptureFixture[str]) -> None:
    """`rules --province` prints the table, or the same as data."""
    assert main(["rules", "--province", "33", "--lang", "en"]) == OK
    assert capsys.readouterr().out == province_table("33", "en")
    assert main(["rules", "--province", "33", "--format", "json"]) == OK
    data = json.loads(capsys.readouterr().out)
    assert [entry["id"] for entry in data] == [row.row.id for row in all_rows("33")]


def test_rules_refuses_an_unknown_province(capsys: pytest.CaptureFixture[str]) -> None:
    """A province that does not exist is a mistake of the call."""
    assert main(["rules", "--province", "Guangdon"]) == UNUSABLE
    assert "did you mean 'Guangdong'" in capsys.readouterr().err


def test_explain_shows_what_decides(capsys: pytest.CaptureFixture[str]) -> None:
    """`explain --province` adds the rows that the rule reads."""
    assert main(["explain", "PRV019", "--province", "44", "--lang", "zh"]) == OK
    printed = capsys.readouterr().out
    assert printed.endswith(deciding("44", "PRV019", "zh"))
    assert main(["explain", "PRV019", "--province", "nowhere"]) == UNUSABLE


@pytest.mark.parametrize("province", PROVINCES)
def test_the_page_names_every_row(province: str) -> None:
    """The page of a province in the documentation has all rows, in both languages."""
    text = (ROOT / "docs" / "rules" / "provinces" / f"{file_names()[province]}.md").read_text("utf-8")
    assert all(row.account in text and row.account.en in text for row in all_rows(province))
    assert text.count("\n| ") >= len(all_rows(province))

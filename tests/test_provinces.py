"""Thirty-one tables: every row is read, or says why not, and every row that is read bites."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cases import AS_OF, ROOT
from province_cases import PLAIN, SITE_REMARK, application, base_of
from province_trials import trial_of

from beian_validate.checks.provinces import PROVINCES
from beian_validate.finding import Finding, Severity
from beian_validate.law.provinces import NATIONWIDE, Requirement, by_hand, file_names, requirements, rows
from beian_validate.result import Report
from beian_validate.rules import all_rules
from beian_validate.rules.asked import asked, concerned, fields, reason_words, unread
from beian_validate.rules.provinces_orders import FIELDS as MANUAL
from beian_validate.schema.vocabulary import Nature, OrderType
from beian_validate.tables import table
from beian_validate.tables.bibliography import source
from beian_validate.validator import Validator

FOLDER = ROOT / "src" / "beian_validate" / "tables" / "provinces"
MAINLAND = sorted(code for code, province in PROVINCES.items() if province.icp_abbreviation)
EVERY = {row.row.id: row for name in file_names() for row in rows(name)}
ALSO_BY_HAND = EVERY | {row.row.id: row for name in file_names() for row in by_hand(name)}
WORD_LISTS = ("website.name.forbidden_words", "website.name.preapproval_words")
VALIDATOR = Validator(as_of=AS_OF)
CODES = {str(rule.code): rule for rule in all_rules()}


def judged(reasons: tuple[str, ...]) -> dict[str, Requirement]:
    """The rows whose reason not to be read is one of these; the empty one is that of rows that are read."""
    return {name: row for name, row in EVERY.items() if unread(row) in reasons}


BY_PROGRAM = {
    name: row
    for name, row in judged(("", "general")).items()
    if row.field not in (*MANUAL, *WORD_LISTS) and row.row.in_force(AS_OF)
}
BY_HAND = {name: row for name, row in judged(("",)).items() if row.field in MANUAL}
BY_WORD = {name: row for name, row in EVERY.items() if row.field in WORD_LISTS}


def province_of(row: Requirement) -> str:
    """Two digits of a province in which the row holds; nationwide rows hold where the province says nothing."""
    code = row.row.id.partition("/")[0]
    if code != "00":
        return code
    natures = sorted(row.natures - {"organisation"}) or ["enterprise"]
    order = next(iter(sorted(row.orders)), "new_subject")
    wanted = frozenset({row.field})
    return next((p for p in MAINLAND if row in requirements(p, natures[0], order, AS_OF, wanted)), "33")


def by_row(report: Report, row: Requirement) -> Iterator[Finding]:
    """The findings that a row has decided."""
    for found in (*report.findings, *report.manual):
        if found.sources and found.sources[0].article == row.row.id:
            yield found


def judge(row: Requirement, base: str, patch: dict[str, Any]) -> Report:
    """The report on a patched application in the province of a row."""
    return VALIDATOR.validate(application(row, province_of(row), base, patch))


def test_every_province_has_a_table() -> None:
    """Thirty-one divisions have an authority, and one table holds for all."""
    assert sorted(file_names()) == sorted([*MAINLAND, NATIONWIDE])
    assert len(EVERY) > 650


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.toml")), ids=lambda file: file.stem)
def test_the_table_is_in_order(file: Path) -> None:
    """Every row has its keys, its words are known, its sources are in the bibliography."""
    content = tomllib.loads(file.read_text("utf-8"))
    natures = {*Nature, "organisation", "individual_business"}
    assert content["province"]["code"] == ("00" if file.stem == NATIONWIDE else file.stem[:2])
    for row in (*content["rows"], *content.get("by_hand", ())):
        assert row["field"] in fields(), row["id"]
        assert row["kind"] in {"prohibit", "require", "limit", "document", "advise"}
        assert set(row.get("applies_to", ())) <= natures, row["id"]
        assert set(row.get("order_types", ())) <= set(OrderType), row["id"]
        assert row["severity"] in set(Severity), row["id"]
        assert row["basis"] in {"stated", "inferred"}, row["id"]
        assert all(source(name) for name in (*row["source"], *row.get("contested", ())))
    assert len({row["id"] for row in content["rows"]}) == len(content["rows"])


def test_what_only_a_person_sees_is_kept_apart() -> None:
    """No rule can read a row that is marked as one for a person, but the pages show it."""
    assert len(ALSO_BY_HAND) == 792
    assert not set(EVERY) & {row.row.id for name in file_names() for row in by_hand(name)}


def test_what_is_contested_is_no_error() -> None:
    """Where accounts differ, nobody is told that the application will be refused."""
    assert not [name for name, row in EVERY.items() if row.contested and row.severity == Severity.ERROR]
    assert [name for name, row in EVERY.items() if row.contested]


@pytest.mark.parametrize("field", sorted(fields()))
def test_every_field_is_read_or_says_why_not(field: str) -> None:
    """Nothing that a program could check is dropped in silence."""
    entry = fields()[field]
    assert bool(entry.get("rules")) != bool(entry.get("unread")), field
    assert {*entry.get("rules", ()), *entry.get("general", ())} <= set(CODES)
    assert any(row.field == field for row in ALSO_BY_HAND.values()), f"{field} is in no table"


@pytest.mark.parametrize("name", sorted(name for name, row in EVERY.items() if unread(row)))
def test_the_reason_is_a_known_one(name: str) -> None:
    """A row that no rule reads has a reason in both languages."""
    words = reason_words(unread(EVERY[name]))
    assert words
    assert words.en


def test_exceptions_are_rows() -> None:
    """An exception for a row that is gone must go as well."""
    assert set(table("province_fields")["rows"]) <= set(EVERY)


def test_no_rule_knows_a_province() -> None:
    """Neither the name nor the digits of a province stand in a rule: the tables hold them."""
    for chapter in sorted((ROOT / "src" / "beian_validate" / "rules").glob("prov*.py")):
        text = chapter.read_text("utf-8")
        assert not [p.name for p in PROVINCES.values() if p.short_name in text or p.english in text], chapter.name
        assert not [code for code in PROVINCES if f'"{code}"' in text], chapter.name


@pytest.mark.parametrize("name", sorted(BY_PROGRAM))
def test_the_row_bites(name: str) -> None:
    """An application that breaks the row is found at the right place, by the row or by the general rule."""
    row = BY_PROGRAM[name]
    trial = trial_of(row, province_of(row))
    report = judge(row, trial.base, dict(trial.bad))
    if trial.general:
        assert set(trial.general) & {str(found.code) for found in report.findings}
        assert set(trial.general) <= set(fields()[row.field]["general"])
        return
    found = [finding for finding in by_row(report, row) if finding.pointer == trial.at]
    assert found, [(str(f.code), f.pointer, f.sources[:1]) for f in report.findings]
    assert {str(finding.code) for finding in found} <= set(fields()[row.field]["rules"])
    assert {finding.severity for finding in found} == {row.severity}
    for lang in ("zh", "en"):
        assert row.province.label(lang) in found[0].message(lang)
        assert row.account.label(lang) in found[0].message(lang)


@pytest.mark.parametrize("name", sorted(BY_PROGRAM))
def test_the_row_lets_a_right_application_pass(name: str) -> None:
    """An application that meets the row hears nothing from it."""
    row = BY_PROGRAM[name]
    trial = trial_of(row, province_of(row))
    report = judge(row, trial.base, dict(trial.good))
    assert not [(str(found.code), found.pointer) for found in by_row(report, row)]
    assert not report.outcomes.crashed


@pytest.mark.parametrize("name", sorted(BY_WORD))
def test_every_word_of_a_list_bites(name: str) -> None:
    """Each listed word is found in a name, by the row or by the general lists of words."""
    row = BY_WORD[name]
    for word in row.value:
        report = judge(row, "", {"/websites/0/name": f"云雀{word}手记", SITE_REMARK: PLAIN})
        general = {str(found.code)[:3] for found in report.findings if found.pointer == "/websites/0/name"}
        assert list(by_row(report, row)) or general & {"NAM", "PRE"}, word
    assert not list(by_row(judge(row, "", {}), row))


@pytest.mark.parametrize("name", sorted(BY_HAND))
def test_what_no_program_sees_is_listed(name: str) -> None:
    """What only the old filing shows is listed for a person, with what the province asks."""
    row = BY_HAND[name]
    listed = list(by_row(judge(row, base_of(row), {}), row))
    assert [found.pointer for found in listed] in (["/order_type"], ["/sponsor/person_in_charge/mobile"])
    assert asked(row) in listed[0].message("zh")
    assert asked(row).en in listed[0].message("en")


@pytest.mark.parametrize("name", sorted(ALSO_BY_HAND))
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_row_can_be_told(name: str, lang: str) -> None:
    """A row reads as words in both languages: no slug is left over."""
    row = ALSO_BY_HAND[name]
    assert "_" not in asked(row).label(lang) + concerned(row, lang)


def test_the_stricter_limit_holds() -> None:
    """A nationwide limit gives way to a province's, unless it is the stricter one."""
    ages = {"responsible_person.min_age"}
    assert [row.value for row in requirements("41", "enterprise", "new_subject", AS_OF, frozenset(ages))] == [18]
    phones = requirements("11", "enterprise", "new_subject", AS_OF, frozenset({"phone.distinct_count_min"}))
    assert [row.row.id for row in phones] == ["11/phone-distinct"]
    elsewhere = requirements("33", "enterprise", "new_subject", AS_OF, frozenset({"phone.distinct_count_min"}))
    assert [row.row.id for row in elsewhere] == ["00/person-phones-differ"]


def test_rows_hold_from_their_day() -> None:
    """A nationwide row that came into force in 2019 is silent about 2018."""
    wanted = frozenset({"website.domain_count_max"})
    assert requirements("33", "enterprise", "new_subject", AS_OF, wanted)
    assert not requirements("33", "enterprise", "new_subject", date(2018, 5, 1), wanted)

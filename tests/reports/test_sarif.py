"""SARIF: what code scanning is given."""

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given, settings
from reported import EXAMPLE, TRAPS, example, hostile_reports, report_of
from sarif_pydantic import Sarif
from syrupy.assertion import SnapshotAssertion

from beian_validate import Report, render
from beian_validate.finding import Place

LANGUAGES = ("zh", "en")
SCHEMA = Path(__file__).parent / "sarif" / "sarif-2.1.0-rtm.4.json"
"""The official one."""

SLIP = '{2}]?$"'
"""A bracket too many in a pattern of the official schema, which a strict reader of patterns refuses."""


@pytest.fixture(scope="session")
def official() -> jsonschema_rs.Validator:
    """The official schema, with formats such as that of a URI."""
    text = SCHEMA.read_text("utf-8")
    assert text.count(SLIP) == 2
    return jsonschema_rs.validator_for(json.loads(text.replace(SLIP, '{2}?$"')), validate_formats=True)


def _log(report: Report, lang: str = "zh") -> dict[str, Any]:
    """A log, after another implementation has read it."""
    text = render(report, "sarif", lang=lang).encode("utf-8").decode()
    Sarif.model_validate_json(text)
    log = json.loads(text)
    assert isinstance(log, dict)
    return log


def _run(report: Report, lang: str = "zh") -> dict[str, Any]:
    """The one run of a log."""
    log = _log(report, lang)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_log_reads_as_it_did(lang: str, snapshot: SnapshotAssertion) -> None:
    """Every word and every key."""
    assert render(example(), "sarif", lang=lang) == snapshot


def test_a_result_says_where() -> None:
    """Line and column for editors, the pointer for programs."""
    result = _run(example())["results"][0]
    location = result["locations"][0]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": EXAMPLE},
        "region": {"startLine": 6, "startColumn": 13},
    }
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "/sponsor/name"


def test_every_result_names_its_rule() -> None:
    """The position in the list of rules is that of the rule; each has help in both languages."""
    run = _run(example())
    rules = run["tool"]["driver"]["rules"]
    assert run["results"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    brackets = next(rule for rule in rules if rule["id"] == "SPN003")
    for words in ("名称使用了半角括号", "Half-width brackets in the name"):
        assert words in brackets["help"]["text"]
        assert words in brackets["help"]["markdown"]


def test_fingerprints_do_not_depend_on_words_or_lines() -> None:
    """They stay in another language and where lines were added; two applications of a file have their own."""
    report = example()

    def prints(report: Report, lang: str = "zh") -> list[str]:
        return [result["partialFingerprints"]["rulePointer/v1"] for result in _run(report, lang)["results"]]

    assert prints(report) == prints(report, "en")
    assert len(set(prints(report))) == len(prints(report))
    assert not set(prints(report)) & set(prints(report.at(EXAMPLE, 1)))


def test_what_was_waived_is_suppressed() -> None:
    """With the reason that was given."""
    (result,) = _run(report_of("agreed with the authority", waived=True))["results"]
    (suppression,) = result["suppressions"]
    assert suppression["kind"] == "external"
    assert suppression["justification"] == "agreed with the authority"


def test_what_a_person_must_look_at_has_no_level() -> None:
    """SARIF knows it as a review."""
    (result,) = _run(report_of("x", manual=True))["results"]
    assert (result["kind"], result["level"]) == ("review", "none")


def test_a_cell_is_no_line() -> None:
    """A row of a workbook would show in the wrong place of an editor."""
    (result,) = _run(report_of("a.xlsx", place=Place(3, 28, "网站")))["results"]
    physical = result["locations"][0]["physicalLocation"]
    assert "region" not in physical
    assert physical["properties"] == {"sheet": "网站", "row": 3, "column": 28}


@pytest.mark.parametrize(
    ("source", "uri"),
    [
        ("a b/备案.json", "a%20b/%E5%A4%87%E6%A1%88.json"),
        ("a:b.json", "a%3Ab.json"),
        ("/srv/a.json", "file:///srv/a.json"),
    ],
)
def test_a_path_is_written_as_a_uri(source: str, uri: str) -> None:
    """Spaces, colons and Chinese are escaped."""
    location = _run(example().at(source, 0))["results"][0]["locations"][0]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_standard_input_is_no_file() -> None:
    """Only the logical place remains."""
    assert "physicalLocation" not in _run(example().at("-", 0))["results"][0]["locations"][0]


REPORTS = (
    example(),
    example().at("a b/备案:1.json", 3),
    example().at("-", 0),
    report_of("x", waived=True),
    report_of("x", manual=True),
    report_of("a.xlsx", place=Place(1, 2, "网站")),
    *(report_of(trap) for trap in TRAPS),
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_official_schema_is_kept(lang: str, official: jsonschema_rs.Validator) -> None:
    """By findings of every kind, from every kind of source, with any text in them."""
    wrong = {
        f"{list(error.instance_path)}: {error.message[:200]}"
        for report in REPORTS
        for error in official.iter_errors(_log(report, lang))
    }
    assert wrong == set()


def test_the_official_schema_bites(official: jsonschema_rs.Validator) -> None:
    """What it does not know is refused."""
    assert not official.is_valid({**_log(example()), "surprise": 1})
    assert not official.is_valid({"version": "2.1.0"})


@given(hostile_reports())
@settings(deadline=None)
def test_any_text_leaves_the_log_whole(report: Report) -> None:
    """Another implementation reads it."""
    assert len(_run(report)["results"]) == 1

"""Wrong shapes: each is told once, at its place, without its value, and the rest is still judged."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beian_validate import Application, Validator, Verdict, validate
from beian_validate.json_schema import application_schema
from beian_validate.rules import system
from beian_validate.shape import KINDS, original, shape

TEN_WRONG: dict[str, Any] = {
    "id": 7,
    "order_type": "renewal",
    "sponsor": {
        "name": ["浙江(示例)有限公司"],
        "nature": True,
        "certificate": {"valid_to": "31.12.2030", "numbr": "x"},
        "person_in_charge": {"is_legal_representative": "maybe"},
    },
    "websites": [{"name": "示例", "domains": [3], "access": {"locations": ["Atlantis"]}}, "two"],
}


def test_ten_wrong_fields_give_ten_findings() -> None:
    """One run tells them all, and only them, in the order of the form."""
    report = validate(TEN_WRONG, select="SCH")
    assert [(f.code, f.pointer) for f in report.findings] == [
        ("SCH002", "/id"),
        ("SCH005", "/order_type"),
        ("SCH002", "/sponsor/name"),
        ("SCH005", "/sponsor/nature"),
        ("SCH006", "/sponsor/certificate/valid_to"),
        ("SCH001", "/sponsor/certificate/numbr"),
        ("SCH008", "/sponsor/person_in_charge/is_legal_representative"),
        ("SCH004", "/websites/0/domains/0"),
        ("SCH009", "/websites/0/access/locations/0"),
        ("SCH004", "/websites/1"),
    ]


def test_the_rest_is_still_judged() -> None:
    """A wrong date does not hide half-width brackets."""
    report = validate({"milestones": {"created_on": "soon"}, "sponsor": {"name": "浙江(杭州)有限公司"}})
    assert {"SCH006", "SPN003"} <= {f.code for f in report.findings}


def test_findings_never_quote_the_value() -> None:
    """What could not be read may be personal."""
    secret = "张三丰13800138000"
    wrong = {"sponsor": {"name": [secret], "nature": secret, "certificate": {"valid_to": secret}, secret: 1}}
    text = json.dumps(validate(wrong, select="SCH").to_dict(), ensure_ascii=False)
    assert "张三" not in text
    assert "13800138000" not in text


def test_null_and_an_empty_text_are_absent() -> None:
    """Forms send them for fields that were left out."""
    empty = {"sponsor": None, "order_type": "", "websites": [{"service_type": None, "domains": None}]}
    assert shape(empty, Application).misfits == ()


def test_the_nearest_field_is_named() -> None:
    """A slip of the keyboard is answered with the field that was meant."""
    (finding,) = validate({"sponsor": {"nmae": "x"}}, select="SCH").findings
    assert finding.params["nearest"] == "name"


def test_terms_that_cannot_be_read_keep_the_others_in_place() -> None:
    """Pointers to the later items of the list still fit the input."""
    sponsor = {"nature": "individual", "name": "周示例"}
    wrong = {"sponsor": sponsor, "websites": [{"content_types": ["nonsense", "网络购物"]}]}
    report = validate(wrong, select="SCH,WEB001")
    assert [(f.code, f.pointer) for f in report.findings] == [
        ("SCH005", "/websites/0/content_types/0"),
        ("WEB001", "/websites/0/content_types/1"),
    ]


@pytest.mark.parametrize(("kept", "position"), [(0, 1), (1, 3), (2, 4)])
def test_positions_are_counted_back(kept: int, position: int) -> None:
    """Items 0 and 2 of the list were dropped."""
    assert original(f"/a/{kept}/b", {"/a": (0, 2)}) == f"/a/{position}/b"


def test_a_value_that_could_not_be_read_is_not_missing() -> None:
    """With the shape findings switched off, the verdict is open instead of ready."""
    filing = {"provider": "aliyun", "websites": [{"service_number": {"value": 5}}]}
    report = validate(filing, select="SVC001")
    assert report.findings == ()
    assert report.verdict == Verdict.UNDECIDED


WRONG = st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.lists(st.integers(), max_size=2)


def _any_application() -> st.SearchStrategy[Any]:
    """An application with any field of the schema holding any small value."""
    definitions = application_schema()["$defs"]
    fields = {name: tuple(body["properties"]) for name, body in definitions.items()}
    part = {name: st.fixed_dictionaries({}, optional=dict.fromkeys(f, WRONG)) for name, f in fields.items()}
    website = st.fixed_dictionaries({}, optional={**dict.fromkeys(fields["Website"], WRONG), "access": part["Access"]})
    return st.fixed_dictionaries(
        {},
        optional={
            "sponsor": part["Sponsor"] | WRONG,
            "websites": st.lists(website | WRONG, max_size=2),
            "milestones": part["Milestones"],
            "materials": st.lists(part["Material"], max_size=2),
        },
    )


@given(_any_application())
def test_every_error_has_a_kind_of_its_own(value: Any) -> None:
    """No error of pydantic falls through to the last resort."""
    shaped = shape(value, Application)
    assert all(misfit.kind in system.SHAPES and misfit.kind != "other" for misfit in shaped.misfits)


def test_every_kind_has_an_article() -> None:
    """What the reader can say, the rule book can explain."""
    assert set(KINDS.values()) <= set(system.SHAPES)


@pytest.mark.parametrize(
    "value", [None, 5, "x", [], True, {1: 2}, {"sponsor": {("a",): 1}}, object(), {"websites": {1, 2}}]
)
def test_nothing_is_too_odd_to_be_answered(value: object) -> None:
    """Whatever is given, a report comes back."""
    assert Validator(as_of=date(2026, 3, 1)).validate(value).verdict == Verdict.NOT_READY


@pytest.mark.parametrize("key", ["²", "٣", "3", "-", "~1/"])
def test_a_key_like_a_position_is_only_unknown(key: str) -> None:
    """Digits that no list position has, and such as look like one, are keys like others."""
    found = validate({"sponsor": {"person_in_charge": {key: None}}}, select="SCH").findings
    assert [str(finding.code) for finding in found] == ["SCH001"]


def test_a_loop_is_answered() -> None:
    """A value that contains itself cannot trap the reader."""
    loop: dict[str, Any] = {}
    loop["sponsor"] = loop
    assert "SCH001" in {f.code for f in validate(loop).findings}

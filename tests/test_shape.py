"""Wrong shapes: each is told once, at its place, without its value, and the rest is still judged."""

import json
from datetime import UTC, date, datetime
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
    filing = {"provider": "aliyun", "websites": [{"service_number": {"value": [5]}}]}
    report = validate(filing, select="SVC001")
    assert report.findings == ()
    assert report.verdict == Verdict.UNDECIDED


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2037/6/1", "2037-06-01"),
        ("2037.06.01", "2037-06-01"),
        ("2037-6-1", "2037-06-01"),
        ("2037年6月1日", "2037-06-01"),
        ("20370601", "2037-06-01"),
        (20370601, "2037-06-01"),
        ("2037-06-01 00:00:00", "2037-06-01"),
        ("2037-06-01T09:30", "2037-06-01"),
        ("２０３７－０６－０１", "2037-06-01"),
        (datetime(2037, 6, 1), "2037-06-01"),
    ],
)
def test_a_day_in_another_form_is_read(written: object, day: str) -> None:
    """It is told with a safe fix, and the rules judge the day that was meant."""
    for end in ("2020-01-01", written):
        filing = {"sponsor": {"certificate": {"valid_from": "2036-01-01", "valid_to": end}}}
        found = validate(filing, select="SCH,CER012").findings
        assert ("CER012" in {f.code for f in found}) == (end == "2020-01-01")
    (finding,) = found
    assert (finding.code, finding.pointer) == ("SCH013", "/sponsor/certificate/valid_to")
    assert finding.fix is not None
    assert [step.value for step in finding.fix.patch] == [day]


@pytest.mark.parametrize(
    "written",
    ["01/06/2037", "6/1/37", "2037-13-01", "2037/6", "2037-06-01Z", "50192", "2037-06-01 25:00", True, 1.5, "x" * 50,
     datetime(2037, 6, 1, tzinfo=UTC)],
)  # fmt: skip
def test_a_day_that_may_be_another_is_not_read(written: object) -> None:
    """Nobody's deadline is guessed."""
    (finding,) = validate({"sponsor": {"certificate": {"valid_to": written}}}, select="SCH").findings
    assert (finding.code, finding.fix) == ("SCH006", None)


@pytest.mark.parametrize("figure", [13957100012, 13957100012.0])
def test_a_figure_in_place_of_a_number_is_read(figure: object) -> None:
    """It is told with a safe fix whose value stays private."""
    filing = {"sponsor": {"person_in_charge": {"name": "周示例", "mobile": figure, "emergency_phone": "13957100012"}}}
    report = validate(filing, select="SCH,PER041")
    assert [str(f.code) for f in report.findings] == ["SCH014", "PER041"]
    fix = report.findings[0].fix
    assert fix is not None
    assert fix.patch[0].value == "13957100012"
    assert "13957100012" not in json.dumps(report.to_dict())


@pytest.mark.parametrize("figure", [10**15, 1.5, True, float("nan"), float("inf")])
def test_a_figure_that_may_have_lost_digits_is_not_read(figure: object) -> None:
    """What a spreadsheet has rounded cannot be put right."""
    filing = {"sponsor": {"person_in_charge": {"mobile": figure}}}
    assert [str(f.code) for f in validate(filing, select="SCH").findings] == ["SCH002"]


def test_a_figure_in_a_list_is_not_read() -> None:
    """An address of a machine is no figure."""
    filing = {"websites": [{"access": {"ip_addresses": [47]}}]}
    assert [str(f.code) for f in validate(filing, select="SCH").findings] == ["SCH002"]


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


@pytest.mark.parametrize(("field", "code"), [("content_types", "WEB011"), ("languages", "WEB013")])
@pytest.mark.parametrize("item", ["", None])
def test_a_list_of_nothing_is_missing(field: str, code: str, item: object) -> None:
    """An empty row of a form is no value that could not be read: the presence of the field is judged."""
    report = validate({"websites": [{field: [item]}]}, select=code)
    assert [str(finding.code) for finding in report.findings] == [code]
    assert report.blocked == ()
    unread = validate({"websites": [{field: ["nonsense"]}]}, select=code)
    assert (unread.findings, unread.verdict) == ((), Verdict.UNDECIDED)


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

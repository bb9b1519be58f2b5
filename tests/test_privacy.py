"""Personal values never leave the library: not in a report, a repr, a pickle or a traceback."""

import copy
import json
import pickle
import traceback
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reported import inside

from beian_validate import Application, Report, Validator, render, validate
from beian_validate.context import Circumstances, Context
from beian_validate.engine import Plan
from beian_validate.masking import mask_address, mask_email, mask_free_text, mask_name, mask_number, mask_phone
from beian_validate.report import FORMATS
from beian_validate.report.parts import visible
from beian_validate.rule import Hits, Root, cite, hit, rule
from beian_validate.schema.node import Node
from beian_validate.tree import Survey, texts, walk

ORGANISATION = "浙江云栖示例科技(杭州)有限公司"
CREDIT_CODE = "91330106MA2EXMP10F"


def _person(mark: str) -> dict[str, Any]:
    return {
        "name": f"名{mark}",
        "certificate": {"type": "resident_id_card", "number": f"号{mark}", "address": f"址{mark}"},
        "mobile": f"手{mark} ",
        "office_phone": f"座{mark}\u200b",
        "emergency_phone": f"急{mark}",
        "email": f"邮{mark}",
    }


def _filing(mark: str, *, is_individual: bool) -> dict[str, Any]:
    """An application with a different marker in every personal field, and something wrong with most of them."""
    party = {
        "name": f"户{mark}",
        "certificate": {"type": "resident_id_card", "number": f"证{mark}", "address": f"住{mark}"},
    }
    organisation = {
        "name": ORGANISATION,
        "certificate": {"type": "business_licence", "number": CREDIT_CODE, "address": f"住{mark}"},
        "registry_record": {
            "name": "浙江云栖示例科技（杭州）有限公司",
            "number": "91330106MA2EXMP20F",
            "address": f"登{mark}",
        },
    }
    sponsor = {
        "nature": "individual" if is_individual else "enterprise",
        "address": f"通{mark}\u202e",
        "investor": f"投{mark}(甲",
        "person_in_charge": _person(f"a{mark}"),
        "legal_representative": _person(f"b{mark}"),
        **(party if is_individual else organisation),
    }
    domain = {
        "name": "a.cn",
        "holder": {"name": f"持{mark}(乙", "certificate": {"type": "passport", "number": f"护{mark}"}},
    }
    website = {"name": "示例", "domains": [domain], "person_in_charge": _person(f"c{mark}"), "remark": f"名c{mark}"}
    return {"provider": "aliyun", "sponsor": sponsor, "websites": [website], "apps": [copy.deepcopy(website)]}


def _everything(report: Report) -> str:
    """All that can come out of a report."""
    shown = [_text(render(report, format, lang=lang)) for format in FORMATS for lang in ("zh", "en")]
    return "\n".join([*shown, repr(report), str(report.findings), repr(pickle.dumps(report)), repr(report.blocked)])


def _text(rendered: str | bytes) -> str:
    return rendered if isinstance(rendered, str) else inside(rendered)


def _leaks(filing: dict[str, Any], shown: str) -> set[str]:
    """The personal values of a filing that can be read in a text."""
    found = set()
    for node, _, _ in walk(Application.model_validate(filing)):
        for field in texts(type(node)):
            value = getattr(node, field.name)
            if (
                isinstance(value, str)
                and field.privacy not in ("public", "free_text")
                and len(value) > 3
                and (value in shown or visible(value) in shown)
            ):
                found.add(value)
    return found - {ORGANISATION, CREDIT_CODE, "浙江云栖示例科技（杭州）有限公司", "91330106MA2EXMP20F"}


@given(st.text("抂抃抅QZ79", min_size=6, max_size=20), st.booleans())
@example("抂抂抂抂抂抂", False)  # an investor as long as a company's name
@settings(deadline=None)
def test_no_personal_value_is_shown(mark: str, is_individual: bool) -> None:
    """Well-formed or not, in its own field or quoted by another."""
    filing = _filing(mark, is_individual=is_individual)
    report = Validator(as_of=date(2026, 3, 1)).validate_json(json.dumps(filing))
    assert report.findings
    assert _leaks(filing, _everything(report)) == set()


def test_a_company_is_named() -> None:
    """A company's name and credit code are public."""
    report = Validator(as_of=date(2026, 3, 1)).validate(_filing("x" * 8, is_individual=False))
    shown = render(report, "json")
    assert ORGANISATION in shown
    assert CREDIT_CODE in shown


def test_values_are_shown_on_request() -> None:
    """`show_values` alone lifts the masks."""
    filing = _filing("x" * 8, is_individual=True)
    assert "xxxxxxxx" not in render(Validator(as_of=date(2026, 3, 1)).validate(filing), "json")
    assert "xxxxxxxx" in render(Validator(as_of=date(2026, 3, 1), show_values=True).validate(filing), "json")


def test_a_private_fix_works_in_memory_only() -> None:
    """It can be applied, but is neither printed nor pickled."""
    report = validate({"sponsor": {"person_in_charge": {"mobile": " 13957100011"}}}, select="TXT005")
    (finding,) = report.findings
    assert finding.fix is not None
    assert finding.fix.patch[0].value == "13957100011"
    assert finding.to_dict()["fix"]["patch"] == [{"op": "replace", "path": "/sponsor/person_in_charge/mobile"}]
    travelled = pickle.loads(pickle.dumps(report)).findings[0].fix
    assert travelled.patch[0].value is None


def test_nodes_are_silent() -> None:
    """An application in a log or an exception tells which fields it has, not what is in them."""
    application = Application.model_validate(_filing("x" * 8, is_individual=True))
    nodes = [application, application.sponsor, application.sponsor.person_in_charge]
    shown = f"{application!r} {application} {nodes} {nodes[-1]!s}"
    assert "xxx" not in shown
    assert "sponsor" in shown
    with pytest.raises(ValueError, match="sponsor") as refused:
        Application.model_validate({"sponsor": {"person_in_charge": {"mobile": 13957100011}}})
    assert "13957100011" not in str(refused.value)
    with pytest.raises(ValueError, match="frozen") as refused:
        application.sponsor.name = "李四的秘密"  # type: ignore[misc]
    assert "秘密" not in str(refused.value)


def test_a_crash_tells_nothing() -> None:
    """The exception of a rule may quote the filing; only its name is kept."""

    @rule("SPN003", "x", each=Root, severity="error", source=cite("seed-guide"))  # type: ignore[arg-type]
    def broken(node: Node, ctx: Context) -> Hits:
        raise KeyError("13957100011")
        yield hit("")

    plan = Plan(broken.__dict__["rules"])
    node = Application()
    tally = plan.run(Context(node, Circumstances(), Survey(node)))
    assert "13957100011" not in repr(tally)


def test_an_unreadable_file_is_not_quoted() -> None:
    """A syntax error tells a place, never the text there."""
    report = Validator().validate_json('{"sponsor": {"name": "张三丰" 13957100011}}')
    assert "张三丰" not in _everything(report)
    assert "13957100011" not in _everything(report)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("身份证33010619850312001X。", "身份证3301**********001X。"),
        ("身份证330106850312001", "身份证3301*******2001"),
        ("电话 13957100011", "电话 139****0011"),
        ("+86 139-5710-0011 转", "+86**********0011 转"),
        ("座机0571-88000011", "座机057******0011"),
        ("写信到 zhou@example.cn，谢谢", "写信到 z***@example.cn，谢谢"),
        ("信用代码 914403001922038216", "信用代码 914403001922038216"),
        ("订单 20260301000000000123456", "订单 20260301000000000123456"),
        ("服务号 6f1c2d7e-3a4b-8c5d-9e0f-1a2b3c4d5e6f", "服务号 6f1c2d7e-3a4b-8c5d-9e0f-1a2b3c4d5e6f"),
    ],
)
def test_numbers_and_addresses_in_prose_are_masked(text: str, masked: str) -> None:
    """Free text may quote them; what only looks similar stays."""
    assert mask_free_text(text) == masked


@given(st.text(min_size=2))
def test_a_mask_never_shows_the_whole(text: str) -> None:
    """Each kind of mask hides something of any value."""
    for mask in (mask_number, mask_name, mask_phone, mask_email, mask_address):
        shown = mask(text)
        assert shown != text or "*" in text


def test_tracebacks_of_misuse_are_silent() -> None:
    """Passing personal data where a setting belongs is the caller's own doing; the data still stay out of ours."""
    try:
        Validator().validate_json(object())  # type: ignore[arg-type]
    except TypeError as error:
        shown = "".join(traceback.format_exception(error))
    assert "takes bytes or str, not object" in shown

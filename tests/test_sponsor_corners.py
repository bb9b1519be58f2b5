"""Sponsor, persons and addresses: one slip is told once and where it is, and what is right is left in peace."""

from datetime import date
from typing import Any

import pytest
from cases import load, patched

from beian_validate import Person, Sponsor, Validator, validate

DAY = date(2026, 3, 1)
SP, PIC, SITE = "/sponsor", "/sponsor/person_in_charge", "/websites/0/person_in_charge"
NAME, NARROW = "浙江云栖示例科技（杭州）有限公司", "浙江云栖示例科技(杭州)有限公司"
WU: dict[str, Any] = {
    "name": "吴示例",
    "certificate": {"type": "resident_id_card", "number": "330106197907220039", "valid_to": "2037-06-01"},
    "mobile": "13957100033",
    "emergency_phone": "13957100044",
    "email": "wu@example.cn",
}


def _found(base: str, patch: dict[str, Any], select: str = "SPN,CER,PER,CON,DOM,TXT,WEB,NAM") -> list[tuple[str, str]]:
    report = Validator(as_of=DAY, select=select).validate(patched(load(base), patch))
    return [(str(finding.code), finding.pointer) for finding in report.findings]


def test_an_application_without_a_sponsor_is_not_ready() -> None:
    """Nothing can be filed for nobody; a part that is begun is told field by field, and a change may name nothing."""
    filing = {key: value for key, value in load("enterprise").items() if key != "sponsor"}
    for given in (filing, {**filing, "sponsor": None}):
        assert ("SPN017", "/sponsor") in _found_in(given)
    assert "SPN017" not in {code for code, _ in _found_in({**filing, "sponsor": {}})}
    assert "SPN017" not in {code for code, _ in _found_in({**filing, "order_type": "change"})}


def _found_in(filing: dict[str, Any]) -> list[tuple[str, str]]:
    return [(str(f.code), f.pointer) for f in Validator(as_of=DAY, select="SPN").validate(filing).findings]


def test_brackets_as_the_licence_has_them() -> None:
    """Where the province wants the licence's brackets and the register shows the same, it is a doubt and no more."""
    patch = {"~move": "11", f"{SP}/name": NARROW, f"{SP}/registry_record/name": NARROW}
    report = Validator(as_of=DAY, select="SPN003,SPN016").validate(patched(load("enterprise"), patch))
    assert [(str(f.code), str(f.severity)) for f in report.findings] == [("SPN003", "warning"), ("SPN016", "warning")]
    assert [f.fix and str(f.fix.safety) for f in report.findings] == ["suggested", None]
    elsewhere = Validator(as_of=DAY, select="SPN003").validate(patched(load("enterprise"), {f"{SP}/name": NARROW}))
    assert [(str(f.severity), f.fix and str(f.fix.safety)) for f in elsewhere.findings] == [("error", "safe")]


@pytest.mark.parametrize(
    ("base", "patch", "expected"),
    [
        ("enterprise", {f"{SP}/name": "浙江云西示例科技（杭州）有限公司"}, [("CON010", f"{SP}/name")]),
        ("enterprise", {f"{SP}/name": f"{NAME} "}, [("TXT005", f"{SP}/name")]),
        ("enterprise", {"/websites/0/domains/0/holder/name": f"{NAME} "},
         [("TXT005", "/websites/0/domains/0/holder/name")]),
        ("enterprise", {f"{SP}/name": "yunqi-shili.cn"}, [("SPN042", f"{SP}/name")]),
        ("enterprise", {f"{SP}/name": "待补充"}, [("SPN001", f"{SP}/name")]),
        ("enterprise", {f"{SP}/name": "浙江云栖示例科技（杭州）有限公\ufffd"}, [("TXT008", f"{SP}/name")]),
        ("enterprise", {f"{SP}/certificate/number": "91330106MA2EXMP01F"}, [("CER027", f"{SP}/certificate/number")]),
        ("enterprise", {f"{SP}/certificate/number": "无"}, [("SPN008", f"{SP}/certificate/number")]),
        ("enterprise", {f"{SP}/division_code": "310115"}, [("SPN028", f"{SP}/division_code")]),
        ("enterprise", {f"{SP}/address": "上海市浦东新区示例路1号"}, [("SPN033", f"{SP}/address")]),
        ("enterprise", {f"{PIC}/name": "周示列"}, [("CON030", f"{PIC}/name")]),
        ("enterprise", {f"{PIC}/name": "待定"}, [("PER003", f"{PIC}/name")]),
        ("enterprise", {f"{PIC}/certificate/number": "330106198503120011"}, [("CER046", f"{PIC}/certificate/number")]),
        ("enterprise", {f"{SP}/nature": "individual"}, [("CER001", f"{SP}/certificate/type")]),
        ("enterprise", {f"{SP}/certificate/type": "resident_id_card"}, [("CER001", f"{SP}/certificate/type")]),
        ("sole-trader", {f"{SP}/nature": "individual"}, [("CER001", f"{SP}/certificate/type")]),
        ("individual", {f"{SP}/name": "林示列"}, [("SPN046", f"{SP}/name")]),
        ("individual", {f"{SP}/name": "待定"}, [("SPN001", f"{SP}/name")]),
        ("individual", {f"{PIC}/name": "林示列"}, [("PER020", f"{PIC}/name")]),
        ("individual", {f"{SITE}/name": "无"}, [("PER003", f"{SITE}/name")]),
    ],
)  # fmt: skip
def test_one_slip_is_told_once(base: str, patch: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    """The finding stands at the wrong field, and the right ones that differ from it are not blamed."""
    assert _found(base, patch) == expected


@pytest.mark.parametrize(
    ("patch", "select", "expected"),
    [
        ({f"{SITE}/mobile": "+86 139 5710 0011"}, "CON032,CON033", []),
        ({SITE: {**WU, "mobile": "+8613957100011"}}, "CON033", [("CON033", f"{SITE}/mobile")]),
        ({SITE: {**WU, "email": "无", "mobile": "无"}, f"{PIC}/email": "无", f"{PIC}/mobile": "无"}, "CON", []),
        ({SITE: {**WU, "certificate": {"number": "无"}}, f"{PIC}/certificate/number": "无"}, "CON", []),
        ({SITE: {**WU, "is_legal_representative": True}}, "PER022", [("PER022", f"{SITE}/name")]),
        ({SITE: {**WU, "is_legal_representative": True}, f"{SP}/legal_representative": None}, "PER022",
         [("PER022", f"{SITE}/name")]),
        ({SITE: {**WU, "is_legal_representative": True}, f"{SP}/legal_representative": None,
          f"{PIC}/is_legal_representative": False}, "PER022", []),
        ({SITE: {**WU, "name": "无", "is_legal_representative": True}}, "PER022", []),
        ({f"{PIC}/is_legal_representative": False, f"{PIC}/certificate/number": "330106197907220039"}, "PER016", []),
        ({f"{PIC}/is_legal_representative": False, f"{PIC}/certificate/number": ""}, "PER016",
         [("PER016", f"{PIC}/is_legal_representative")]),
        ({f"{SITE}/certificate/number": "330106197907220039"}, "CON031", [("CON031", f"{SITE}/certificate/number")]),
        ({f"{PIC}/emergency_phone": "无", f"{PIC}/mobile": "无"}, "PER03,PER04", []),
        ({f"{PIC}/email": "暂无"}, "PER05", []),
        ({f"{PIC}/emergency_phone": "+8613957100011"}, "PER041,PER042,PER046", [("PER041", f"{PIC}/emergency_phone")]),
        ({f"{PIC}/mobile": "", f"{PIC}/emergency_phone": "+8613957100022"}, "PER042,PER046",
         [("PER046", f"{PIC}/emergency_phone")]),
        ({f"{PIC}/name": "zhou shili", f"{PIC}/certificate/type": None}, "PER013", []),
        ({f"{PIC}/certificate/number": "无"}, "CER04,CER05", []),
        ({f"{SP}/certificate/address": "同上"}, "CON013", []),
        ({f"{SP}/investor": "无"}, "SPN047,SPN048", []),
        ({f"{SP}/investor": "李四海"}, "SPN047,SPN048", [("SPN047", f"{SP}/investor")]),
        ({f"{SP}/investor": "吴示例", PIC: {**WU, "is_legal_representative": False}}, "SPN047",
         [("SPN047", f"{SP}/investor")]),
        ({f"{SP}/investor": "杭州市人民政府"}, "SPN047,SPN048", []),
        ({f"{SP}/address": "淳安县示例镇示例村3组", f"{SP}/division_code": "330127"}, "SPN027", []),
        ({f"{SP}/address": "西湖大道1号"}, "SPN027", []),
        ({f"{SP}/address": "江苏省南京市鼓楼区示例路1号"}, "SPN027", []),
        ({f"{SP}/address": "宁波市江北区示例路1号"}, "SPN027", []),
        ({f"{SP}/division_code": "330100", f"{SP}/address": "杭州市滨江区示例路1号"}, "SPN027", []),
        ({f"{SP}/address": "浙江省杭州市西湖区", f"{SP}/remark": "通信地址已为最详细地址。"}, "SPN022,SPN030",
         [("SPN022", f"{SP}/address")]),
        ({f"{SP}/address": "杭州市西湖区文三路100号7-3-101", f"{SP}/remark": "通信地址已为最详细地址。"},
         "SPN030,SPN031", [("SPN031", f"{SP}/address")]),
        ({f"{SP}/address": "12345"}, "SPN022,SPN023,SPN024", []),
    ],
)  # fmt: skip
def test_what_is_near_a_slip(patch: dict[str, Any], select: str, expected: list[tuple[str, str]]) -> None:
    """The other spelling, the other person, the filler word."""
    assert _found("enterprise", patch, select) == expected


def test_a_fix_of_an_individuals_name_is_made_everywhere() -> None:
    """Sponsor, investor and holder carry the same name and keep agreeing with the persons."""
    places = [f"{SP}/name", f"{SP}/investor", f"{PIC}/name", f"{SITE}/name", "/websites/0/domains/0/holder/name"]
    report = validate(patched(load("individual"), dict.fromkeys(places, "林示例先生")), as_of=DAY, select="PER027")
    fixes = [{step.path for step in finding.fix.patch} for finding in report.findings if finding.fix]
    assert set().union(*fixes) == set(places)
    alone = validate(Person(name="林示例先生"), select="PER027").findings
    assert [len(finding.fix.patch) for finding in alone if finding.fix] == [1]


def test_a_sponsor_alone_is_judged_by_its_own_person() -> None:
    """Without the services nobody can say whose name is the odd one."""
    sponsor = Sponsor.model_validate({**load("individual")["sponsor"], "name": "林示列"})
    assert [str(f.code) for f in validate(sponsor, select="PER020,SPN046").findings] == ["PER020"]


@pytest.mark.parametrize(
    ("province", "nature", "number", "expected"),
    [
        ("36", "enterprise", "360102200812010019", ["PRV019"]),
        ("22", "individual", "220102200812010011", []),
        ("22", "individual", "220102201112010018", ["PRV019"]),
        ("33", "enterprise", "330106200812010015", ["PRV019"]),
        ("36", "enterprise", "36010220081201001", []),
    ],
)
def test_minors(province: str, nature: str, number: str, expected: list[str]) -> None:
    """Where the province has a limit or a band of its own, that is what holds."""
    person = {"name": "周示例", "certificate": {"type": "resident_id_card", "number": _checked(number)}}
    sponsor = {"nature": nature, "division_code": f"{province}0102", "person_in_charge": person}
    found = Validator(as_of=DAY, select="PRV019", province=province).validate({"sponsor": sponsor}).findings
    assert [str(f.code) for f in found] == expected


def _checked(number: str) -> str:
    from beian_validate.checks.resident_id import check_character

    return number[:17] + check_character(number[:17]) if len(number) == 18 else number


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("本公司已注销", "注销"),
        ("公司处于吊销状态，待处理", "吊销"),
        ("（已被吊销）软件开发", "吊销"),
        ("被列入经营异常名录", "经营异常"),
        ("公司现为歇业状态", "歇业"),
        ("代理注销、吊销登记", ""),
        ("原备案已注销。域名曾被注销", ""),
        ("本公司未被列入经营异常名录", ""),
    ],
)
def test_the_status_in_words(text: str, word: str) -> None:
    """Only what says of the sponsor itself that it is in trouble is heard."""
    found = validate(Sponsor(remark=text), select="SPN019").findings
    assert [finding.params["word"] for finding in found] == ([word] if word else [])


DEFAULT = "本单位承诺所填备案信息真实有效。"


@pytest.mark.parametrize(
    ("remark", "code", "fix"),
    [
        (DEFAULT + "补充。", "", None),
        (DEFAULT.replace("信息", "信\u200b息"), "", None),
        ("补充。" + DEFAULT, "SPN021", DEFAULT + "补充。"),
        ("补充。" + DEFAULT.replace("信息", "信 息"), "SPN021", None),
        ("", "SPN020", DEFAULT),
        ("展示产品。", "SPN020", DEFAULT + "展示产品。"),
        ("本单位承诺备案信息真实有效。", "SPN020", DEFAULT),
        ("本单位承诺备案信息真实有效。网站展示本单位的产品、动态与联系方式，欢迎垂询。", "SPN020", None),
    ],
)
def test_the_pre_filled_remark(remark: str, code: str, fix: str | None) -> None:
    """It stays first and unchanged; a fix never writes it twice."""
    found = validate(Sponsor(default_remark=DEFAULT, remark=remark), select="SPN020,SPN021").findings
    assert [str(finding.code) for finding in found] == ([code] if code else [])
    assert [finding.fix.patch[0].value if finding.fix else None for finding in found] == ([fix] if code else [])


def test_the_other_person_is_named_as_on_the_form() -> None:
    """A clerk knows the second website's person, not a pointer."""
    site = {"person_in_charge": {**WU, "name": "吴示利"}}
    sites = {"websites": [{"person_in_charge": WU}, site], "apps": [{"person_in_charge": WU}, {"person_in_charge": WU}]}
    (finding,) = validate(sites, select="CON030").findings
    assert finding.pointer == "/websites/1/person_in_charge/name"
    assert "第1个网站的负责人" in finding.message("zh")
    apps = {"apps": [{"person_in_charge": WU}, site]}
    (finding,) = validate(apps, select="CON030").findings
    assert "第1个应用的负责人" in finding.message("zh")


def test_eighteen_characters_are_judged_as_a_credit_code() -> None:
    """On any certificate that carries one."""
    number = {"type": "public_institution_certificate", "number": "124201064201567812"}
    sponsor = Sponsor.model_validate({"nature": "public_institution", "certificate": number})
    assert [str(f.code) for f in validate(sponsor, select="CER02,CER03").findings] == ["CER027"]


CARDS = (f"{SP}/legal_representative/certificate", f"{PIC}/certificate", f"{SITE}/certificate")


@pytest.mark.parametrize(
    ("field", "value", "codes"),
    [
        ("number", "330106198503120010", {"CER046"}),
        ("valid_from", "1980-06-01", {"CER058"}),
        ("valid_to", "2037-06-02", set()),
        ("valid_to", "2037-06-03", {"CER059"}),
        ("valid_to", "2026-04-15", {"CER011"}),
        ("valid_to", "长期", {"CER060"}),
        ("valid_to", "9999-12-31", {"CER060"}),
    ],
)
def test_the_term_of_a_card_is_told_where_nothing_else_is(field: str, value: str, codes: set[str]) -> None:
    """A miscopied number or an end that is near has an article of its own; some systems write a far year for none."""
    found = _found("enterprise", {f"{card}/{field}": value for card in CARDS}, "CER")
    assert {code for code, _ in found} == codes


def test_a_division_abroad_is_told_once() -> None:
    """Where both addresses lie in one province it is only the choice that went wrong."""
    found = _found("enterprise", {f"{SP}/division_code": "810000"}, "SPN")
    assert found == [("SPN028", f"{SP}/division_code")]


def test_what_stands_beside_a_name_is_left_to_the_registry() -> None:
    """The register shows letter by letter what is too much; without it the label itself is the doubt."""
    labelled = {f"{SP}/name": f"单位名称：{NAME}"}
    assert _found("enterprise", labelled, "SPN,CON") == [("CON010", f"{SP}/name")]
    alone = {**labelled, f"{SP}/registry_record": None}
    assert _found("enterprise", alone, "SPN,CON") == [("SPN058", f"{SP}/name")]

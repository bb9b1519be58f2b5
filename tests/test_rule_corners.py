"""Corners of rules that no page's case reaches: what they must pass over in silence, and far dates."""

import json
from datetime import date
from typing import Any

import pytest
from cases import load, patched
from moved import moved

from beian_validate import Sponsor, Validator, validate
from beian_validate.checks import resident_id
from beian_validate.pages import place
from beian_validate.rules.certificates import months_after

DAY = date(2026, 3, 1)


def _codes(filing: dict[str, Any], select: str) -> list[str]:
    return [str(finding.code) for finding in Validator(as_of=DAY, select=select).validate(filing).findings]


def test_an_empty_address_is_none() -> None:
    """A row left empty is no malformed address."""
    assert _codes({"websites": [{"access": {"ip_addresses": ["", "47.96.10.20"]}}]}, "ACC001,ACC002") == []


def test_a_wide_division_code_is_told_once() -> None:
    """Its width has an article of its own; its shape is right."""
    sponsor = {"sponsor": {"division_code": "３３０１０６"}}
    assert _codes(sponsor, "SPN035") == []
    assert _codes(sponsor, "TXT009") == ["TXT009"]


@pytest.mark.parametrize("number", ["HRB 86786 B", "军偿字第 0123 号", "教民：１２３"])
@pytest.mark.parametrize("kind", ["overseas_certificate", "military_paid_service_licence", "private_school_licence"])
def test_a_register_writes_its_own_numbers(kind: str, number: str) -> None:
    """Blanks and wide marks in a free number are the register's, and no fix takes them away."""
    party = {"certificate": {"type": kind, "number": number}}
    sponsor = {**party, "registry_record": {"number": number}}
    filing = {"sponsor": sponsor, "websites": [{"domains": [{"holder": party}]}]}
    assert _codes(filing, "TXT009,TXT010") == []


def test_a_company_writes_its_number_without_blanks() -> None:
    """A credit code is no free number."""
    sponsor = {"certificate": {"type": "business_licence", "number": "91330106 MA2EXMP10F"}}
    assert _codes({"sponsor": sponsor}, "TXT010") == ["TXT010"]


@pytest.mark.parametrize("name", ["木棉手记", "木棉电影手记"])
def test_individuals_are_not_told_to_obtain_a_licence(name: str) -> None:
    """The content is refused to them, the word in the name is no matter of declaring."""
    patch = {"/websites/0/name": name, "/websites/0/content_types": ["online_video"]}
    assert not {"PRE001", "PRE002", "PRE003"} & set(_codes(patched(load("individual"), patch), "PRE,WEB001"))


@pytest.mark.parametrize(
    ("nature", "province"), [("foundation", "64"), ("mass_organisation", "53"), ("private_non_enterprise", "53")]
)
def test_only_organs_and_institutions_have_a_superior_unit(nature: str, province: str) -> None:
    """A foundation or a private school is its own investor."""
    filing = _moved_to("enterprise", province, {"/sponsor/nature": nature})
    filing["sponsor"]["investor"] = filing["sponsor"]["name"]
    assert _codes(filing, "PRV087") == []


def test_a_stream_in_spring_is_no_game() -> None:
    """A word across a border asks for no ISBN."""
    patch = {"/websites/0/name": "春游戏水手记", "/sponsor/remark": "本人的手记。"}
    assert _codes(_moved_to("individual", "44", patch), "PRV102") == []


def test_a_register_abroad_names_organisations() -> None:
    """What a Latin name tells of nobody, the certificate does."""
    party = {
        "name": "Nordlys Kultur ApS",
        "certificate": {"type": "overseas_certificate", "number": "HRB 1"},
    }
    other = {**party, "name": "Nordlys Forlag ApS"}
    filing = {
        "sponsor": {**party, "nature": "overseas_institution"},
        "websites": [{"domains": [{"name": "shili.cn", "holder": other}]}],
    }
    found = validate(filing, as_of=DAY, select="DOM004").findings
    assert "Nordlys Forlag ApS" in found[0].message("zh")
    assert "Nordlys Kultur ApS" in found[0].message("zh")


def test_a_wide_fingerprint_is_told_by_its_width() -> None:
    """What is not ASCII is left to the chapter on text."""
    app = {"apps": [{"platforms": [{"kind": "android", "fingerprint": "０１２３４５６７" * 4}]}]}
    assert _codes(app, "TXT009,APP007,APP008,APP009") == ["TXT009"]


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 31), 3, date(2026, 4, 30)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 29), 3, date(2028, 2, 29)),
        (date(9999, 12, 1), 3, date.max),
    ],
)
def test_months_are_counted_to_the_last_day(day: date, months: int, later: date) -> None:
    """A shorter month ends earlier, and time ends where the calendar does."""
    assert months_after(day, months) == later


def test_an_identity_number_of_an_unknown_region_is_still_one() -> None:
    """A first digit that only other cards have is no proof when nothing else speaks for such a card."""
    first = "85010619850312001"
    person = {
        "name": "周示例",
        "certificate": {"type": "resident_id_card", "number": first + resident_id.check_character(first)},
    }
    assert _codes({"sponsor": {"person_in_charge": person}}, "CER051") == []


def test_without_a_sponsors_name_no_relation_is_judged() -> None:
    """A province that ties the site's name to the sponsor's says nothing while the sponsor has none."""
    filing = {"sponsor": {"division_code": "110105", "nature": "enterprise"}, "websites": [{"name": "云栖示例科技"}]}
    assert _codes(filing, "PRV055,PRV056") == []


def test_the_number_alone_is_no_proof_of_where_somebody_lives() -> None:
    """Who has moved keeps the number: without an address on the card there is only a warning."""
    filing = load("individual")
    filing["sponsor"]["division_code"] = "410102"
    filing["sponsor"]["certificate"]["address"] = ""
    (finding,) = Validator(as_of=DAY, select="PRV013").validate(filing).findings
    assert finding.severity == "warning"


def test_what_a_province_only_advises_is_not_listed() -> None:
    """For a new website in Beijing there is advice on sponsors without services, and nothing to look at."""
    filing = {"order_type": "new_website", "sponsor": {"division_code": "110105", "nature": "enterprise"}}
    assert "PRV152" not in {str(found.code) for found in Validator(as_of=DAY).validate(filing).manual}


def test_an_address_in_another_province_is_proof() -> None:
    """An individual who lives elsewhere is refused where only residents may file."""
    filing = load("individual")
    filing["sponsor"]["division_code"] = "410102"
    filing["sponsor"]["certificate"]["address"] = "广东省广州市天河区体育东路88号示例花园5栋1203房"
    assert "PRV013" in _codes(filing, "PRV013")


def test_a_sponsor_alone_stands_beside_itself() -> None:
    """Its own values count as those of the application; an individual's person in charge is compared with it."""
    sponsor = Sponsor.model_validate({"name": "周示例", "nature": "individual", "person_in_charge": {"name": "李示例"}})
    assert [str(finding.code) for finding in validate(sponsor, select="PER020").findings] == ["PER020"]
    nameless = Sponsor.model_validate({"nature": "individual", "person_in_charge": {"name": "李示例"}})
    assert validate(nameless, select="PER020").outcomes.blocked == 1


IDENTIFIERS = (
    "/sponsor/division_code",
    "/sponsor/certificate/number",
    "/sponsor/person_in_charge/mobile",
    "/sponsor/person_in_charge/email",
    "/websites/0/domains/0/name",
    "/websites/0/home_urls/0",
    "/websites/0/access/ip_addresses/0",
)


@pytest.mark.parametrize("at", IDENTIFIERS)
@pytest.mark.parametrize(
    ("dirt", "code"), [("\n", "TXT005"), ("\t", "TXT005"), ("\x7f", "TXT003"), ("\u200b", "TXT001")]
)
def test_one_dirty_identifier_among_clean_ones_is_told(at: str, dirt: str, code: str) -> None:
    """What pasting from a spreadsheet leaves behind a number is seen, whatever the other fields hold."""
    filing = load("enterprise")
    *above, last = (int(step) if step.isdecimal() else step for step in at[1:].split("/"))
    node: Any = filing
    for step in above:
        node = node[step]
    node[last] += dirt
    found = Validator(as_of=DAY, select="TXT").validate(filing).findings
    assert [(str(finding.code), finding.pointer) for finding in found] == [(code, at)]


DECLARED = {"/sponsor/business_scope": "新闻信息服务", "/websites/0/pre_approvals": [{"category": "news"}]}


def _moved_to(base: str, province: str, patch: dict[str, Any]) -> dict[str, Any]:
    return patched(load(base), {"~move": province, **patch})


@pytest.mark.parametrize(
    ("base", "province", "patch"),
    [
        ("individual", "14", {"/sponsor/certificate/type": ""}),
        ("enterprise", "42", DECLARED),
        ("enterprise", "34", DECLARED),
        ("enterprise", "33", {"/materials": [{"kind": "营业执照", "about": "/sponsor", "file": "a.营业执照 副本"}]}),
        ("enterprise", "33", {"/materials": [{"kind": "营业执照", "about": "/sponsor", "file": "upload/4711"}]}),
        ("enterprise", "51", {
            "/order_type": "change",
            "/websites/0/domains": [{"name": f"shili{index}.cn"} for index in range(6)],
            "/materials": [{"kind": "情况说明", "about": "/sponsor", "file": "a.jpg"}],
        }),
    ],
)  # fmt: skip
def test_what_a_province_leaves_open_is_passed_over(base: str, province: str, patch: dict[str, Any]) -> None:
    """An empty type, a declared approval, a file without an ending, a limit that a statement lifts."""
    codes = "PRV021,PRV110,PRV111,MAT006,MAT007,PRV031"
    assert _codes(_moved_to(base, province, patch), codes) == []


def test_the_row_of_the_province_makes_a_general_warning_an_error() -> None:
    """Six letters of a name, three months of a domain: as grave as the row, and in the province's name."""
    late = {"/websites/0/domains/0/expires_on": "2026-05-20"}
    for province, severity in (("31", "error"), ("35", "warning")):
        report = Validator(as_of=DAY, select="DOM026").validate(_moved_to("enterprise", province, late))
        assert [str(finding.severity) for finding in report.findings] == [severity]
        assert "的要求，据" in report.findings[0].message("zh")
    assert "according to" in report.findings[0].message("en")


def test_no_division_and_an_address_of_the_province() -> None:
    """The province comes from the address, else from that of the certificate, and the caller's word before both."""
    nowhere = {"/sponsor/division_code": "", "/sponsor/certificate/address": "上海市徐汇区示例路8号"}
    filing = patched(load("enterprise"), nowhere)
    assert Validator(as_of=DAY, select="PRV001").validate(filing).findings == ()
    unnamed = patched(filing, {"/sponsor/address": "示例路8号"})
    assert Validator(as_of=DAY, select="PRV001").validate(unnamed).findings == ()
    given = Validator(as_of=DAY, province="44", select="PRV001,PRV002").validate(filing)
    assert given.findings == ()


def test_a_contradiction_between_persons_is_told_in_words_of_the_form() -> None:
    """The message names the part as the form does; the JSON keeps the pointer."""
    filing = patched(load("enterprise"), {"/websites/0/person_in_charge/name": "周示利"})
    found = Validator(as_of=DAY, select="CON030").validate(filing).findings[0]
    assert found.params["other"] == "/sponsor/person_in_charge"
    assert "主体负责人" in found.message("zh")
    assert "the sponsor's person in charge" in found.message("en")
    assert place("/websites/0/domains/1", "zh") == "第1个网站的第2个域名"
    assert place("/websites/0/domains/1", "en") == "domain no. 2 of website no. 1"
    assert place("", "en") == "application"


@pytest.mark.parametrize(
    ("name", "is_hospital"),
    [("木棉示例医院", True), ("木棉示例医院有限公司", True), ("木棉示例医院（普通合伙）", True),
     ("木棉示例汽车医院", False), ("木棉示例医院食堂", False), ("医院路木棉便利店", False),
     ("木棉示例宠物医院", False)],
)  # fmt: skip
def test_a_hospital_is_what_its_name_ends_with(name: str, is_hospital: bool) -> None:
    """Who repairs cars or sells to hospitals has no licence of one to show."""
    filing = load("sole-trader")
    known = filing["sponsor"]["name"]
    filing = json.loads(json.dumps(filing, ensure_ascii=False).replace(known, name))
    codes = {str(found.code) for found in validate(filing, as_of=DAY).findings}
    assert ("PRV102" in codes) is is_hospital


def test_one_name_for_two_websites_is_sure_to_be_refused_only_with_one_content() -> None:
    """Shaanxi: some accounts want other names, others only other contents."""
    filing = moved(load("enterprise"), "61")
    first = filing["websites"][0]
    for description, severity in ((first["description"], "error"), ("面向经销商的产品手册下载。", "warning")):
        domain = {**first["domains"][0], "name": "shili-xian.cn"}
        number = {**first["service_number"], "value": "6f1c2d7e-3a4b-8c5d-9e0f-1a2b3c4d5e70"}
        other = {**first, "description": description, "domains": [domain], "home_urls": ["www.shili-xian.cn"],
                 "service_number": number}  # fmt: skip
        report = validate({**filing, "websites": [first, other]}, as_of=DAY)
        assert [found.severity for found in report.findings if found.code == "PRV058"] == [severity]


def test_residents_of_the_regions_are_not_surely_foreigners() -> None:
    """Shandong speaks of foreign legal representatives; whether Hong Kong's are meant no account says."""
    filing = moved(load("enterprise"), "37")
    for kind, number, severity in (("passport", "E12345678", "error"), ("taiwan_travel_permit", "12345678", "warning")):
        for person in (filing["sponsor"]["legal_representative"], filing["sponsor"]["person_in_charge"]):
            person["certificate"] |= {"type": kind, "number": number}
        report = validate(filing, as_of=DAY)
        assert [found.severity for found in report.findings if found.code == "PRV011"] == [severity]

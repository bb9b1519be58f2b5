"""The list of documents: what each province asks of whom, what is there already, and that nothing personal shows."""

import json
from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from cases import EXAMPLES, load, patched
from hypothesis import given
from hypothesis import strategies as st

from beian_validate.checks.resident_id import check_character
from beian_validate.cli import main
from beian_validate.cli.checklist import as_json, as_markdown, as_text
from beian_validate.document import read
from beian_validate.law.filing import at
from beian_validate.materials import Checklist, checklist
from beian_validate.schema.application import Application
from beian_validate.schema.material_names import material_kind
from beian_validate.shape import shape
from beian_validate.validator import Validator

DAY = date(2026, 3, 1)
LETTER, PERSON = "authorization_letter", "/sponsor/person_in_charge"
SOMEBODY = {"/sponsor/person_in_charge/is_legal_representative": False}
MORE_SITES = {f"/websites/{index}/name": f"示例第{index}站" for index in range(1, 31)}
SEVEN_DOMAINS = {f"/websites/0/domains/{index}/name": f"example{index}.cn" for index in range(1, 7)}
OTHER_FOR_THE_SITE = {"/websites/0/person_in_charge/name": "孙示例"}
HELD_BY_THE_HEAD = {
    "/sponsor/legal_representative/name": "孙示例",
    "/websites/0/domains/0/holder/name": "孙示例",
}
FROM_ELSEWHERE = {
    f"{PERSON}/certificate/number": "410102199003070023",
    f"{PERSON}/certificate/address": "",
    f"{PERSON}/is_legal_representative": True,
}
PASSPORT = {"/sponsor/certificate/type": "passport", "/sponsor/certificate/number": "E12345678"}
MOVED_IN = {"/sponsor/certificate/number": "410102199003070023"}
TWO_RESOURCES = {
    "/order_type": "access",
    "/websites/1/name": "示例第二站",
    "/websites/0/access/instance_id": "i-first",
    "/websites/1/access/instance_id": "i-second",
}
LICENSED = {"/websites/0/pre_approvals": [{"category": "news"}]}


def parsed(data: Mapping[str, Any]) -> Application:
    """An application as it is read from a file."""
    node = shape(read(json.dumps(data)).value, Application).node
    assert isinstance(node, Application)
    return node


def listed(base: str, province: str, *patches: Mapping[str, Any]) -> Checklist:
    """The list for a known-good application in a province, without its materials, with patches."""
    data = patched(load(base), {"~move": province, "/materials": []})
    for patch in patches:
        data = patched(data, patch)
    return checklist(parsed(data), as_of=DAY)


def due(found: Checklist) -> set[tuple[str, str]]:
    """First kind and pointer of what is due for certain."""
    return {(document.kinds[0], document.about) for document in found.missing}


def born(province: str, day: str) -> dict[str, Any]:
    """An individual of that birthday with an identity card of that province."""
    first = f"{province}0102{day}002"
    number = first + check_character(first)
    place = "/certificate/number"
    return {f"/sponsor{place}": number, f"{PERSON}{place}": number, f"/websites/0/person_in_charge{place}": number}


def from_elsewhere(province: str = "41") -> dict[str, Any]:
    """An individual whose card and the address on it are those of another province."""
    return {**born(province, "19900307"), "/sponsor/certificate/address": "河南省郑州市金水区示例路8号"}


@pytest.mark.parametrize(
    ("base", "province", "patch", "wanted"),
    [
        ("individual", "44", {}, {("commitment_letter", "/sponsor"), ("identity_document", "/sponsor")}),
        ("individual", "44", from_elsewhere(), {("property_certificate", "/sponsor")}),
        ("individual", "44", born("44", "20090115"), {("employment_proof", PERSON)}),
        ("individual", "31", from_elsewhere(), {("residence_permit", "/sponsor"), ("commitment_letter", "/sponsor")}),
        ("individual", "32", from_elsewhere(), {("residence_permit", "/sponsor"), ("commitment_video", "/sponsor")}),
        ("individual", "32", born("32", "20090115"), {("employment_proof", PERSON)}),
        ("individual", "51", from_elsewhere(), {("student_card", "/sponsor")}),
        ("individual", "42", from_elsewhere(), {("residence_permit", "/sponsor")}),
        ("individual", "33", from_elsewhere(), {("residence_permit", "/sponsor")}),
        ("individual", "65", {}, {("party_building_confirmation", "/sponsor")}),
        ("individual", "43", {}, {("domain_certificate", "/websites/0/domains/0")}),
        ("individual", "63", born("63", "20050115"), {("student_card", PERSON)}),
        ("enterprise", "32", SOMEBODY, {(LETTER, PERSON), ("truthfulness_pledge", "/sponsor")}),
        ("enterprise", "51", SOMEBODY, {(LETTER, PERSON)}),
        ("enterprise", "65", {}, {("sponsor_certificate", "/sponsor"), ("party_building_confirmation", "/sponsor")}),
        ("enterprise", "32", MORE_SITES, {("site_plan", "/sponsor")}),
        ("enterprise", "31", {"/sponsor/business_scope": "投资管理"}, {("finance_approval", "/sponsor")}),
        ("enterprise", "33", {"/sponsor/business_scope": "金融信息服务"}, {("finance_approval", "/sponsor")}),
        ("institution", "15", {}, {("editorial_office_approval", "/sponsor")}),
        ("enterprise", "61", OTHER_FOR_THE_SITE, {(LETTER, "/websites/0/person_in_charge")}),
        ("enterprise", "51", SEVEN_DOMAINS, {("domain_ownership_statement", "/sponsor")}),
        ("enterprise", "13", TWO_RESOURCES, {("resource_statement", "/sponsor")}),
        ("enterprise", "50", HELD_BY_THE_HEAD, {("domain_holder_proof", "/websites/0/domains/0")}),
        ("enterprise", "34", {"/websites/0/name": "云栖新闻"}, {("no_pre_approval_pledge", "/sponsor")}),
        ("enterprise", "36", {"/sponsor/name": "云栖文化公司"}, {("no_pre_approval_pledge", "/sponsor")}),
        ("enterprise", "31", {"/websites/0/name": "云栖旅行社"}, {("pre_approval_document", "/sponsor")}),
        ("enterprise", "42", {"/sponsor/business_scope": "电子商务"}, {("ecommerce_statement", "/sponsor")}),
        ("enterprise", "37", {"/sponsor/business_scope": "图书、期刊零售"}, {("pre_approval_document", "/sponsor")}),
        ("institution", "15", {"/sponsor/name": "示例市医院"}, {("pre_approval_document", "/sponsor")}),
        ("individual", "11", {"/websites/0/name": "林边法律札记"}, {("professional_licence", "/sponsor")}),
        ("individual", "31", PASSPORT, {("residence_permit_of_foreigner", "/sponsor")}),
        ("individual", "31", MOVED_IN, {("household_register", "/sponsor")}),
        ("institution", "63", SOMEBODY, {(LETTER, PERSON)}),
        ("enterprise", "23", SOMEBODY, {("proof_of_post", PERSON)}),
        ("enterprise", "31", {"/sponsor/name": "示例教育公司"}, {("no_tutoring_pledge", "/sponsor")}),
        ("enterprise", "36", {f"{PERSON}/certificate/number": "410102199003070023"}, {("residence_permit", PERSON)}),
        ("enterprise", "15", FROM_ELSEWHERE, {("verification_photo", PERSON)}),
        ("enterprise", "44", SEVEN_DOMAINS, {("commitment_letter", "/sponsor")}),
        ("enterprise", "14", SEVEN_DOMAINS, {("site_plan", "/sponsor")}),
        ("enterprise", "23", SOMEBODY, {(LETTER, PERSON)}),
        ("enterprise", "33", LICENSED, {("pre_approval_document", "/websites/0/pre_approvals/0")}),
        ("app", "33", {}, {("sponsor_certificate", "/sponsor")}),
    ],
)
def test_the_province_asks_for_its_documents(
    base: str, province: str, patch: Mapping[str, Any], wanted: set[tuple[str, str]]
) -> None:
    """What the province asks of such a sponsor stands in the list."""
    assert wanted <= due(listed(base, province, patch))


@pytest.mark.parametrize(
    ("base", "province", "patch", "kind"),
    [
        ("individual", "44", {}, "property_certificate"),
        ("individual", "44", born("44", "20070115"), "employment_proof"),
        ("individual", "33", {}, "party_building_confirmation"),
        ("individual", "63", born("63", "19900115"), "student_card"),
        ("enterprise", "32", {}, LETTER),
        ("enterprise", "32", {}, "site_plan"),
        ("enterprise", "12", {}, "editorial_office_approval"),
        ("enterprise", "31", {"/sponsor/business_scope": "软件开发"}, "finance_approval"),
        ("individual", "31", SOMEBODY, LETTER),
        ("enterprise", "14", SOMEBODY, LETTER),
        ("enterprise", "37", {"/sponsor/business_scope": "图书馆软件开发；咨询"}, "pre_approval_document"),
        ("institution", "15", {"/sponsor/name": "示例宠物医院管理咨询"}, "pre_approval_document"),
        ("enterprise", "36", {"/sponsor/name": "云栖音乐文化公司"}, "no_pre_approval_pledge"),
        ("enterprise", "34", LICENSED, "no_pre_approval_pledge"),
        (
            "enterprise",
            "31",
            {"/sponsor/name": "示例教育公司", "/sponsor/remark": "不涉及校外培训。"},
            "no_tutoring_pledge",
        ),
        ("enterprise", "13", {"/order_type": "access", **MORE_SITES}, "resource_statement"),
        ("individual", "31", {}, "household_register"),
        ("individual", "45", MORE_SITES, "sponsor_certificate"),
        ("enterprise", "33", {"/sponsor/name": "杭州五金融合件有限公司"}, "finance_approval"),
        (
            "sole-trader",
            "50",
            {
                "/sponsor/name": "孙示例",
                "/sponsor/legal_representative/name": "孙示例",
                "/websites/0/domains/0/holder/name": "孙示例",
            },
            "domain_holder_proof",
        ),
        ("individual", "44", {"/order_type": "access", **from_elsewhere()}, "property_certificate"),
    ],
)
def test_the_list_has_nothing_that_is_not_asked(base: str, province: str, patch: Mapping[str, Any], kind: str) -> None:
    """A document that concerns others is not in the list of this one."""
    assert kind not in {name for name, _ in due(listed(base, province, patch))}


@pytest.mark.parametrize("province", ["12", "31", "32", "42", "51"])
def test_somebody_authorised_for_the_site_needs_a_letter(province: str) -> None:
    """Where the site's person in charge is not the legal representative, the letter is that person's."""
    patch = {"/websites/0/person_in_charge/is_legal_representative": False}
    assert (LETTER, "/websites/0/person_in_charge") in due(listed("enterprise", province, patch))


@pytest.mark.parametrize(
    ("base", "province", "patch", "kind"),
    [
        ("enterprise", "43", {}, "site_plan"),
        ("enterprise", "31", {}, "parent_licence"),
        ("enterprise", "12", {"/websites/0/name": "云栖论坛"}, "pre_approval_document"),
        ("enterprise", "33", {"/websites/0/name": "云栖新闻"}, "no_pre_approval_pledge"),
        ("enterprise", "33", SOMEBODY, LETTER),
        ("enterprise", "31", {"/websites/0/domains/0/name": "yunxigame.cn"}, "pre_approval_document"),
        ("enterprise", "64", {"/websites/0/name": "云栖宗教"}, "pre_approval_document"),
        ("institution", "11", {"/sponsor/nature": "law_practice"}, "industry_licence"),
        ("individual", "11", {}, "professional_licence"),
    ],
)
def test_what_nobody_can_read_off_is_listed_as_conditional(
    base: str, province: str, patch: Mapping[str, Any], kind: str
) -> None:
    """A document that may be due is in the list, and is never called missing for it."""
    found = listed(base, province, patch)
    assert [document for document in found.documents if kind in document.kinds and document.is_conditional]
    assert kind not in {name for name, _ in due(found)}


def test_what_is_asked_while_the_order_is_reviewed_is_listed() -> None:
    """Where the province has a table, its own rows on the time of the review are among the looks."""
    keys = {look.key for look in listed("enterprise", "33").looks}
    assert {"live_check", "phone", "33/closed-before-filing"} <= keys


@pytest.mark.parametrize("format", ["text", "json", "markdown"])
def test_the_command_prints_the_list(format: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """`checklist` prints the list of a stored application and says so when there is none."""
    path = str(EXAMPLES / "individual-guangdong.json")
    assert main(["checklist", path, "--format", format, "--as-of", "2026-03-01", "--lang", "en"]) == 0
    assert "identity document" in capfdbinary.readouterr().out.decode()
    assert main(["checklist", str(EXAMPLES / "not-there.json")]) == 2
    assert "cannot be read" in capfdbinary.readouterr().err.decode()


def test_a_change_of_name_depends_on_what_is_not_told() -> None:
    """The letter on a change of name is listed for a change order and never counts as missing."""
    found = listed("enterprise", "42", {"/order_type": "change"})
    assert "name_change_letter" in {kind for document in found.documents for kind in document.kinds}
    assert "name_change_letter" not in {kind for kind, _ in due(found)}


@pytest.mark.parametrize(
    ("called", "kind"),
    [
        ("房屋租赁合同", "rental_contract"), ("社保参保证明", "social_insurance"), ("社保缴费记录", "social_insurance"),
        ("不动产权证书", "property_certificate"), ("广东省居住证", "residence_permit"),
        ("深圳经济特区居住证", "residence_permit"), ("港澳台居民居住证", "person_certificate"),
        ("work_unit_proof", "employment_proof"), ("承诺视频", "commitment_video"), ("法人身份证", "person_certificate"),
        ("监护人身份证", "guardian_id"), ("护照", "identity_document"), ("营业执照副本", "sponsor_certificate"),
        ("事业单位法人证书", "sponsor_certificate"), ("统一社会信用代码证书", "sponsor_certificate"),
        ("民办非企业单位（法人）登记证书", "sponsor_certificate"), ("营业执照（副本）复印件", "sponsor_certificate"),
        ("public_institution_certificate", "sponsor_certificate"), ("台胞证", "identity_document"),
        ("身份证正反面", "identity_document"), ("法定代表人身份证扫描件", "person_certificate"),
        ("律师事务所执业许可证", "industry_licence"), ("医疗机构执业许可证（副本）", "industry_licence"),
        ("手持身份证与营业执照照片", "verification_photo"), ("手持承诺书视频", "commitment_video"),
        ("党建备案确认函", "party_building_confirmation"), ("更名函", "name_change_letter"),
        ("域名证书截图", "domain_certificate"), ("居住登记凭证", "temporary_residence_permit"),
        ("软件著作权登记证书", "软件著作权登记证书"), ("合影", "合影"),
    ],
)  # fmt: skip
def test_a_document_is_known_by_its_usual_names(called: str, kind: str) -> None:
    """People write what stands on the paper."""
    assert material_kind(called) == kind


@pytest.mark.parametrize("kind", ["律师事务所执业许可证", "sponsor_certificate"])
def test_the_licence_of_a_law_firm_is_its_own_certificate(kind: str) -> None:
    """Who files by a licence has shown its certificate with it; a company has not."""
    firm = {"/sponsor/nature": "law_practice", "/sponsor/certificate/type": "law_firm_licence"}
    files = {"/materials": [{"kind": kind, "about": "/sponsor", "file": "a.jpg"}]}
    own = [listed("enterprise", "33", change, files).documents[0] for change in (firm, {})]
    assert [document.kinds for document in own] == [("sponsor_certificate",)] * 2
    assert [document.is_held for document in own] == [True, kind == "sponsor_certificate"]


@pytest.mark.parametrize(
    ("kind", "about", "held"),
    [("授权书", "", True), ("授权书", PERSON, True), ("授权书", "/sponsor", True),
     ("授权书", "/websites/0/domains/0", False), ("居住证", PERSON, False)],
)  # fmt: skip
def test_a_material_is_what_it_is_called_for_whom_it_is(kind: str, about: str, held: bool) -> None:
    """Kind and part decide whether a material is the document; without a part the kind alone."""
    found = listed("enterprise", "51", SOMEBODY, {"/materials": [{"kind": kind, "about": about, "file": "a.pdf"}]})
    letters = [document for document in found.documents if (document.kinds[0], document.about) == (LETTER, PERSON)]
    assert [document.is_held for document in letters] == [held]


@pytest.mark.parametrize(
    ("base", "province", "kinds", "severities"),
    [
        ("individual", "44", ["居住证"], set()),
        ("individual", "44", ["identity_document"], {"error"}),
        ("individual", "44", ["commitment_letter"], {"warning"}),
        ("individual", "44", [], set()),
        ("enterprise", "44", ["sponsor_certificate"], set()),
        ("enterprise", "44", ["sponsor_certificate", "person_certificate"], {"error"}),
        ("enterprise", "44", ["person_certificate", "commitment_letter"], {"warning"}),
    ],
)
def test_a_list_is_judged_by_what_it_has(base: str, province: str, kinds: list[str], severities: set[str]) -> None:
    """Without all identity documents what is missing is a warning; with them the commitment letter is due for sure."""
    files = [{"kind": kind, "about": "", "file": "a.jpg"} for kind in kinds]
    data = patched(load(base), {"~move": province, "/materials": files})
    found = Validator(as_of=DAY, select=("MAT001",)).validate_json(json.dumps(data).encode()).findings
    assert {finding.severity.value for finding in found} == severities


@pytest.mark.parametrize(
    ("pointer", "there"),
    [("", True), ("/sponsor", True), ("/websites/0", True), ("/websites/1", False), ("sponsor", False),
     ("/websites/-1", False), ("/websites/²", False), ("/websites/" + "9" * 5000, False),
     ("/sponsor/model_fields", False)],
)  # fmt: skip
def test_a_pointer_leads_somewhere_or_not(pointer: str, there: bool) -> None:
    """Only parts of the application are found, whatever the pointer."""
    assert (at(parsed(load("enterprise")), pointer) is not None) == there


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("province", ["12", "31", "32", "33", "42", "44", "51", "65"])
@pytest.mark.parametrize("base", ["enterprise", "individual", "institution", "sole-trader"])
def test_the_list_says_everything_in_both_languages_and_nothing_personal(base: str, province: str, lang: str) -> None:
    """Text, JSON and Markdown name documents and pointers, never a person, a number or an address."""
    data = patched(load(base), {"~move": province, "/materials": []})
    found = checklist(parsed(data), as_of=DAY)
    sponsor = data["sponsor"]
    person = sponsor["person_in_charge"]
    secrets = [sponsor["name"], sponsor["address"], sponsor["certificate"]["number"]]
    secrets += [person[key] for key in ("name", "mobile", "email")] + [person["certificate"]["number"]]
    for text in (as_text(found, lang), as_json(found, lang), as_markdown(found, lang)):
        assert not [secret for secret in secrets if secret and secret in text]
        assert all(document.about in text.replace("\\_", "_") for document in found.documents)
    assert as_markdown(found, lang).count("- [ ] ") == len(found.documents) + len(found.looks)
    assert all(document.reason.label(lang) and document.form.label(lang) for document in found.documents)


def test_without_a_province_none_is_named() -> None:
    """An empty application has a list, and no brackets with an empty name."""
    found = checklist(Application())
    for lang, odd in (("zh", "（，"), ("en", "(,")):
        assert odd not in as_text(found, lang)


def test_a_document_that_is_there_is_ticked() -> None:
    """The box of a document that the materials have is ticked."""
    found = checklist(parsed(load("individual")), as_of=DAY)
    assert as_markdown(found, "en").count("- [x] ") == 2
    assert not found.missing


TEXTS = st.sampled_from(["", "教育", "金融", "440106199206150028", "\ud800", "²", "论坛商城", "林示例"])
PATCHES = st.fixed_dictionaries(
    {},
    optional={
        "/sponsor/name": TEXTS,
        "/sponsor/business_scope": TEXTS,
        "/sponsor/certificate/number": TEXTS,
        "/sponsor/person_in_charge/certificate/number": TEXTS,
        "/sponsor/person_in_charge/name": TEXTS,
        "/websites/0/name": TEXTS,
        "/sponsor/division_code": st.sampled_from(["", "110105", "320102", "999999", "x"]),
        "/order_type": st.sampled_from(["", "new_subject", "new_website", "access", "change"]),
        "/sponsor/nature": st.sampled_from(["", "enterprise", "individual", "government", "law_practice"]),
        "/materials": st.lists(st.fixed_dictionaries({"kind": TEXTS, "about": TEXTS}), max_size=2),
    },
)


@given(PATCHES, st.sampled_from(["enterprise", "individual", "app"]), st.sampled_from(["", "31", "54", "65", "77"]))
def test_any_application_has_a_list(patch: dict[str, Any], base: str, province: str) -> None:
    """Whatever an application says, the list comes out, and the same one each time."""
    application = parsed(patched(load(base), patch))
    found = checklist(application, as_of=DAY, province=province)
    assert found == checklist(application, as_of=DAY, province=province)
    assert isinstance(checklist(application).looks, tuple)


@given(st.permutations(range(4)), st.sampled_from(["12", "31", "32", "44", "51", "65"]))
def test_the_order_of_the_websites_does_not_matter(order: list[int], province: str) -> None:
    """The same documents are due in whatever order the websites stand."""
    data = patched(load("enterprise"), {"~move": province})
    site = data["websites"][0]
    sites = [deepcopy(site) for _ in range(4)]
    for index, copy in enumerate(sites):
        copy["name"] = f"示例{index}论坛" if index % 2 else f"示例{index}"
        copy["person_in_charge"]["is_legal_representative"] = index == 0
    kinds = [
        sorted(document.kinds for document in checklist(parsed({**data, "websites": websites}), as_of=DAY).documents)
        for websites in (sites, [sites[index] for index in order])
    ]
    assert kinds[0] == kinds[1]


@pytest.mark.parametrize(
    ("about", "held"), [("/sponsor", True), ("/websites/0", True), ("/sponsor/certificate", False)]
)
def test_with_one_domain_its_certificate_may_stand_with_the_sponsor(about: str, held: bool) -> None:
    """Hunan wants the certificate of the domain; of one domain nobody can mean another."""
    found = listed("enterprise", "43", {"/materials": [{"kind": "域名证书", "about": about, "file": "a.jpg"}]})
    certificates = [document for document in found.documents if document.kinds[0] == "domain_certificate"]
    assert [document.is_held for document in certificates] == [held]

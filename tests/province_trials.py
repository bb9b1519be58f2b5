"""For the fields on certificates, addresses, names and remarks: how an application breaks a row, and meets it."""

from collections.abc import Mapping
from typing import Any

from moved import PLACES
from province_cases import (
    OTHER,
    PERSONS_AND_COUNTS,
    PIC,
    PLAIN,
    REMARK,
    SITE_REMARK,
    Build,
    Patch,
    Trial,
    application,
    not_the_representative,
    websites,
)

from beian_validate.law.provinces import Requirement

CITY = {"13": "唐山市", "33": "宁波市", "41": "洛阳市", "44": "深圳市", "52": "遵义市"}
DECLARED = "本站为个人网站，不含企业、单位信息，如虚假备案愿被注销并列入黑名单。"
PLEDGE = {"kind": "no_pre_approval_pledge", "about": "/sponsor", "file": "a.jpg"}
DOMAIN = "/websites/0/domains/0"


def _certificate_type(row: Requirement, province: str) -> Trial:
    at = "/sponsor/certificate/type"
    kind = row.value.get("refuse", ["organisation_code_certificate"])[0] if isinstance(row.value, dict) else ""
    return Trial({at: kind or "organisation_code_certificate"}, at)


def _validity(row: Requirement, province: str) -> Trial:
    at = "/sponsor/certificate/valid_to"
    if row.value > 3:
        return Trial({at: "2026-08-31"}, at, {at: "2027-03-02"})
    return Trial({at: "2026-04-15"}, at)


def _operator(row: Requirement, province: str) -> str:
    name: str = application(row, province, "sole-trader", {})["sponsor"]["legal_representative"]["name"]
    return name


def _trade_name(row: Requirement, province: str) -> Trial:
    return Trial({"/sponsor/name": _operator(row, province)}, "/sponsor/name", base="sole-trader")


def _filing_nature(row: Requirement, province: str) -> Trial:
    if row.value == "enterprise":
        return Trial({"/sponsor/nature": "individual"}, "/sponsor/certificate/type", general=("CER001",))
    return Trial({"/sponsor/name": _operator(row, province)}, "/sponsor/nature")


def _name_form(row: Requirement, province: str) -> Trial:
    name = _operator(row, province)
    forms = [name, f"{name}（个体工商户）"]
    good = row.value["pattern"].format(operator=name)
    forms.remove(good)
    return Trial({"/sponsor/name": forms[0]}, "/sponsor/name", {"/sponsor/name": good})


def _investor(row: Requirement, province: str) -> Trial:
    at = "/sponsor/investor"
    if row.value == "full_subject_name":
        return Trial({at: OTHER}, at)
    name = application(row, province, "", {})["sponsor"]["legal_representative"]["name"]
    good = {at: name if row.value == "legal_representative_name" else "示例省科学技术厅"}
    return Trial({at: name} if row.value == "own_or_superior_unit_full_name" else {}, at, good)


def _address(text: str, good: str = "", general: tuple[str, ...] = ()) -> Trial:
    return Trial(
        {"/sponsor/address": text}, "/sponsor/address", {"/sponsor/address": good} if good else {}, "", general
    )


def _forbidden_text(row: Requirement, province: str) -> Trial:
    return _address(f"{PLACES[province][1]}{row.value[0]}示例路1号101室")


def _renamed(row: Requirement, province: str) -> Trial:
    old, new = next(iter(row.value.items()))
    start = PLACES[province][1].partition("市")[0]
    return _address(f"{start}市{old}示例路1号101室", f"{start}市{new}示例路1号101室")


def _city(row: Requirement, province: str) -> Trial:
    start = PLACES[province][1].partition("省")[0]
    general = ("SPN039",) if row.field == "address.region_matches_address" else ()
    return _address(f"{start}省{CITY[province]}示例区示例路1号101室", general=general)


def _detail(row: Requirement, province: str) -> Trial:
    start = PLACES[province][1]
    if row.value == "door_number":
        return _address(f"{start}示例村北大街", f"{start}示例村北大街8号")
    return _address(f"{start}示例路1号", f"{start}示例路1号101室")


def _name(name: str, general: tuple[str, ...] = (), good: Patch | None = None) -> Trial:
    return Trial({"/websites/0/name": name}, "/websites/0/name", good or {}, "", general)


def _form(row: Requirement, province: str) -> Trial:
    return _name("示例abc手记") if "english" in row.value else _name("shili.cn", ("NAM006",))


def _charset(row: Requirement, province: str) -> Trial:
    return _name("云栖示例abc") if row.value == "no_english" else _name("shili", ("NAM004",))


def _place(row: Requirement, province: str) -> Trial:
    return _name("西藏示例手记")


def _relation(row: Requirement, province: str) -> Trial:
    at = "/websites/0/name"
    if row.value == "equals_subject_name":
        name = application(row, province, "", {})["sponsor"]["name"]
        return Trial({}, at, {at: name})
    if row.value == "remark_if_unrelated":
        unexplained = {at: "木兰手记", SITE_REMARK: "", "/websites/0/description": PLAIN}
        return Trial(unexplained, at, general=("NAM032",))
    return Trial({at: "木兰手记", "/websites/0/remark": "木兰手记是本公司的自有品牌。"}, at)


def _note(row: Requirement, province: str) -> Trial:
    word = row.value["keyword"]
    return _name(f"云栖示例{word}", good={"/websites/0/name": f"云栖示例{word}{row.value['append'][0]}"})


def _twice(row: Requirement, province: str) -> Trial:
    return Trial({"/websites": websites(2, row, province)}, "/websites/1/name")


def _content(row: Requirement, province: str) -> Trial:
    at = "/websites/0/content_types"
    if "prefer" in row.value:
        return Trial({at: ["online_shopping"]}, at)
    kinds = row.value.get("forbid") or row.value["approval"]
    return Trial({at: [kinds[0]]}, f"{at}/0")


def _emergency(row: Requirement, province: str) -> Trial:
    return Trial({}, REMARK, {REMARK: "应急电话使用人：钱示例，行政主管。"})


def _no_trade_name(row: Requirement, province: str) -> Trial:
    bad = {"/sponsor/name": _operator(row, province)}
    return Trial(bad, REMARK, {**bad, REMARK: "".join(group[0] for group in row.value["mentions"])})


def _licence(row: Requirement, province: str) -> Trial:
    bad = {"/sponsor/name": f"示例{row.value['words'][0]}"}
    licence = (
        "证号PDY10001233010617A1001，发证日期2023年5月，有效期至2028年5月，发证机关为区卫生健康局，版号ISBN978-7。"
    )
    return Trial(bad, REMARK, {**bad, REMARK: licence})


def _role(row: Requirement, province: str) -> Trial:
    bad = not_the_representative()
    return Trial(bad, REMARK, {**bad, REMARK: "钱示例是信息部的领导，负责网站管理。"})


def _resources(row: Requirement, province: str) -> Trial:
    bad = {"/websites": websites(row.value["when_count_gt"] + 1, row, province)}
    return Trial(bad, REMARK, {**bad, REMARK: "两台云服务器分别用于官网与资料下载。"})


def _server_places(row: Requirement, province: str) -> Trial:
    bad = {"/websites/0/access/locations": [province, "33"]}
    return Trial(bad, SITE_REMARK, {**bad, SITE_REMARK: "服务器分布在两地，互为备份。"})


def _site_remark(text: str) -> Trial:
    return Trial({}, SITE_REMARK, {SITE_REMARK: text})


def _remark(row: Requirement, province: str) -> Trial:
    if row.value is True:
        return Trial({SITE_REMARK: "暂无。"}, SITE_REMARK)
    if row.value.get("when") == "scope_needs_pre_approval":
        scope = {"/sponsor/business_scope": "互联网新闻信息服务。"}
        good = {**scope, SITE_REMARK: "展示本公司产品，不从事新闻信息服务。"}
        return Trial({**scope, SITE_REMARK: ""}, SITE_REMARK, good)
    if "min_chars" in row.value:
        return Trial({SITE_REMARK: "读书心得"}, SITE_REMARK, {SITE_REMARK: "读书心得" * 10})
    if "min_sites" in row.value:
        bad = {"/websites": websites(row.value["min_sites"], row, province), SITE_REMARK: ""}
        return Trial(bad, SITE_REMARK, {SITE_REMARK: ""})
    kinds = ["other"] if row.value.get("unless_content") != "other" else ["online_shopping"]
    bad = {"/websites/0/content_types": kinds, SITE_REMARK: ""}
    return Trial(bad, SITE_REMARK, {"/websites/0/content_types": kinds})


def _latin_holder(row: Requirement, province: str) -> Trial:
    at = f"{DOMAIN}/holder/name"
    return Trial({at: "Hangzhou Yunqi"}, at)


def _general(at: str, value: Any, *codes: str, base: str = "") -> Trial:
    return Trial({at: value}, at, base=base, general=codes)


def _own(at: str, value: Any, code: str) -> Build:
    """The general article speaks, and a province's own row decides how grave it is."""
    return lambda row, _: Trial({at: value}, at, general=(code,) if row.is_nationwide else ())


def _moved_away(row: Requirement, province: str) -> Trial:
    at = "/sponsor/certificate/address"
    elsewhere = PLACES["32" if province != "32" else "33"][1]
    return Trial({at: f"{elsewhere}示例路1号101室"}, at, general=("SPN034",))


def _topic(row: Requirement, province: str) -> Trial:
    word = (row.value.get("approval") or row.value.get("forbid"))[0]
    return Trial({SITE_REMARK: f"本站设有{word}。"}, SITE_REMARK, {SITE_REMARK: f"本站不设{word}。"})


def _same_number(row: Requirement, province: str) -> Trial:
    at = f"{PIC}/emergency_phone"
    mobile = application(row, province, "", {})["sponsor"]["person_in_charge"]["mobile"]
    return Trial({at: mobile}, at, general=() if row.value is False else ("PER041",))


def _two_domains(row: Requirement, province: str) -> Trial:
    at = "/websites/0/domains"
    domain = application(row, province, "", {})["websites"][0]["domains"][0]
    return Trial({at: [domain, domain]}, at, general=("DOM001",))


TRIALS: Mapping[str, Trial | Build] = {
    **PERSONS_AND_COUNTS,
    "certificate.type": _certificate_type,
    "certificate.latest_required": _certificate_type,
    "certificate.remaining_validity_min_months": _validity,
    "certificate.seal": _trade_name,
    "individual_business.filing_nature": _filing_nature,
    "individual_business.name_form": _name_form,
    "investor_or_superior.name": _investor,
    "address.forbidden_text": _forbidden_text,
    "address.renamed_areas": _renamed,
    "address.same_city_as_certificate": _city,
    "address.detail_level": _detail,
    "website.name.forbidden_form": _form,
    "website.name.charset": _charset,
    "website.name.geographic": _place,
    "website.name.matches_subject": _relation,
    "website.name.suffix_note": _note,
    "website.name.unique_in_subject": _twice,
    "website.service_content": _content,
    "remark.emergency_phone_user": _emergency,
    "remark.individual_business_no_trade_name": _no_trade_name,
    "remark.licence_details": _licence,
    "remark.subject_in_charge_role": _role,
    "remark.multi_resource": _resources,
    "remark.multi_ip": _server_places,
    "remark.opening_time": _site_remark("本人的读书笔记，预计2026年6月开通。"),
    "remark.personal_site_declaration": _site_remark(DECLARED),
    "remark.site_content": _remark,
    "address.region_matches_address": _city,
    "certificate.local_required": _moved_away,
    "certificate.name_brackets": _general("/sponsor/name", "示例(杭州)有限公司", "SPN003"),
    "domain.holder_name_form": _latin_holder,
    "domain.real_name_verified_min_days": _general(f"{DOMAIN}/real_name_verified_on", "2026-02-28", "DOM023"),
    "domain.registrar": _general(f"{DOMAIN}/registrar", "GoDaddy.com, LLC", "DOM028"),
    "domain.remaining_validity_min_months": _own(f"{DOMAIN}/expires_on", "2026-04-15", "DOM026"),
    "government.domain_suffix": _general(f"{DOMAIN}/name", "shili.com", "DOM030", base="institution"),
    "phone.emergency_differs_from_mobile": _same_number,
    "remark.preapproval_consultation": Trial({"/sponsor/business_scope": "互联网新闻信息服务。"}, REMARK),
    "document.no_preapproval_pledge": Trial(
        {"/sponsor/business_scope": "互联网新闻信息服务。", "/materials": [PLEDGE]}, "/materials/0"
    ),
    "responsible_person.id_validity_min_months": _own(f"{PIC}/certificate/valid_to", "2026-04-15", "CER011"),
    "subject.region": _moved_away,
    "website.domain_count_max": _two_domains,
    "website.name.min_hanzi": _own("/websites/0/name", "云栖ab", "NAM002"),
    "website.name.national_words": _general("/websites/0/name", "中国示例手记", "NAM020"),
    "website.topic": _topic,
}
"""Every field that a rule decides by program; the lists of words have a test of their own."""


def trial_of(row: Requirement, province: str) -> Trial:
    """How an application in the province breaks a row, and meets it."""
    trial = TRIALS[row.field]
    return trial if isinstance(trial, Trial) else trial(row, province)

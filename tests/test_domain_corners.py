"""Corners of the chapters on domains, servers and apps that no page's case reaches."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from cases import encoded

from beian_validate import Validator, render
from beian_validate.finding import Finding

DAY = date(2026, 3, 1)
DOMAIN = "/websites/0/domains/0"
HOLDER = f"{DOMAIN}/holder/name"
SITE = "/websites/0"


def found(base: str, patch: Mapping[str, Any], select: str = "DOM,SVC,ACC,APP,TXT,WEB,CON,PRV04,PRV03") -> list[str]:
    """Code and severity of what a known-good application gives with a patch."""
    return [f"{finding.code} {finding.severity}" for finding in findings(base, patch, select)]


def findings(base: str, patch: Mapping[str, Any], select: str) -> tuple[Finding, ...]:
    """The findings themselves."""
    return Validator(as_of=DAY, select=select).validate_json(encoded(base, patch)).findings


@pytest.mark.parametrize(
    "registrar", ["厦门易名科技股份有限公司（ename.com）", "https://www.ename.com", "Phenomenal Domains"]
)
def test_registrars_of_the_mainland_are_not_taken_for_others(registrar: str) -> None:
    """A name that holds another in it is not that other."""
    assert found("enterprise", {f"{DOMAIN}/registrar": registrar}) == []


@pytest.mark.parametrize("registrar", ["Name.com, Inc.", "www.name.com", "Amazon Registrar, Inc.", "狗爹", "eNom"])
def test_registrars_abroad_are_known(registrar: str) -> None:
    """In whatever form their name is written."""
    assert found("enterprise", {f"{DOMAIN}/registrar": registrar}) == ["DOM028 error"]


def government(name: str) -> dict[str, Any]:
    """A government organ in Hubei with this domain."""
    return {
        "/sponsor/nature": "government",
        "/sponsor/certificate/type": "unified_code_certificate",
        f"{DOMAIN}/holder/certificate/type": "unified_code_certificate",
        f"{DOMAIN}/name": name,
        f"{SITE}/home_urls": [name],
    }


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("slj.xn--zfr164b", []),
        ("示例局.政务", []),
        ("示例局。政务", ["DOM032 warning", "TXT009 error"]),
        ("slj.wuhan.gov.cn.", ["DOM020 warning"]),
        ("http://slj.wuhan.gov.cn/", ["DOM010 error", "WEB020 warning"]),
        ("slj.wuhan.cn", ["DOM012 error", "DOM029 error"]),
        ("slj-wuhan.cn", ["DOM029 error"]),
    ],
)
def test_suffixes_are_compared_in_one_form(name: str, codes: list[str]) -> None:
    """Both forms of a Chinese suffix are one, and an unclear name is not judged by its suffix."""
    assert sorted(found("institution", government(name))) == sorted(codes)


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("示例植物.xn--55qw42g", []),
        ("示例植物.中国", []),
        ("shili-zhiwu.com", ["DOM030 warning"]),
    ],
)
def test_institutions_have_chinese_suffixes_in_both_forms(name: str, codes: list[str]) -> None:
    """公益 and 中国 count in their ASCII form too."""
    assert found("institution", {f"{DOMAIN}/name": name, f"{SITE}/home_urls": [name]}) == codes


def test_a_company_under_a_government_suffix_is_seen_in_both_forms() -> None:
    """The xn-- form of 政务 is told as 政务 is."""
    name = "yunqi-shili.xn--zfr164b"
    assert found("enterprise", {f"{DOMAIN}/name": name, f"{SITE}/home_urls": [name]}) == ["DOM031 warning"]


def test_an_educational_company_may_have_its_suffix() -> None:
    """A name that shows the kind of holder lets the suffix pass."""
    name, sponsor = "yunqi-shili.edu.cn", "杭州云栖示例教育有限公司"
    patch = {f"{DOMAIN}/name": name, f"{SITE}/home_urls": [name], "/sponsor/name": sponsor, HOLDER: sponsor}
    assert found("enterprise", patch, "DOM037") == []


def test_capitals_hide_no_other_home_page() -> None:
    """A slip of spelling leaves no doubt which domain is meant."""
    patch = {f"{DOMAIN}/name": "YunQi-Shili.cn", f"{SITE}/home_urls": ["www.other-shili.cn"]}
    assert found("enterprise", patch) == ["DOM015 advice", "WEB021 error"]


@pytest.mark.parametrize("name", ["yunqi-shili.com.con", "yunqi-shili.net.con", "yunqi-shili.com.cnn"])
def test_an_unlisted_suffix_is_never_an_error(name: str) -> None:
    """Nobody knows what its registry gives out."""
    patch = {f"{DOMAIN}/name": name, f"{SITE}/home_urls": [name]}
    assert found("enterprise", patch) == ["DOM021 warning"]


def test_the_suffix_of_an_app_is_judged_below_the_domain_too() -> None:
    """A sub-domain is right for an app, and its suffix counts all the same."""
    assert found("app", {"/apps/0/domains/0/name": "api.yunqi-shili.dev"}) == ["DOM021 warning"]


def insider(**marks: Any) -> dict[str, Any]:
    """A company whose person in charge is not the legal representative and holds the domain."""
    person = {"name": "孙示例", "is_legal_representative": False}
    return {"/sponsor/person_in_charge": person, HOLDER: "孙示例", **marks}


def proof(*kinds: str) -> list[dict[str, str]]:
    """Materials of these kinds."""
    return [{"kind": kind, "about": DOMAIN, "file": f"{kind}.jpg"} for kind in kinds]


@pytest.mark.parametrize(
    ("base", "patch", "codes"),
    [
        ("enterprise", insider(), ["DOM042 warning"]),
        ("enterprise", {"~move": "13", **insider()}, ["PRV040 error"]),
        ("enterprise", {"~move": "53", **insider()}, ["PRV040 advice"]),
        ("enterprise", {HOLDER: "何示例"}, ["DOM004 error"]),
        ("enterprise", {HOLDER: "何示例", "/materials": proof("domain_holder_proof")}, ["DOM042 warning"]),
        (
            "enterprise",
            {"~move": "22", HOLDER: "何示例", "/materials": proof("domain_holder_proof")},
            ["PRV040 warning"],
        ),
        ("enterprise", {"~move": "41", HOLDER: "何示例", "/materials": proof("domain_holder_proof")}, ["PRV040 error"]),
        ("enterprise", {"~move": "13", HOLDER: "周示例"}, []),
        ("enterprise", {"~move": "11", HOLDER: "周示例"}, ["DOM006 advice"]),
        ("enterprise", {HOLDER: "周示例"}, ["DOM006 advice"]),
        ("sole-trader", {HOLDER: "吴示例"}, ["DOM004 error"]),
        ("individual", {"/sponsor/name": "林示列"}, []),  # SPN046 tells that the sponsor is misspelt
        ("enterprise", {HOLDER: f"{'浙江云栖示例科技（杭州）有限公司'} "}, ["TXT005 warning"]),
    ],
)
def test_the_standing_of_the_holder_decides(base: str, patch: dict[str, Any], codes: list[str]) -> None:
    """Legal representative, person in charge, proven shareholder and strangers are told apart, by province."""
    assert found(base, patch, "DOM004,DOM005,DOM006,DOM042,PRV040,TXT005") == codes


def test_a_sole_traders_operator_is_its_representative() -> None:
    """Who runs the business stands for it, whether marked or not."""
    patch = {"/sponsor/person_in_charge/is_legal_representative": None, "~remove": ["/sponsor/legal_representative"]}
    name = json.loads(encoded("sole-trader", {}))["sponsor"]["person_in_charge"]["name"]
    assert found("sole-trader", {**patch, HOLDER: name}, "DOM004,DOM006,DOM042") == ["DOM006 advice"]


def test_a_parent_abroad_may_hold_the_domain_where_the_province_says_so() -> None:
    """With all papers that the province asks, and only there."""
    papers = {"/materials": proof("parent_licence", "domain_use_authorisation", "domain_certificate")}
    parent = {HOLDER: "YUNQI EXAMPLE HOLDINGS LIMITED", f"{DOMAIN}/holder/certificate/number": "C-1234567"}
    assert found("enterprise", {"~move": "31", **parent, **papers}, "DOM004,DOM042") == ["DOM042 warning"]
    assert found("enterprise", {"~move": "31", **parent}, "DOM004,DOM042") == ["DOM004 error"]
    assert found("enterprise", {"~move": "50", **parent, **papers}, "DOM004,DOM042") == ["DOM004 error"]


def test_full_pinyin_is_no_stranger_in_beijing() -> None:
    """The certificate is the sponsor's own, so the name is only spelt otherwise."""
    pinyin = "Zhe Jiang Yun Qi Shi Li Ke Ji Hang Zhou You Xian Gong Si"
    assert found("enterprise", {"~move": "11", HOLDER: pinyin}, "DOM004,DOM043") == ["DOM043 warning"]
    assert found("enterprise", {"~move": "44", HOLDER: pinyin}, "DOM004,DOM043") == ["DOM004 error"]


def test_the_registry_decides_who_is_misspelt() -> None:
    """Where registrar and registry agree, the domain is right and the sponsor wrong."""
    wrong = {"/sponsor/name": "浙江云西示例科技（杭州）有限公司", "/sponsor/certificate/number": "91330106MA2EXMP377"}
    assert found("enterprise", wrong, "DOM004,DOM005,DOM008") == []


@pytest.mark.parametrize(
    ("held", "codes"),
    [("organisation_code_certificate", ["DOM007 warning"]), ("passport", ["DOM036 error"])],
)
def test_certificates_of_two_classes_are_told_apart(held: str, codes: list[str]) -> None:
    """What registrars use for several kinds of holder stays a warning."""
    assert found("enterprise", {f"{DOMAIN}/holder/certificate/type": held}, "DOM007,DOM036") == codes


@pytest.mark.parametrize(
    ("url", "codes"),
    [
        ("https://www.yunqi-shili.cn/", ["WEB020 warning"]),
        ("https://www.yunqi-shili.cn/a/b", ["WEB020 warning", "WEB028 warning"]),
        ("www.yunqi-shili.cn:8080", ["WEB028 warning"]),
        ("www.yunqi-shili.cn?x=1", ["WEB028 warning"]),
        ("http//www.yunqi-shili.cn", ["WEB029 error"]),
        ("www.yunqi-shili.cn ", ["TXT005 warning"]),
        ("ｗｗｗ.yunqi-shili.cn", ["TXT009 error"]),
        ("//", ["WEB020 warning"]),
        ("", ["WEB030 advice"]),
    ],
)
def test_a_home_page_is_a_host(url: str, codes: list[str]) -> None:
    """Protocol, path, port and form are told apart, each once."""
    assert sorted(found("enterprise", {f"{SITE}/home_urls": [url]})) == codes


@pytest.mark.parametrize(
    ("at", "value", "codes"),
    [
        ("/apps/0/platforms/0/package_name", "云栖示例助手", ["APP005 error"]),
        ("/apps/0/platforms/0/package_name", "cn。yunqishili。helper", ["TXT009 error"]),
        ("/apps/0/platforms/0/fingerprint", "同上", ["APP008 error"]),
        ("/apps/0/platforms/0/fingerprint", "7c1f09ab34de5580a2e6b91d0c4f8e37\t", ["TXT005 warning"]),
        ("/apps/0/access/ip_addresses", ["47。96。10。20"], ["TXT009 error"]),
        ("/apps/0/access/ip_addresses", ["10.0.0.1;47.96.10.21"], ["ACC001 error"]),
    ],
)
def test_identifiers_in_han_are_heard(at: str, value: object, codes: list[str]) -> None:
    """What is no identifier at all is told, and so is the full stop of a Chinese keyboard."""
    assert found("app", {at: value}) == codes


def test_keys_of_harmony_are_on_a_curve() -> None:
    """They are no modulus, and right."""
    platform = {"kind": "harmony", "package_name": "cn.yunqishili.helper", "public_key": "04" + "98d8" * 32}
    patch = {"/apps/0/platforms": [{**platform, "fingerprint": "9b1c4fe02a7d38c5" * 4}]}
    assert found("app", patch) == []


def test_platforms_of_one_app_are_told_once() -> None:
    """A name copied for both platforms is one slip."""
    patch = {"~copy": {"/apps/1": "/apps/0"}, "/apps/1/name": "云栖示例管家"}
    assert found("app", patch, "APP011") == ["APP011 error"]


def minis(count: int, provider: str) -> dict[str, Any]:
    """An order of so many mini-programs through a provider."""
    mini = {
        "name": "木棉目录",
        "kind": "mini_program",
        "content_types": ["online_shopping"],
        "remark": "供顾客查看目录",
    }
    return {"~remove": ["/websites"], "/provider": provider, "/apps": [mini] * count}


@pytest.mark.parametrize(
    ("base", "count", "provider", "codes"),
    [
        ("sole-trader", 6, "wechat", ["APP018 error"]),
        ("sole-trader", 6, "aliyun", ["APP019 warning"]),
        ("sole-trader", 6, "douyin", []),
        ("individual", 5, "wechat", []),
        ("enterprise", 50, "wechat", []),
        ("enterprise", 51, "wechat", ["APP018 error"]),
    ],
)
def test_mini_programs_have_a_quota(base: str, count: int, provider: str, codes: list[str]) -> None:
    """Five for the small, fifty for the others, where the platform may be WeChat."""
    assert found(base, minis(count, provider), "APP018,APP019") == codes


def test_a_mini_program_needs_no_service_number() -> None:
    """Its platform files it, and it runs there."""
    assert found("app", {**minis(1, "aliyun"), "~remove": []}, "SVC001,SVC022,ACC011") == []


def test_remarks_of_mini_programs_are_counted_whatever_the_provider() -> None:
    """The limits are those of the platform."""
    assert found("app", {**minis(1, "aliyun"), "~remove": []}, "APP013") == ["APP013 warning"]
    assert found("app", {**minis(1, "douyin"), "~remove": []}, "APP013") == []


NUMBER = f"{SITE}/service_number"


@pytest.mark.parametrize(
    ("base", "patch", "codes"),
    [
        (
            "enterprise",
            {f"{NUMBER}/purchased_on": "2026-02-20", f"{NUMBER}/expires_on": "2026-04-20"},
            ["SVC018 error"],
        ),
        ("enterprise", {f"{NUMBER}/expires_on": "2026-02-01"}, ["SVC015 error"]),
        (
            "institution",
            {
                f"{NUMBER}/product": "专属云",
                f"{NUMBER}/purchased_on": "2026-01-10",
                f"{NUMBER}/expires_on": "2026-07-10",
            },
            ["SVC018 error"],
        ),
        ("individual", {f"{NUMBER}/expires_on": "2026-02-01"}, ["SVC015 error"]),
        ("individual", {f"{NUMBER}/value": "TX12345678", f"{NUMBER}/product": "CLB"}, ["SVC019 warning"]),
        ("individual", {f"{NUMBER}/value": "8F3KZ2Q9W7LM1N5PXT"}, []),
        ("individual", {f"{NUMBER}/expires_on": None}, []),
        ("enterprise", {"/provider": "aws-example"}, ["CON003 advice"]),
        ("enterprise", {"/provider": "tencent-gz", f"{NUMBER}/value": "TX12345678"}, ["CON003 advice"]),
        ("enterprise", {"/sponsor/filing_number": "浙ICP备-2023004567号", "/order_type": "new_website"}, []),
    ],
)
def test_terms_of_the_products(base: str, patch: dict[str, Any], codes: list[str]) -> None:
    """How long a product is paid for is judged as its provider says, and only once."""
    assert found(base, patch) == codes


def test_the_hyphen_of_a_filing_number_goes_with_a_safe_fix() -> None:
    """Before, its digits became the serial number of a website."""
    patch = {"/sponsor/filing_number": "浙ICP备-2023004567号", "/order_type": "new_website"}
    (finding,) = findings("enterprise", patch, "SPN050,SPN051,SPN052")
    assert finding.fix is not None
    assert (str(finding.code), finding.fix.safety, finding.fix.patch[0].value) == (
        "SPN050", "safe", "浙ICP备2023004567号",
    )  # fmt: skip


def test_six_websites_of_an_individual_are_too_many() -> None:
    """The application alone is above the limit, whoever is right about the rest."""
    copies = {f"/websites/{index}": "/websites/0" for index in range(1, 6)}
    assert found("individual", {"~copy": copies}, "PRV032") == ["PRV032 error"]


def test_apps_share_an_instance_with_websites() -> None:
    """The sixth service counts, be it a website or an app."""
    copies = {f"/apps/{index}": "/apps/0" for index in range(1, 6)}
    patch = {"~copy": copies} | {f"/apps/{index}/access/instance_id": "i-example1" for index in range(6)}
    assert found("app", patch, "SVC027") == ["SVC027 warning"]
    assert findings("app", patch, "SVC027")[0].pointer == "/apps/0/access/instance_id"


def test_a_change_need_not_tell_everything() -> None:
    """What a change does not name stays as it was filed."""
    patch = {"/order_type": "change", "~remove": [f"{DOMAIN}/holder", f"{SITE}/access", f"{SITE}/home_urls"]}
    assert found("individual", patch, "DOM035,ACC011,WEB030") == []


@pytest.mark.parametrize("holder", ["武汉示例植物研究所办公室", "武汉示例植物"])
def test_names_of_institutions_are_shown(holder: str) -> None:
    """An organisation with an organisation's certificate is public, and so is what stands inside its name."""
    report = Validator(as_of=DAY).validate_json(encoded("institution", {HOLDER: holder}))
    shown = render(report, "text", lang="zh")
    assert holder in shown
    assert "武汉示例植物研究所" in shown


def test_a_person_with_an_organisations_certificate_stays_masked() -> None:
    """The wrong kind of certificate makes nobody public."""
    report = Validator(as_of=DAY).validate_json(encoded("institution", {HOLDER: "何示例"}))
    assert "何示例" not in render(report, "text", lang="zh")

"""For every field of the vocabulary: how an application breaks a row of it, and how it meets it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from cases import load, patched
from moved import PLACES

from beian_validate.checks.resident_id import check_character
from beian_validate.law.provinces import Requirement, requirements

Patch = Mapping[str, Any]
PIC, SITE = "/sponsor/person_in_charge", "/websites/0/person_in_charge"
REMARK, SITE_REMARK = "/sponsor/remark", "/websites/0/remark"
PLAIN = "介绍单位概况与联系方式。"
OTHER, THIRD = "钱示例", "孙示例"


@dataclass(frozen=True)
class Trial:
    """One row put to the test.

    Parameters:
        bad: patch that breaks the row.
        at: pointer of the finding.
        good: patch that meets it.
        base: the application that is patched, after it has been moved to the province.
        general: the codes that speak instead, where the general rules say the same.
    """

    bad: Patch
    at: str
    good: Patch = field(default_factory=dict)
    base: str = ""
    general: tuple[str, ...] = ()


Build = Callable[[Requirement, str], Trial]
"""Makes the trial of a row in a province."""


def base_of(row: Requirement) -> str:
    """An application of a sponsor whom the row concerns."""
    natures = row.natures
    if "individual" in natures:
        return "individual"
    if not natures or natures & {"enterprise", "organisation"}:
        return "enterprise"
    return "sole-trader" if "individual_business" in natures else "institution"


def application(row: Requirement, province: str, base: str, patch: Patch) -> dict[str, Any]:
    """A patched application in the province, with an order that the row concerns."""
    data = patched(load(base or base_of(row)), {"~move": province})
    data = patched(data, {"/order_type": next(iter(sorted(row.orders)), "new_subject")})
    return patched(data, patch)


def _number(division: str, born: str) -> str:
    first = f"{division}{born}001"
    return first + check_character(first)


def not_the_representative(name: str = OTHER) -> dict[str, Any]:
    return {f"{PIC}/name": name, f"{PIC}/is_legal_representative": False}


def _representative(row: Requirement, province: str) -> Trial:
    return Trial(not_the_representative(), f"{PIC}/name")


def _young(row: Requirement, province: str) -> Trial:
    limit = row.value if isinstance(row.value, int) else row.value["students"]
    below = limit - 3 if row.is_nationwide else limit - 1  # a province may take minors who show documents
    numbers = (_number(PLACES[province][0], f"{2026 - age}0201") for age in (below, limit))
    at = f"{PIC}/certificate/number"
    bad, good = ({at: number, f"{PIC}/is_student": True} for number in numbers)
    return Trial(bad, at, good)


def _old(row: Requirement, province: str) -> Trial:
    at = f"{SITE}/certificate/number"
    return Trial({at: _number(PLACES[province][0], "19500201")}, at)


def _document(row: Requirement, province: str) -> Trial:
    kind = row.value.get("refuse", ["permanent_resident_card"])[0]
    start = row.value.get("number_starts", "")
    number = {f"{PIC}/certificate/number": _number(f"{start}0000", "19920615")} if start else {}
    return Trial({f"{PIC}/certificate/type": kind, **number}, f"{PIC}/certificate/type")


def _household(row: Requirement, province: str) -> Trial:
    elsewhere = PLACES["32" if province != "32" else "33"]
    number = _number(elsewhere[0], "19920615")
    bad = {"/sponsor/certificate/number": number, "/sponsor/certificate/address": f"{elsewhere[1]}示例路1号101室"}
    return Trial(bad, "/sponsor/certificate/number")


def _same_person(row: Requirement, province: str) -> Trial:
    if row.value == "always":
        return Trial({f"{SITE}/name": OTHER}, f"{SITE}/name", general=("PER020",))
    bad = {**not_the_representative(), f"{SITE}/name": THIRD}
    return Trial(bad, f"{SITE}/name", {**not_the_representative(), f"{SITE}/name": OTHER})


def _mainlander(row: Requirement, province: str) -> Trial:
    at = f"{SITE}/certificate/type"
    abroad = {"/sponsor/legal_representative/certificate/type": "passport"}
    return Trial({**abroad, at: "passport"}, at, abroad)


def websites(count: int, row: Requirement, province: str) -> list[Any]:
    website = application(row, province, "", {})["websites"][0]
    return [patched(website, {"/access/instance_id": f"i-{index}"}) for index in range(count)]


def _many_websites(row: Requirement, province: str) -> Trial:
    return Trial(
        {"/websites": websites(row.value + 1, row, province)},
        "/websites",
        {"/websites": websites(row.value, row, province)},
    )


def _many_domains(row: Requirement, province: str) -> Trial:
    domain = application(row, province, "", {})["websites"][0]["domains"][0]
    limit = row.value if isinstance(row.value, int) else row.value["max"]
    site = application(row, province, "", {})["websites"][0]
    orders = requirements(province, "enterprise", "new_subject", None, frozenset({"order.site_count_max"}))
    if any(order.value <= limit for order in orders):
        return Trial({"/websites/0/domains": [domain] * (limit + 1)}, "/websites/0/domains", general=("DOM001",))
    several = [{**site, "domains": [domain]} for _ in range(limit)]  # in a new order one site has one domain
    at = "/websites"
    return Trial({at: [*several, {**site, "domains": [domain]}]}, at, {at: several})


def _holder(row: Requirement, province: str) -> Trial:
    at = "/websites/0/domains/0/holder/name"
    data = application(row, province, "", {})["sponsor"]
    if "legal_representative" in row.value or base_of(row) == "individual":
        return Trial({at: OTHER}, at, general=("DOM004",))
    return Trial({at: data["legal_representative"]["name"]}, at)


def _label(row: Requirement, province: str) -> Trial:
    at = "/websites/0/domains/0/name"
    return Trial({at: f"{row.value[0]}shili.cn"}, at)


def _suffix(row: Requirement, province: str) -> Trial:
    at = "/websites/0/domains/0/name"
    refused = row.value.get("known_refused_in_old_rules", [".studio"])[-1]
    return Trial({at: f"shili{refused}"}, at)


def _phones(row: Requirement, province: str) -> Trial:
    data = application(row, province, "", {})["sponsor"]["person_in_charge"]
    at = f"{SITE}/emergency_phone"
    if row.value["different_persons"] < 3:
        bad = {f"{SITE}/name": OTHER, f"{SITE}/certificate/number": ""}
        return Trial(bad, f"{SITE}/mobile", general=("CON033",))
    bad = {f"{SITE}/name": OTHER, f"{SITE}/mobile": data["emergency_phone"], at: data["mobile"]}
    return Trial(bad, at, {**bad, at: "13957100033"})


def _third(row: Requirement, province: str) -> Trial:
    mobile = application(row, province, "", {})["sponsor"]["person_in_charge"]["mobile"]
    at = f"{SITE}/emergency_phone"
    bad = {f"{SITE}/name": OTHER, f"{SITE}/mobile": "13957100033", at: mobile}
    return Trial(bad, at, {**bad, at: "13957100044"})


def _shared(row: Requirement, province: str) -> Trial:
    at = f"{SITE}/emergency_phone"
    bad = {f"{SITE}/name": OTHER, f"{SITE}/mobile": "13957100033"}
    return Trial(bad, at, {**bad, at: "13957100044"})


PERSONS_AND_COUNTS: Mapping[str, Trial | Build] = {
    "subject_in_charge.legal_representative": _representative,
    "subject_in_charge.foreign_legal_rep": Trial({f"{PIC}/certificate/type": "passport"}, f"{PIC}/certificate/type"),
    "individual_business.in_charge": _representative,
    "individual.household_registration": _household,
    "individual.nationality": Trial({"/sponsor/certificate/type": "passport"}, "/sponsor/certificate/type"),
    "site_in_charge.differs_from_subject_in_charge": Trial({}, f"{SITE}/name", {f"{SITE}/name": OTHER}),
    "site_in_charge.same_as_subject_in_charge": _same_person,
    "site_in_charge.nationality": _mainlander,
    "responsible_person.id_document_type": _document,
    "responsible_person.min_age": _young,
    "responsible_person.max_age": _old,
    "order.site_count_max": _many_websites,
    "order.domain_count_max": _many_domains,
    "subject.site_count_max": _many_websites,
    "order.cloud_resource_max": _many_websites,
    "website.homepage_url_max": Trial(
        {"/websites/0/home_urls": ["www.shili.cn", "m.shili.cn"]}, "/websites/0/home_urls"
    ),
    "domain.holder": _holder,
    "domain.label_forbidden_words": _label,
    "domain.label_preapproval_words": _label,
    "domain.suffix": _suffix,
    "phone.distinct_count_min": _phones,
    "phone.emergency_third_person": _third,
    "phone.unique_to_person": _shared,
}
"""Persons, counts, domains and telephones."""

"""Corners of rules that no page's case reaches: what they must pass over in silence, and far dates."""

from datetime import date
from typing import Any

import pytest
from cases import load

from beian_validate import Sponsor, Validator, validate
from beian_validate.checks import resident_id
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

"""The table of provinces against the other tables that name them. Look-ups: test_divisions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beian_validate.checks import icp_number, public_security_number
from beian_validate.checks.provinces import (
    PROVINCES,
    TOLERATED_ABBREVIATIONS,
    province,
    province_by_abbreviation,
    province_code,
)


def test_abbreviations_are_those_of_filing_numbers() -> None:
    """Both modules open the number of a province with the same character."""
    ours = {row.short_name: row.icp_abbreviation for row in PROVINCES.values() if row.icp_abbreviation}
    assert ours == icp_number.PROVINCES


def test_tolerated_abbreviations_are_those_of_filing_numbers() -> None:
    """Both modules take 川 for 蜀, 贵 for 黔, 云 for 滇 and 甘 for 陇."""
    ours = {typed: PROVINCES[code].icp_abbreviation for typed, code in TOLERATED_ABBREVIATIONS.items()}
    assert ours == icp_number.TOLERATED


@pytest.mark.parametrize(("character", "code"), public_security_number.PROVINCES.items())
def test_abbreviations_agree_with_public_security_numbers(character: str, code: str) -> None:
    """A character stands for the same province in both kinds of number."""
    found = province_by_abbreviation(character)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("code", PROVINCES)
def test_every_name_leads_to_its_code(code: str) -> None:
    """Full and short Chinese names and the English one in any case mean one province."""
    row = PROVINCES[code]
    names = (row.name, row.short_name, row.english, row.english.upper(), row.english.lower(), code)
    assert {province_code(name) for name in names} == {code}
    assert province(code) is row


@given(st.from_regex("[0-9]{6}", fullmatch=True))
def test_a_division_code_belongs_to_a_province_or_to_none(text: str) -> None:
    """Six digits name a province only if the first two are one; the rest is for the table of divisions."""
    assert province_code(text) == (text[:2] if text[:2] in PROVINCES else None)


@given(st.text(st.characters(codec=None)))
def test_any_text_has_an_answer(text: str) -> None:
    """Lone surrogates and NUL name no province, and nothing raises."""
    assert province_code(text) is None or province_code(text) in PROVINCES

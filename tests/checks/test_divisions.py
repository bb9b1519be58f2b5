"""Provinces and the divisions of GB/T 2260."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beian_validate.checks import divisions
from beian_validate.checks.divisions import Division
from beian_validate.checks.provinces import PROVINCES, province, province_by_abbreviation, province_code

FULL_NAMES = [
    ("330000", "浙江省"),
    ("330100", "浙江省杭州市"),
    ("330101", "浙江省杭州市"),
    ("330106", "浙江省杭州市西湖区"),
    ("330113", "浙江省杭州市临平区"),
    ("330114", "浙江省杭州市钱塘区"),
    ("330104", "浙江省杭州市江干区"),
    ("110105", "北京市朝阳区"),
    ("110101", "北京市东城区"),
    ("500200", "重庆市"),
    ("500235", "重庆市云阳县"),
    ("429004", "湖北省仙桃市"),
    ("659001", "新疆维吾尔自治区石河子市"),
    ("441900", "广东省东莞市"),
    ("820000", "澳门特别行政区"),
    ("130502", "河北省邢台市襄都区"),
]
NO_CODES = [
    "",
    "33",
    "33010",
    "3301060",
    "33010a",
    "330199",
    "990000",
    "100000",
    "\uff13\uff13\uff10\uff11\uff10\uff16",
    "\ud800",
]

PROVINCE_NAMES = [
    ("33", "33"),
    ("330106", "33"),
    ("浙江", "33"),
    ("浙江省", "33"),
    ("Zhejiang", "33"),
    ("inner mongolia", "15"),
    ("内蒙古自治区", "15"),
    ("Xizang", "54"),
    ("香港", "81"),
]
ABBREVIATIONS = [
    ("浙", "33"),
    ("蜀", "51"),
    ("川", "51"),
    ("黔", "52"),
    ("贵", "52"),
    ("云", "53"),
    ("甘", "62"),
    ("陇", "62"),
]


@pytest.mark.parametrize(("code", "name"), FULL_NAMES)
def test_full_name(code: str, name: str) -> None:
    """A division is named with its province and city; rows that only group counties are left out."""
    assert divisions.full_name(code) == name


@pytest.mark.parametrize("code", NO_CODES)
def test_what_is_no_code_is_unknown(code: str) -> None:
    """Anything but six digits of the table is unknown and has no name."""
    known = (divisions.is_known(code), divisions.is_current(code), divisions.is_county_level(code))
    names = (divisions.division_name(code), divisions.full_name(code))
    assert known == (False, False, False)
    assert names == (None, "")


def test_a_former_code_is_known_but_not_current() -> None:
    """Numbers keep the code of their day, so a code given up in 2021 is known."""
    assert divisions.find("330104") == Division("330104", "江干区", 2021)
    assert divisions.is_known("330104")
    assert not divisions.is_current("330104")


def test_a_code_with_two_names_has_the_later_one() -> None:
    """A renamed district is in force under its new name."""
    assert divisions.find("130502") == Division("130502", "襄都区", None)


@pytest.mark.parametrize(
    ("code", "county"),
    [
        ("330106", True),
        ("330100", False),
        ("330000", False),
        ("441900", True),
        ("442000", True),
        ("460400", True),
    ],
)
def test_county_level(code: str, county: bool) -> None:
    """Counties and districts are the level a filing wants; so are the cities that have none."""
    assert divisions.is_county_level(code) is county


@pytest.mark.parametrize(
    ("code", "city"),
    [("330106", "杭州市"), ("330100", "杭州市"), ("330000", ""), ("110105", ""), ("429004", ""), ("abc", "")],
)
def test_city_name(code: str, city: str) -> None:
    """Only what has a city above it, or is one, has the name of a city."""
    assert divisions.city_name(code) == city


def test_province_of_an_unknown_division() -> None:
    """The province can be told from a code even if the division is not listed."""
    found = divisions.province_of("330199")
    assert found is not None
    assert (found.code, found.name, found.icp_abbreviation) == ("33", "浙江省", "浙")
    assert divisions.province_of("990000") is None
    assert divisions.province_of("33") is None


@pytest.mark.parametrize(("text", "code"), PROVINCE_NAMES)
def test_province_code(text: str, code: str) -> None:
    """A province is known by its Chinese and English names, its two digits, and any division in it."""
    assert province_code(text) == code


@pytest.mark.parametrize("text", ["", "9", "99", "990000", "33010", "浙江大学", "\uff13\uff13", "江" * 1_000_000])
def test_other_text_names_no_province(text: str) -> None:
    """Nothing is guessed."""
    assert province_code(text) is None


@pytest.mark.parametrize(("character", "code"), ABBREVIATIONS)
def test_abbreviation(character: str, code: str) -> None:
    """ICP numbers begin with 蜀, 黔, 滇 and 陇; 川, 贵, 云 and 甘 are understood."""
    found = province_by_abbreviation(character)
    assert found is not None
    assert found.code == code


def test_province_by_its_code() -> None:
    """Two digits name a province, other text does not."""
    found = province("33")
    assert found is not None
    assert found.english == "Zhejiang"
    assert [province(text) for text in ("", "99", "330000", "浙")] == [None] * 4


def test_no_abbreviation() -> None:
    """Other characters, the empty text among them, belong to no province."""
    assert [province_by_abbreviation(text) for text in ("", "中", "港", "浙江")] == [None] * 4


def test_the_table_of_provinces() -> None:
    """There are 31 provinces with an authority, each with its own abbreviation, and three regions without."""
    abbreviations = {row.code: row.icp_abbreviation for row in PROVINCES.values() if row.icp_abbreviation}
    assert len(abbreviations) == len(set(abbreviations.values())) == 31
    assert sorted(set(PROVINCES) - set(abbreviations)) == ["71", "81", "82"]


@pytest.mark.parametrize("code", PROVINCES)
def test_provinces_agree_with_the_table_of_divisions(code: str) -> None:
    """Our names of the provinces are those of GB/T 2260."""
    assert divisions.division_name(f"{code}0000") == PROVINCES[code].name


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    """A code that is known has a name and a province; other text has none."""
    assert divisions.is_known(text) == bool(divisions.full_name(text))


def test_stdnum_is_imported_only_for_a_look_up() -> None:
    """Importing the module must not cost the import of python-stdnum."""
    script = "import sys; import beian_validate.checks.divisions; sys.exit('stdnum' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0

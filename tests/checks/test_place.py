"""The places with which addresses begin, and names that are a place and nothing else."""

from functools import cache
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beian_validate.checks import divisions
from beian_validate.checks.place import city_named, place_only
from beian_validate.checks.provinces import PROVINCES

ANY_TEXT = st.text(alphabet=st.characters(categories=None))
PLACE_TEXT = st.text(alphabet="中国浙江省杭州市延边伊犁自治区地盟场民路网官站 1号", max_size=30)


@cache
def _counties() -> list[str]:
    """The codes of all divisions below a province that are in force."""
    areas = [f"{province}{area:02}" for province, area in product(PROVINCES, range(100))]
    grouped = [area for area in areas if divisions.is_current(f"{area}00") or area[2:] in ("01", "02", "90")]
    codes = (f"{area}{county:02}" for area, county in product(grouped, range(100)))
    return [code for code in codes if divisions.is_current(code) and code[2:4] != "00"]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("杭州", "杭州"),
        ("杭州市", "杭州"),
        ("浙江省", "浙江省"),
        ("浙江", "浙江"),
        ("广西壮族自治区", "广西壮族自治区"),
        ("杭州网", "杭州"),
        ("杭州市门户网", "杭州"),
        ("阿里地区在线", "阿里"),
        ("兴安盟", "兴安盟"),
        ("杭州示例", ""),
        ("网", ""),
        ("", ""),
    ],
)
def test_a_name_that_is_only_a_place(name: str, place: str) -> None:
    """A place with nothing but a word for site behind it is a place."""
    assert place_only(name) == place


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("浙江省杭州市西湖区", "杭州"),
        ("浙江杭州市西湖区", "杭州"),
        ("杭州市西湖区", "杭州"),
        (" 中国浙江省杭州市", "杭州"),
        ("新疆自治区乌鲁木齐市", "乌鲁木齐"),
        ("贵州省黔东南州凯里市", "黔东南"),
        ("贵州省黔东南苗族侗族自治州凯里市", "黔东南"),
        ("内蒙古自治区兴安盟乌兰浩特市", "兴安"),
        ("西藏自治区阿里地区噶尔县", "阿里"),
        ("新疆伊犁哈萨克自治州塔城地区塔城市", "塔城"),
        ("新疆伊犁州伊宁市", "伊犁"),
        ("海南州共和县", "海南"),
        ("甘肃省武威市民勤县", "武威"),
        ("广东省东莞市南城街道", "东莞"),
        ("广东省深圳市市民中心", "深圳"),
        ("浙江省义乌市", ""),
        ("新疆维吾尔自治区石河子市", ""),
        ("新疆生产建设兵团第八师石河子市", ""),
        ("浙江杭州西湖区", ""),
        ("上海市南京路1号", ""),
        ("南京市场路1号", ""),
        ("苏州市民广场1号", ""),
        ("中山路市场1号", ""),
        ("吉林省吉林市昌邑区", ""),
        ("西湖区杭州市大厦", ""),
        ("", ""),
    ],
)
def test_the_city_an_address_begins_with(text: str, city: str) -> None:
    """A city or prefecture is found with its kind, and not in streets, squares and county-level cities."""
    assert city_named(text) == city


@pytest.mark.parametrize("written", ["full", "without province", "province and county", "county"])
def test_no_division_is_taken_for_another_city(written: str) -> None:
    """However the address of a real county is shortened, no city but its own is found in it."""
    assert len(_counties()) > 2800
    for code in _counties():
        province, own = PROVINCES[code[:2]].name, str(divisions.division_name(code))
        full = divisions.full_name(code)
        spellings = {
            "full": full,
            "without province": full.removeprefix(province),
            "province and county": province + own,
            "county": own,
        }
        named = city_named(spellings[written])
        assert divisions.city_name(code).startswith(named) or own.startswith(named), code


def test_nearly_every_city_is_found() -> None:
    """A full address names its prefecture, except 吉林, which is called like its province."""
    missed = {divisions.city_name(code) for code in _counties() if not city_named(divisions.full_name(code))}
    assert missed <= {"", "吉林市", "林区"}


@given(ANY_TEXT | PLACE_TEXT)
def test_any_text_has_an_answer(text: str) -> None:
    """Whatever is typed, what is found stands in the text."""
    assert city_named(text) in text
    assert place_only(text) in text


@pytest.mark.parametrize("text", [" " * 1_000_000, "中国" * 500_000, "伊犁州" * 300_000, "市" * 1_000_000])
def test_long_texts_are_judged(text: str) -> None:
    """A megabyte of anything is judged in linear time."""
    assert city_named(text) in {"", "伊犁"}
    assert place_only(text) == ""

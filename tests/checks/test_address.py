"""Postal addresses and the provinces they name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beian_validate.checks.address import problems, province_named, says_most_detailed
from beian_validate.checks.problem import Problem
from beian_validate.checks.provinces import PROVINCES

ANY_TEXT = st.text(alphabet=st.characters(categories=None))
ADDRESS_TEXT = st.text(alphabet="浙江省杭州市西湖区文一路号室0123-—#＃@ A楼层", max_size=30)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "浙江省杭州市西湖区文一路100号3幢201室",
        "文一路1号",
        "示例镇示例村三组",
        "示例大厦A座",
        "人民路１２",
        "上海市浦东新区示例路1弄2-3",
        "示例路8-9-10层",
        "示例路8—9—10楼",
        "示例街道示例庄东头",
        "北京市朝阳区示例大厦",
        "北京市海淀区中关村大街27号",
        "同安区示例路1号",
        "示例路15号201室（小区东区）",
    ],
)
def test_right_addresses(text: str) -> None:
    """An address that reaches a door, a room, a building or a village group has no problem."""
    assert problems(text) == ()


@pytest.mark.parametrize(
    ("text", "kind", "facts", "fix"),
    [
        ("路1号", "too-short", {"length": 3, "minimum": 5}, None),
        ("浙江省路1号", "too-short", {"length": 6, "minimum": 8}, None),
        ("浙江省杭州市西湖区文三路", "no-door-number", {}, None),
        ("河北省石家庄市长安区", "district-only", {}, None),
        ("上海市浦东新区", "district-only", {}, None),
        ("济南市市中区", "district-only", {}, None),
        ("天津市滨海新区经济技术开发区", "no-door-number", {}, None),
        ("福建省福州市鼓楼区五四路", "no-door-number", {}, None),
        ("北京市海淀区中关村大街", "no-door-number", {}, None),
        ("见营业执照", "reference", {}, None),
        ("与身份证地址一致", "reference", {}, None),
        ("No.100 Wensan Road", "latin", {}, None),
        ("西湖区示例路3号 0571-88000011", "phone", {"position": 10}, None),
        ("西湖区示例路3号★①", "odd-symbol", {"position": 9, "count": 2}, None),
        ("西湖区“示例”大厦A+B座", "odd-symbol", {"position": 4, "count": 2}, None),
        ("北京市朝阳区建国路7-3-101", "abbreviated", {"position": 10}, None),
        ("北京市朝阳区建国路７－３－１０１室", "abbreviated", {"position": 10}, None),
        ("建国路1—2—3—4室", "abbreviated", {"position": 4}, None),
        ("西湖区示例路3#楼2＃室", "forbidden-symbol", {"position": 8, "count": 2}, "西湖区示例路3号楼2号室"),
        ("西湖区示例路3#号楼", "forbidden-symbol", {"position": 8, "count": 1}, "西湖区示例路3号楼"),
        ("西湖区示例路#3号", "forbidden-symbol", {"position": 7, "count": 1}, None),
        ("西湖区示例路3号(A&B座)", "forbidden-symbol", {"position": 11, "count": 1}, None),
        ("西湖区示例路3号！", "forbidden-symbol", {"position": 9, "count": 1}, None),
    ],
)
def test_one_cause_is_one_problem(text: str, kind: str, facts: dict[str, int], fix: str | None) -> None:
    """Each shortcoming is named with its place, and repaired where that needs no knowledge of the place."""
    (problem,) = problems(text)
    assert (problem.kind, dict(problem.facts), problem.fix, problem.safe) == (kind, facts, fix, False)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("浙江省杭州市西湖区", "33"),
        ("浙江杭州市西湖区", "33"),
        ("中国浙江省杭州市", "33"),
        (" 中华人民共和国 广东深圳南山区", "44"),
        ("北京市海淀区", "11"),
        ("北京海淀区示例路", "11"),
        ("上海浦东新区", "31"),
        ("天津河北区", "12"),
        ("内蒙古锡林郭勒盟锡林浩特市", "15"),
        ("内蒙古自治区呼和浩特市", "15"),
        ("新疆自治区乌鲁木齐市", "65"),
        ("广西壮族自治区南宁市", "45"),
        ("贵州黔东南苗族侗族自治州凯里市", "52"),
        ("吉林延边朝鲜族自治州", "22"),
        ("香港九龙示例道", "81"),
        ("香港特别行政区", "81"),
        ("台湾省台北市", "71"),
        ("北京路1号", None),
        ("北京东路100号静安区", None),
        ("四川北路街道", None),
        ("河北区中山路", None),
        ("海南区示例街", None),
        ("海南州共和县", None),
        ("海南藏族自治州共和县", None),
        ("河南蒙古族自治县", None),
        ("吉林市昌邑区", None),
        ("浙江路社区", None),
        ("四川大学望江校区", None),
        ("香港中路1号", None),
        ("台湾路1号", None),
        ("西湖区文一路", None),
        ("", None),
    ],
)
def test_the_province_an_address_begins_with(text: str, code: str | None) -> None:
    """A province is found by its name, and not in streets and counties that are named after one."""
    assert province_named(text) == code


@pytest.mark.parametrize("code", sorted(PROVINCES))
def test_every_full_name_is_found(code: str) -> None:
    """The full name of each province names it."""
    assert province_named(f"{PROVINCES[code].name}示例市示例路1号") == code


@pytest.mark.parametrize(
    ("remark", "says"),
    [
        ("已为最详细地址", True),
        ("该通讯地址已是最详细。", True),
        ("此地址已最为具体", True),
        ("没有更详细的门牌", True),
        ("无更具体地址", True),
        ("地址不是最详细", False),
        ("并非最详细地址", False),
        ("未最详细", False),
        ("无门牌号", False),
        ("证件地址已为最详细地址", False),
        ("营业执照上的住所已是最详细", False),
        ("证件地址与通信地址均为最详细地址", True),
        ("通信地址与证件地址一致且已为最详细地址", True),
        ("证件地址属实，通信地址已为最详细地址", True),
        ("", False),
    ],
)
def test_the_remark_that_ends_the_question(remark: str, says: bool) -> None:
    """Only a statement that nothing finer exists counts."""
    assert says_most_detailed(remark) is says


@given(ADDRESS_TEXT)
def test_a_fix_clears_its_problem(text: str) -> None:
    """After the fix of a symbol no symbol is left, and no fix ever changes a right address."""
    for problem in problems(text):
        if problem.fix is not None:
            assert problem.kind not in {left.kind for left in problems(problem.fix)}


@given(ANY_TEXT)
def test_any_text_has_an_answer(text: str) -> None:
    """Whatever is typed, the kinds are the documented ones and positions lie inside the text."""
    kinds = {"too-short", "no-door-number", "abbreviated", "forbidden-symbol", "phone", "odd-symbol"}
    kinds |= {"district-only", "reference", "latin"}
    for problem in problems(text):
        assert problem.kind in kinds
        assert 1 <= dict(problem.facts).get("position", 1) <= len(text)  # type: ignore[operator]
    assert province_named(text) in {*PROVINCES, None}
    assert says_most_detailed(text) in (True, False)


@given(ADDRESS_TEXT)
def test_facts_hold_no_part_of_the_address(text: str) -> None:
    """Facts are numbers only, because an address is personal."""
    assert all(isinstance(value, int) for problem in problems(text) for _, value in problem.facts)


@pytest.mark.parametrize("text", ["1-" * 500_000, "最" * 1_000_000, " " * 1_000_000, "#" * 1_000_000, "中国" * 500_000])
def test_long_texts_are_judged(text: str) -> None:
    """A megabyte of anything is judged in linear time with few problems."""
    assert len(problems(text)) <= 3
    assert province_named(text) is None
    assert not says_most_detailed(text)


def test_problems_add_up() -> None:
    """An address can be abbreviated and hold a symbol at once."""
    assert problems("示例路7-3-101@") == (
        Problem("abbreviated", (("position", 4),)),
        Problem("forbidden-symbol", (("position", 11), ("count", 1))),
    )

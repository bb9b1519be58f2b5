"""What a remark states, clause by clause, and what it only seems to."""

import pytest

from beian_validate.checks.statement import clauses, has, says_nothing, states


@pytest.mark.parametrize(
    ("text", "word", "stated"),
    [
        ("本站设有论坛。", "论坛", True),
        ("不设论坛、博客。", "博客", False),
        ("非经营性网站", "经营性", False),
        ("无广告，设有论坛", "论坛", True),
        ("介绍产品", "论坛", False),
        ("介绍产品", "", False),
    ],
)
def test_a_word_that_is_denied_is_not_stated(text: str, word: str, stated: bool) -> None:
    """A denial holds to the end of its clause."""
    assert states(text, word) == stated


def test_an_enumeration_is_one_clause() -> None:
    """Commas part clauses, enumeration marks do not."""
    assert clauses("图书、期刊零售；软件开发，咨询。") == ("图书、期刊零售", "软件开发", "咨询")


@pytest.mark.parametrize(
    ("text", "item", "there"),
    [
        ("应急电话使用人：钱示例", "〈姓名〉", True),
        ("应急联系", "〈姓名〉", False),
        ("应急联系电话使用人为王示例，前台", "〈某人〉", True),
        ("使用人王示例", "〈某人〉", False),
        ("预计2026年5月", "〈时间〉", True),
        ("通过后一周内开站", "〈时间〉", True),
        ("不含企业信息", "〈不含单位〉", True),
        ("属企业单位", "〈不含单位〉", False),
        ("发证日期2023年5月", "〈日期〉", True),
        ("有效期至2028年", "〈截止〉", True),
        ("登记号PDY10001", "〈编号〉", True),
        ("致电0551-60000000", "〈电话〉", True),
        ("编号20260210123456", "〈电话〉", False),
        ("咨询某局", "咨询", True),
    ],
)
def test_a_token_stands_for_a_form(text: str, item: str, there: bool) -> None:
    """Tables name words, or in angle brackets something of a form."""
    assert has(text, item) == there


@pytest.mark.parametrize(
    ("remark", "empty"), [("", True), (" 无。", True), ("暂无", True), ("-", True), ("无广告", False)]
)
def test_a_filled_field_may_say_nothing(remark: str, empty: bool) -> None:
    """无 and its like fill the field and say nothing."""
    assert says_nothing(remark) == empty

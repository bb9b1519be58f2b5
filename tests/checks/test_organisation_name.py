"""Names of organisations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beian_validate.checks.organisation_name import MAXIMUM, problems
from beian_validate.checks.problem import Problem

RIGHT = [
    "杭州示例网络技术有限公司",
    "示例（中国）有限公司",
    "3M示例有限公司",
    "A.B.示例有限公司",
    "示例app开发（杭州）工作室",
    "某店",
    "示例合伙企业（有限合伙）",
    "示例设计工作室（个人独资）",
    "沈小满（个体工商户）",
    "XX示例有限公司",
    "\U000323b0社",
]
WRONG = [
    ("", "too-short"),
    ("店", "too-short"),
    (" 店 ", "too-short"),
    ("12345", "digits-only"),
    ("１２３４５", "digits-only"),
    ("91330100799655058B", "number-like"),
    ("91330100799655058b", "number-like"),
    ("webmaster@example.com", "email"),
    ("example.com", "domain"),
    ("EXAMPLE.COM.CN", "domain"),
    ("www.示例.com", "domain"),
    ("示例 https://example.com", "domain"),
    ("Example Trading Ltd.", "no-han"),
    ("Example Co.,Ltd", "no-han"),
    ("example.co", "no-han"),
    ("ABCDEFGHIJKLMNOPQR", "no-han"),
    ("单位名称：示例有限公司", "label"),
    ("示例有限公司（副本）", "note"),
    ("示例有限公司 法人：某人", "note"),
    ("示例有限公司/示例厂", "several"),
    ("示例有限公司。", "trailing"),
    ("示例有限公司；", "trailing"),
    ("杭州XX有限公司", "pattern"),
    ("----", "no-letter"),
    ("123-456", "no-letter"),
    ("\ud800\ud800", "no-letter"),
]


@pytest.mark.parametrize("text", RIGHT)
def test_names_as_on_licences_are_right(text: str) -> None:
    """Latin letters, digits, dots and brackets inside a Chinese name are right."""
    assert problems(text) == ()


@pytest.mark.parametrize(("text", "kind"), WRONG)
def test_what_is_no_name_is_named(text: str, kind: str) -> None:
    """A number, a code, an address or marks in place of the name are told apart."""
    assert [problem.kind for problem in problems(text)] == [kind]


def test_a_name_has_at_most_128_characters() -> None:
    """The ministry's form takes 128 characters and no more."""
    assert problems("社" * MAXIMUM) == ()
    assert problems("社" * (MAXIMUM + 1)) == (Problem("length", (("length", 129), ("maximum", 128))),)


@given(st.text())
def test_any_text_has_at_most_one_problem_and_no_fix(text: str) -> None:
    """No text raises; nobody can derive a name from what is not one."""
    found = problems(text)
    assert len(found) <= 1
    assert all(problem.fix is None for problem in found)


def test_a_huge_text_is_answered() -> None:
    """A text of a million characters is too long."""
    assert [problem.kind for problem in problems("a." * 500_000)] == ["length"]

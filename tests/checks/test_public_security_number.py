"""Public-security filing numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beian_validate.checks.problem import Problem
from beian_validate.checks.public_security_number import (
    PROVINCES,
    PublicSecurityNumber,
    compose,
    normalise,
    parse,
    problems,
)

NUMBERS = st.builds(
    lambda province, rest: PublicSecurityNumber(province, PROVINCES[province] + rest),
    st.sampled_from(sorted(PROVINCES)),
    st.text(alphabet="0123456789", min_size=12, max_size=12),
)


@given(NUMBERS, st.booleans())
def test_parsing_undoes_composing(number: PublicSecurityNumber, blank: bool) -> None:
    """A number is right with and without the blank that footers print before the digits."""
    text = compose(number)
    printed = text.replace("备", "备 ") if blank else text
    assert parse(printed) == number
    assert problems(printed) == ()
    assert normalise(printed) == text


@pytest.mark.parametrize(
    ("text", "kind", "fix", "safe"),
    [
        ("浙公网安备  33010602000001号", "blank", "浙公网安备33010602000001号", True),
        ("浙公网安备33010602000001 号", "blank", "浙公网安备33010602000001号", True),
        ("浙公网安备 33010602000001号\n", "blank", "浙公网安备33010602000001号", True),
        ("浙公网安备３3010602000001号", "full-width", "浙公网安备33010602000001号", True),
        ("浙公網安備 33010602000001號", "traditional", "浙公网安备33010602000001号", True),
        ("浙公网安备33010602000001", "missing-hao", "浙公网安备33010602000001号", True),
        ("港公网安备33010602000001号", "unknown-province", None, False),
        ("公网安备33010602000001号", "unknown-province", None, False),
        ("粤公网安备33010602000001号", "province-differs", None, False),
        ("粤公网安备 33010602000001号", "province-differs", None, False),
        ("浙公网安备330106020001号", "legacy", None, False),
        ("京公海网安备110108001234号", "legacy", None, False),
        ("京公海网安备11010800123412号", "legacy", None, False),
        ("浙公网安备330106号", "digits", None, False),
        ("浙公网安备330106020000012号", "digits", None, False),
        ("浙公网安备33010602000001号-1", "suffix", None, False),
        ("公安备案：浙公网安备33010602000001号 查询", "extra-text", "浙公网安备33010602000001号", False),
    ],
)
def test_one_slip_is_one_problem(text: str, kind: str, fix: str | None, safe: bool) -> None:
    """Each dirty form of a footer is named and repaired where the meaning is clear."""
    assert [(p.kind, p.fix, p.safe) for p in problems(text)] == [(kind, fix, safe)]
    assert fix is None or problems(fix) == ()


@pytest.mark.parametrize(
    ("text", "looks_like"),
    [
        ("", "other"),
        ("浙ICP备12345678号-1", "icp-number"),
        ("浙公网安备33010602000001号，浙公网安备33010602000002号", "several"),
    ],
)
def test_something_else_is_no_public_security_number(text: str, looks_like: str) -> None:
    """A value without one clear number says what it looks like."""
    assert problems(text) == (Problem("not-a-public-security-number", (("looks_like", looks_like),)),)
    assert normalise(text) is None


def test_the_differing_province_is_shown() -> None:
    """The first two digits of the area code are compared with the province in front."""
    (problem,) = problems("粤公网安备33010602000001号")
    assert problem.facts == (("province", "粤"), ("found", "33"), ("expected", "44"))


@given(st.text(alphabet="浙粤港公网網安备備号 ３3010602A-", max_size=24))
def test_a_fix_clears_its_problem(text: str) -> None:
    """After a fix its kind is gone."""
    for problem in problems(text):
        if problem.fix is not None:
            assert problem.kind not in {other.kind for other in problems(problem.fix)}


@given(st.text(alphabet=st.characters(categories=None)))
def test_any_text_has_an_answer(text: str) -> None:
    """Whatever has no problem can be taken apart."""
    assert problems(text) or parse(text)


@pytest.mark.parametrize("text", ["浙公网安备" + "3" * 1_000_000, "公" * 1_000_000, " " * 1_000_000])
def test_long_texts_are_judged(text: str) -> None:
    """A megabyte is judged in linear time."""
    assert 1 <= len(problems(text)) <= 3

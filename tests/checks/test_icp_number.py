"""Filing numbers and the licences in their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beian_validate.checks.icp_number import (
    PROVINCES,
    TOLERATED,
    IcpNumber,
    Kind,
    compose,
    normalise,
    parse,
    problems,
)
from beian_validate.checks.problem import Problem

SHORT = sorted(PROVINCES.values())
DIGITS = "0123456789"


def numbers() -> st.SearchStrategy[IcpNumber]:
    """Every right filing number."""

    def serials(*lengths: int) -> st.SearchStrategy[str]:
        return st.one_of(*(st.text(alphabet=DIGITS, min_size=n, max_size=n) for n in lengths))

    suffixes = st.one_of(st.just((0, "")), st.tuples(st.integers(1, 999_999), st.sampled_from(["", "A", "X", "K"])))
    heads: st.SearchStrategy[tuple[str, Kind, str, str]] = st.one_of(
        st.tuples(st.sampled_from(SHORT), st.just("filing"), serials(8, 10), st.just("")),
        st.tuples(st.sampled_from(SHORT), st.just("licence"), serials(6), st.just("")),
        st.tuples(
            st.sampled_from([*SHORT, "", "合字"]),
            st.just("telecom"),
            serials(8),
            st.sampled_from(["B2", "A2.B1.B2", "B1B2"]),
        ),
    )
    return st.builds(lambda head, end: IcpNumber(head[0], head[1], head[2], end[0], end[1], head[3]), heads, suffixes)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("浙ICP备12345678号", IcpNumber("浙", "filing", "12345678")),
        ("苏ICP备2021123456号", IcpNumber("苏", "filing", "2021123456")),
        ("浙ICP备12345678号-1", IcpNumber("浙", "filing", "12345678", 1)),
        ("京ICP备12345678号-12A", IcpNumber("京", "filing", "12345678", 12, "A")),
        ("粤B2-12345678-1626X", IcpNumber("粤", "telecom", "12345678", 1626, "X", "B2")),
        ("京ICP备12345678号-3K", IcpNumber("京", "filing", "12345678", 3, "K")),
        ("京ICP证123456号", IcpNumber("京", "licence", "123456")),
        ("合字B2-12345678", IcpNumber("合字", "telecom", "12345678", category="B2")),
        ("A2.B1.B2-12345678", IcpNumber("", "telecom", "12345678", category="A2.B1.B2")),
    ],
)
def test_right_numbers_are_taken_apart(text: str, number: IcpNumber) -> None:
    """Each form of a number has its parts and no problem."""
    assert parse(text) == number
    assert compose(number) == text
    assert problems(text) == ()
    assert normalise(text) == text


@given(numbers())
def test_parsing_undoes_composing(number: IcpNumber) -> None:
    """Every number that can be composed is right and can be taken apart again."""
    text = compose(number)
    assert parse(text) == number
    assert problems(text) == ()


@pytest.mark.parametrize(
    ("text", "kind", "fix", "safe"),
    [
        ("浙ICP备 12345678号-1", "blank", "浙ICP备12345678号-1", True),
        (" 浙ICP备12345678号", "blank", "浙ICP备12345678号", True),
        ("浙ICP备12345678\u200b号", "blank", "浙ICP备12345678号", True),
        ("浙ICP备１2345678号", "full-width", "浙ICP备12345678号", True),
        ("浙ICP备12345678号－1", "dash", "浙ICP备12345678号-1", True),
        ("浙ICP备12345678号—1", "dash", "浙ICP备12345678号-1", True),
        ("浙icp备12345678号", "lower-case", "浙ICP备12345678号", True),
        ("粤b2-12345678-1x", "lower-case", "粤B2-12345678-1X", True),
        ("浙ICP備12345678号", "traditional", "浙ICP备12345678号", True),
        ("浙ICP备12345678", "missing-hao", "浙ICP备12345678号", True),
        ("浙ICP备12345678-1", "missing-hao", "浙ICP备12345678号-1", True),
        ("浙ICP备-2023004567号", "superfluous-hyphen", "浙ICP备2023004567号", True),
        ("浙ICP备12345678-1号", "hyphen-before-hao", "浙ICP备12345678号-1", True),
        ("浙ICP备12345678号-1号", "superfluous-hao", "浙ICP备12345678号-1", True),
        ("粤B2-12345678号", "superfluous-hao", "粤B2-12345678", True),
        ("粤B212345678", "missing-hyphen", "粤B2-12345678", True),
        ("川ICP备12345678号", "tolerated-abbreviation", "蜀ICP备12345678号", False),
        ("甘B2-12345678", "tolerated-abbreviation", "陇B2-12345678", False),
        ("浙江ICP备12345678号", "unknown-province", "浙ICP备12345678号", False),
        ("广西壮族自治区ICP备12345678号", "unknown-province", "桂ICP备12345678号", False),
        ("港ICP备12345678号", "unknown-province", None, False),
        ("ICP备12345678号", "unknown-province", None, False),
        ("浙ICP备1234567号", "digits", None, False),
        ("浙ICP备123456789号-1", "digits", None, False),
        ("京ICP证12345号", "digits", None, False),
        ("粤B2-1234567", "digits", None, False),
        ("浙ICP备12345678号1", "suffix", "浙ICP备12345678号-1", False),
        ("浙ICP备12345678号-01A", "suffix", "浙ICP备12345678号-1A", False),
        ("浙ICP备12345678号-", "suffix", "浙ICP备12345678号", False),
        ("浙ICP备12345678号-0", "suffix", None, False),
        ("浙ICP备12345678号-1B", "suffix", None, False),
        ("备案号:浙ICP备12345678号-1", "extra-text", "浙ICP备12345678号-1", False),
        ("© 示例公司 版权所有 浙ICP备12345678号-1", "extra-text", "浙ICP备12345678号-1", False),
        ("经营许可证编号：粤B2-12345678", "extra-text", "粤B2-12345678", False),
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
        ("www.example.com", "other"),
        ("浙公网安备33010602000001号", "public-security-number"),
        ("京ICP证123456号 京ICP备12345678号", "several"),
        ("\ud800", "other"),
    ],
)
def test_something_else_is_no_filing_number(text: str, looks_like: str) -> None:
    """A value without one clear number says what it looks like."""
    assert problems(text) == (Problem("not-a-filing-number", (("looks_like", looks_like),)),)
    assert parse(text) is None
    assert normalise(text) is None


def test_several_slips_share_their_fixes() -> None:
    """Safe fixes leave the province alone, suggested ones repair everything that can be."""
    found = problems("川icp备 12345678-01号")
    assert [(p.kind, p.fix) for p in found] == [
        ("blank", "川ICP备12345678号-01"),
        ("lower-case", "川ICP备12345678号-01"),
        ("hyphen-before-hao", "川ICP备12345678号-01"),
        ("tolerated-abbreviation", "蜀ICP备12345678号-1"),
        ("suffix", "蜀ICP备12345678号-1"),
    ]


def test_a_number_still_wrong_is_not_normal() -> None:
    """Normalising gives nothing when a digit is missing."""
    assert normalise("浙icp备1234567号") is None
    assert normalise("浙icp备12345678") == "浙ICP备12345678号"


@given(numbers(), st.sampled_from([" ", "\u3000", "\u200b", "\n"]), st.integers(0, 30))
def test_a_blank_anywhere_is_repaired(number: IcpNumber, blank: str, at: int) -> None:
    """A blank at any place is found, named and removed."""
    text = compose(number)
    dirty = text[:at] + blank + text[at:]
    assert [problem.kind for problem in problems(dirty)] == ["blank"]
    assert normalise(dirty) == text


@given(st.text(alphabet="浙川江港ICPicpB2备備证号-－0123 A", max_size=24))
def test_a_fix_clears_its_problem(text: str) -> None:
    """After a fix its kind is gone."""
    for problem in problems(text):
        if problem.fix is not None:
            assert problem.kind not in {other.kind for other in problems(problem.fix)}


@given(st.text(alphabet=st.characters(categories=None)))
def test_any_text_has_an_answer(text: str) -> None:
    """Whatever has no problem can be taken apart."""
    assert problems(text) or parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "1" * 1_000_000,
        "浙ICP备" + "1" * 1_000_000,
        "B2" * 500_000,
        "浙" * 1_000_000,
        "浙ICP备12345678号-" + "1" * 900_000,
    ],
)
def test_long_texts_are_judged(text: str) -> None:
    """A megabyte of digits is judged in linear time and never turned into one integer."""
    assert 1 <= len(problems(text)) <= 3
    assert parse(text) is None


def test_every_tolerated_abbreviation_has_a_usual_one() -> None:
    """川 贵 云 甘 stand for provinces whose filing numbers use another character."""
    assert set(TOLERATED.values()) < set(PROVINCES.values())
    assert not set(TOLERATED) & set(PROVINCES.values())

"""E-mail addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beian_validate.checks.email import MAXIMUM, normalise, problems
from beian_validate.checks.problem import Problem

RIGHT = [
    "a@b.cn",
    "zhang.san+filing@mail.example.com.cn",
    "o'neil_x-1@example.com",
    "A.B@EXAMPLE.COM",
    "info@示例.公司",
    "info@xn--fsq092h.xn--55qx5d",
    "10001@qq.com",
    "a@4399.com",
]
REPAIRED = [
    # typed, kind, position, fix, safe
    (" a@b.cn", "blank", 1, "a@b.cn", True),
    ("a@b.cn\u200b", "blank", 7, "a@b.cn", False),
    ("a b@c.cn", "blank", 2, "ab@c.cn", False),
    ("a@b.cn,", "trailing-punctuation", 7, "a@b.cn", False),
    ("a@b.cn.", "trailing-punctuation", 7, "a@b.cn", False),
    ("a＠b.cn", "full-width", 2, "a@b.cn", True),
    ("a@b。cn", "full-width", 4, "a@b.cn", True),
]
WRONG = [
    ("", Problem("missing-at")),
    ("example.com", Problem("missing-at")),
    ("a@b.cn;c@d.cn", Problem("several", (("count", 2),))),
    ("a@b.cn c@d.cn", Problem("several", (("count", 2),))),
    ("a@@b.cn", Problem("several", (("count", 2),))),
    ("a***@qq.com", Problem("masked", (("position", 2),))),
    (".a@b.cn", Problem("local-part")),
    ("a..b@b.cn", Problem("local-part")),
    ("张@b.cn", Problem("local-part")),
    ("a,b@c.cn", Problem("local-part")),
    ("@b.cn", Problem("local-part")),
    ("\ud800@b.cn", Problem("local-part")),
    ("a@b", Problem("domain-part")),
    ("a@b..cn", Problem("domain-part")),
    ("a@-b.cn", Problem("domain-part")),
    ("a@b-.cn", Problem("domain-part")),
    ("a@b_c.cn", Problem("domain-part")),
    ("a@1.2.3.4", Problem("domain-part")),
    ("a@" + "b" * 64 + ".cn", Problem("domain-part")),
    ("a" * 65 + "@b.cn", Problem("length", (("length", 65), ("maximum", 64)))),
    ("a@" + "b." * 70 + "cn", Problem("length", (("length", 144), ("maximum", MAXIMUM)))),
    ("a" * 40 + "@" + "b" * 30 + ".cn", Problem("long", (("length", 74), ("maximum", 64)))),
    ("x@gmial.com", Problem("likely-typo", (("expected", "gmail.com"),), "x@gmail.com")),
    ("x@QQ.con", Problem("likely-typo", (("expected", "qq.com"),), "x@qq.com")),
]


@pytest.mark.parametrize("text", RIGHT)
def test_right_addresses_have_no_problem(text: str) -> None:
    """Plus signs, apostrophes, sub-domains and Chinese domain names are right."""
    assert problems(text) == ()


@pytest.mark.parametrize(("text", "kind", "position", "fix", "safe"), REPAIRED)
def test_slips_are_repaired(text: str, kind: str, position: int, fix: str, safe: bool) -> None:
    """A slip is shown with its place; only what cannot change the meaning is safe."""
    assert problems(text) == (Problem(kind, (("position", position),), fix, safe),)


@pytest.mark.parametrize(("text", "problem"), WRONG)
def test_wrong_addresses_have_one_problem(text: str, problem: Problem) -> None:
    """One cause is one problem."""
    assert problems(text) == (problem,)


def test_two_wrong_parts_are_two_problems() -> None:
    """The name and the domain are judged apart."""
    assert [problem.kind for problem in problems("@")] == ["local-part", "domain-part"]


def test_several_slips_have_one_fix() -> None:
    """Fixes of one address never contradict one another."""
    found = problems("a＠163。com ")
    assert [problem.kind for problem in found] == ["full-width", "blank"]
    assert {problem.fix for problem in found} == {"a@163.com"}


@given(st.text(alphabet=st.sampled_from("ab1@＠.。,; \u200b*-_张\ud800"), max_size=20) | st.text())
def test_fixes_clear_their_problem_and_are_stable(text: str) -> None:
    """No text raises, and a repaired address does not have the same problem again."""
    for problem in problems(text):
        if problem.fix is not None:
            assert problem.kind not in {left.kind for left in problems(problem.fix)}
            assert normalise(problem.fix) == problem.fix


@given(st.emails())
def test_the_addresses_of_the_standard_have_a_right_shape(text: str) -> None:
    """What RFC 5322 allows is at most long, numeric or masked for us."""
    kinds = {problem.kind for problem in problems(text)}
    assert kinds <= {"length", "long", "masked"}


@pytest.mark.parametrize(
    "text", ["a" * 1_000_000, "a." * 500_000 + "@", "@" * 1_000_000, "a@" + "b." * 500_000, " " * 1_000_000]
)
def test_huge_texts_are_answered(text: str) -> None:
    """A text of a million characters has an answer like any other."""
    assert problems(text) != ()

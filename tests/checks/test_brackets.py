"""The brackets in a registered name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beian_validate.checks.brackets import normalise, problems
from beian_validate.checks.problem import Problem

RIGHT = [
    "",
    "杭州示例网络技术有限公司",
    "示例（中国）有限公司",
    "（示例）有限公司",
    "示例（中国（浙江））有限公司",
    "《示例》杂志社有限公司",
    "北京《示例（上）》编辑部",
]

WRONG = [
    # name, kind, position, count, fix, safe
    ("示例(中国)有限公司", "half-width", 3, 2, "示例（中国）有限公司", True),
    ("示例（中国)有限公司", "mixed", 6, 1, "示例（中国）有限公司", True),
    ("示例(中国）有限公司", "mixed", 3, 1, "示例（中国）有限公司", True),
    ("示例（中国）(浙江)公司", "mixed", 7, 2, "示例（中国）（浙江）公司", True),
    ("示例〔中国〕有限公司", "other-shape", 3, 2, "示例（中国）有限公司", False),
    ("示例［中国］有限公司", "other-shape", 3, 2, "示例（中国）有限公司", False),
    ("示例【中国】有限公司", "other-shape", 3, 2, "示例（中国）有限公司", False),
    ("示例｛中国｝有限公司", "other-shape", 3, 2, "示例（中国）有限公司", False),
    ("示例<中国>有限公司", "other-shape", 3, 2, "示例（中国）有限公司", False),
    ("示例《中国》有限公司", "other-shape", 3, 2, "示例（中国）有限公司", False),
    ("示例{中国}[浙江]公司", "other-shape", 3, 4, "示例（中国）（浙江）公司", False),
    ("示例﹙中国﹚有限公司", "other-shape", 3, 2, "示例（中国）有限公司", False),
    ("《示例》杂志社[中国]公司", "other-shape", 8, 2, "《示例》杂志社（中国）公司", False),
]


@pytest.mark.parametrize("name", RIGHT)
def test_right_names_have_no_problem(name: str) -> None:
    """Full-width round brackets in pairs are right, and so are the marks around a periodical's title."""
    assert problems(name) == ()


@pytest.mark.parametrize(("name", "kind", "position", "count", "fix", "safe"), WRONG)
def test_wrong_brackets_are_one_problem(name: str, kind: str, position: int, count: int, fix: str, safe: bool) -> None:
    """One cause is one problem that shows the first wrong bracket and the repaired name."""
    assert problems(name) == (Problem(kind, (("position", position), ("count", count)), fix, safe),)


@pytest.mark.parametrize(
    ("name", "position"),
    [
        ("示例(中国有限公司", 3),
        ("示例（中国有限公司", 3),
        ("示例中国)有限公司", 5),
        ("示例）中国（有限公司", 3),
        ("示例（中国（浙江）有限公司", 3),
        ("示例〔中国有限公司", 3),
        ("示例(中国))公司", 7),
    ],
)
def test_an_odd_bracket_is_shown(name: str, position: int) -> None:
    """A bracket without a partner cannot be repaired by anyone but the applicant."""
    assert problems(name) == (Problem("unbalanced", (("position", position),)),)


def test_two_causes_are_two_problems() -> None:
    """The safe fix repairs half-width brackets only, the suggested one all brackets."""
    half_width, other_shape = problems("示例(中国)〔浙江〕公司")
    assert (half_width.kind, half_width.fix) == ("half-width", "示例（中国）〔浙江〕公司")
    assert (other_shape.kind, other_shape.fix) == ("other-shape", "示例（中国）（浙江）公司")


@given(st.text(alphabet="ab()（）[]【】《》杂志\x02\x03", max_size=20))
def test_a_fix_clears_its_problem(name: str) -> None:
    """After a fix its kind is gone, and fixing again changes nothing."""
    for problem in problems(name):
        if problem.fix is not None:
            after = problems(problem.fix)
            assert problem.kind not in {other.kind for other in after}
            assert len(problem.fix) == len(name)


@given(st.text())
def test_normalising_twice_is_normalising_once(name: str) -> None:
    """A normalised name holds no half-width round bracket, and other characters stay."""
    once = normalise(name)
    assert normalise(once) == once
    assert [a for a in name if a not in "()（）"] == [a for a in once if a not in "（）"]


@given(st.text(alphabet=st.characters(categories=None)))
def test_any_text_has_an_answer(name: str) -> None:
    """Lone surrogates and control characters are judged like any others."""
    assert all(problem.kind for problem in problems(name))


@pytest.mark.parametrize("name", ["(" * 300_000, "（）" * 300_000, "《" * 300_000, "a" * 1_000_000])
def test_long_names_are_judged(name: str) -> None:
    """A megabyte of brackets is judged in linear time."""
    assert len(problems(name)) <= 1

"""The organisation code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beian_validate.checks.organisation_code import check_character, problems
from beian_validate.checks.problem import Problem

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
bodies = st.text(ALPHABET, min_size=8, max_size=8)

# Characters 9 to 17 of published credit codes.
RIGHT = [
    "799655058",
    "79965505-8",
    "192203821",
    "551385082",
    "708461136",
    "400000624",
    "71526726X",
    "71526726-X",
]

WRONG = [
    ("799655057", Problem("check-character", (("position", 9), ("expected", "8"), ("found", "7")))),
    ("79965505-7", Problem("check-character", (("position", 9), ("expected", "8"), ("found", "7")))),
    ("79965505A", Problem("check-character", (("position", 9), ("expected", "8"), ("found", "A")))),
    ("71526726x", Problem("lower-case", (("position", 9), ("count", 1)), "71526726X", safe=True)),
    ("79965505\u20138", Problem("separators", (("position", 9), ("count", 1)), "799655058", safe=True)),
    ("7996 55058", Problem("separators", (("position", 5), ("count", 1)), "799655058", safe=True)),
    ("79965505\uff18", Problem("full-width", (("position", 9), ("count", 1)), "799655058", safe=True)),
    ("7996550中8", Problem("other-character", (("position", 8), ("count", 1)))),
    ("", Problem("length", (("length", 0), ("expected", 9)))),
    ("79965505", Problem("length", (("length", 8), ("expected", 9)))),
    ("91330100799655058B", Problem("credit-code")),
    ("330100000012345", Problem("old-registration-number", (("length", 15),))),
    ("3301000012345", Problem("old-registration-number", (("length", 13),))),
]


@pytest.mark.parametrize("code", RIGHT)
def test_right_codes_have_no_problem(code: str) -> None:
    """A published code is right with and without its hyphen."""
    assert problems(code) == ()


@pytest.mark.parametrize(("text", "problem"), WRONG)
def test_a_wrong_code_is_explained(text: str, problem: Problem) -> None:
    """Each mistake has one name."""
    assert problems(text) == (problem,)


@pytest.mark.parametrize("first_8", ["", "1234567", "123456789", "1234567a", "1234567\uff18", "\ud800"])
def test_no_check_character_without_eight_characters(first_8: str) -> None:
    """Where nothing can be computed the answer is empty."""
    assert check_character(first_8) == ""


@given(bodies)
def test_a_code_with_its_check_character_is_right(body: str) -> None:
    """The weighted sum of GB 11714 over a right code is divisible by 11."""
    check = check_character(body)
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(character, 36) * weight for character, weight in zip(body, weights, strict=True))
    assert (total + "0123456789X".index(check)) % 11 == 0
    assert problems(body + check) == problems(f"{body}-{check}") == ()


@given(bodies, st.sampled_from("0123456789X"))
def test_another_check_character_is_wrong(body: str, other: str) -> None:
    """Only one check character is right."""
    found = [problem.kind for problem in problems(body + other)]
    assert found == ([] if other == check_character(body) else ["check-character"])


@given(st.text(st.characters(codec=None), max_size=20) | st.text(ALPHABET + "-ax \uff21", max_size=20))
def test_a_safe_fix_has_nothing_left_to_polish(text: str) -> None:
    """After a safe fix no typing problem remains, and no text raises."""
    safe = {problem.fix for problem in problems(text) if problem.safe}
    assert len(safe) <= 1
    assert all(not problem.safe for fix in safe for problem in problems(fix or ""))

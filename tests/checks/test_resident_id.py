"""The resident identity number. Every number here is synthetic."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from stdnum.cn import ric

from beian_validate.checks import resident_id
from beian_validate.checks.problem import Problem
from beian_validate.checks.resident_id import problems


def number(division: str, birthday: str, sequence: str = "123") -> str:
    """A number with its right check character."""
    first_17 = f"{division}{birthday}{sequence}"
    return first_17 + resident_id.check_character(first_17)


def numbers() -> st.SearchStrategy[str]:
    """Right numbers of known divisions, one of them given up long ago."""
    divisions = st.sampled_from(["110105", "330106", "330104", "130502", "441900", "810000", "820000", "830000"])
    birthdays = st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(lambda day: day.strftime("%Y%m%d"))
    return st.builds(number, divisions, birthdays, st.integers(0, 999).map("{:03}".format))


RIGHT = number("330106", "19900307")
WITH_X = next(n for n in (number("330106", "19900307", f"{i:03}") for i in range(99)) if n[-1] == "X")
OTHER_CHECK = "1" if RIGHT[17] != "1" else "2"


def kinds(text: str) -> list[str]:
    """The names of the problems."""
    return [problem.kind for problem in problems(text)]


WRONG = [
    ("", Problem("length", (("length", 0), ("expected", 18)))),
    (RIGHT[:17], Problem("length", (("length", 17), ("expected", 18)))),
    (RIGHT + "1", Problem("length", (("length", 19), ("expected", 18)))),
    ("330106991332123", Problem("length", (("length", 15), ("expected", 18)))),
    ("330106900307123", Problem("old-15-digits", (("length", 15),))),
    (WITH_X.lower(), Problem("lower-case", (("position", 18), ("count", 1)), WITH_X, safe=True)),
    (f"{RIGHT[:6]} {RIGHT[6:]}", Problem("separators", (("position", 7), ("count", 1)), RIGHT, safe=True)),
    (
        f"{RIGHT[:6]}-{RIGHT[6:14]}-{RIGHT[14:]}",
        Problem("separators", (("position", 7), ("count", 2)), RIGHT, safe=True),
    ),
    (f"\uff13{RIGHT[1:]}", Problem("full-width", (("position", 1), ("count", 1)), RIGHT, safe=True)),
    (f"{RIGHT[:3]}中{RIGHT[4:]}", Problem("other-character", (("position", 4), ("count", 1)))),
    (f"{RIGHT[:3]}O{RIGHT[4:]}", Problem("other-character", (("position", 4), ("count", 1)))),
    (f"{RIGHT[:3]}X{RIGHT[4:16]}XX", Problem("other-character", (("position", 4), ("count", 2)))),
    (f"{RIGHT[:17]}A", Problem("other-character", (("position", 18), ("count", 1)))),
    (number("330106", "19900230"), Problem("date", (("position", 7),))),
    (number("330106", "18990101"), Problem("date", (("position", 7),))),
    (f"{RIGHT[:10]}13{RIGHT[12:]}", Problem("date", (("position", 7),))),
    (RIGHT[:17] + OTHER_CHECK, Problem("check-character", (("position", 18),))),
    ("330106199003071000", Problem("spreadsheet-damage", (("form", "rounded"),))),
    ("3.30106E+17", Problem("spreadsheet-damage", (("form", "float"),))),
    ("3.30106199003071e17", Problem("spreadsheet-damage", (("form", "float"),))),
    ("330106199003071000.0", Problem("spreadsheet-damage", (("form", "float"),))),
    ("91330100799655058B", Problem("credit-code")),
    ("914403001922038216", Problem("credit-code")),
    (number("330199", "19900307"), Problem("unknown-division", (("position", 1),))),
    (number("990000", "19900307"), Problem("unknown-division", (("position", 1),))),
]


@pytest.mark.parametrize("text", [RIGHT, WITH_X, number("330104", "20100101"), number("830000", "19900307")])
def test_right_numbers_have_no_problem(text: str) -> None:
    """A former division, a birth after it was given up, and a residence permit are right."""
    assert problems(text) == ()


@pytest.mark.parametrize(("text", "problem"), WRONG)
def test_a_wrong_number_is_explained(text: str, problem: Problem) -> None:
    """Each mistake has one name, and its consequences have none."""
    assert problems(text) == (problem,)


def test_typing_stands_beside_a_wrong_check_character() -> None:
    """A number that is badly typed and wrong has two problems; the fix repairs the typing only."""
    text = f" {RIGHT[:17]}{OTHER_CHECK}"
    assert kinds(text) == ["separators", "check-character"]
    assert kinds(problems(text)[0].fix or "") == ["check-character"]


def test_an_unlisted_division_is_told_after_typing() -> None:
    """Advice about the division does not hide in a number that is badly typed."""
    assert kinds(number("330199", "19900307") + " ") == ["separators", "unknown-division"]


def test_helpers_read_the_number() -> None:
    """Birthday, sex and kind of document stand in the number, however it is typed."""
    spaced = f"{RIGHT[:6]} {RIGHT[6:]}"
    assert resident_id.birth_date(RIGHT) == resident_id.birth_date(spaced) == date(1990, 3, 7)
    assert resident_id.is_male(number("330106", "19900307", "123")) is True
    assert resident_id.is_male(number("330106", "19900307", "124")) is False
    assert resident_id.is_residence_permit(number("820000", "19900307"))
    assert not resident_id.is_residence_permit(RIGHT)


@pytest.mark.parametrize("text", ["", "abc", "91330100799655058B", RIGHT[:17], RIGHT[:17] + OTHER_CHECK])
def test_helpers_of_other_text_are_empty(text: str) -> None:
    """What is no identity number, or a wrong one, has no birthday, no age and no sex."""
    assert resident_id.birth_date(text) is None
    assert resident_id.age_on(text, date(2026, 3, 1)) is None
    assert resident_id.is_male(text) is None
    assert not resident_id.is_residence_permit(text)
    assert not resident_id.born_after(text, date(1900, 1, 1))


@pytest.mark.parametrize(
    ("birthday", "day", "age"),
    [
        ("20080301", date(2026, 2, 28), 17),
        ("20080301", date(2026, 3, 1), 18),
        ("20080229", date(2026, 2, 28), 17),
        ("20080229", date(2026, 3, 1), 18),
        ("20260301", date(2026, 3, 1), 0),
        ("20260302", date(2026, 3, 1), None),
    ],
)
def test_age_changes_on_the_birthday(birthday: str, day: date, age: int | None) -> None:
    """Age is counted in full years; who is born later has none."""
    text = number("330106", birthday)
    assert resident_id.age_on(text, day) == age
    assert resident_id.born_after(text, day) is (age is None)


@pytest.mark.parametrize("first_17", ["", "1" * 16, "1" * 18, "1" * 16 + "A", "\uff11" * 17])
def test_no_check_character_without_seventeen_digits(first_17: str) -> None:
    """Where nothing can be computed the answer is empty."""
    assert resident_id.check_character(first_17) == ""


@given(st.text("0123456789", min_size=17, max_size=17))
def test_check_character_agrees_with_stdnum(first_17: str) -> None:
    """The oracle computes the same character."""
    assert resident_id.check_character(first_17) == ric.calc_check_digit(first_17 + "0")


@given(numbers())
def test_generated_numbers_are_right(text: str) -> None:
    """A known division, a real date and the right check character are all that is asked."""
    assert problems(text) == ()


@given(numbers(), st.integers(0, 16), st.sampled_from("123456789"))
def test_one_wrong_digit_is_found(text: str, index: int, step: str) -> None:
    """Another digit in any of the first 17 places is always noticed."""
    wrong = text[:index] + str((int(text[index]) + int(step)) % 10) + text[index + 1 :]
    assert len(kinds(wrong)) == 1
    assert kinds(wrong)[0] in {"check-character", "date", "spreadsheet-damage", "credit-code"}


@given(numbers(), st.integers(0, 15))
def test_swapped_neighbours_are_found(text: str, index: int) -> None:
    """Two different neighbours in the wrong order are always noticed."""
    assume(text[index] != text[index + 1])
    wrong = text[:index] + text[index + 1] + text[index] + text[index + 2 :]
    assert len(kinds(wrong)) == 1
    assert kinds(wrong)[0] in {"check-character", "date", "spreadsheet-damage", "credit-code"}


@given(numbers(), st.integers(0, 17))
def test_a_truncated_number_is_found(text: str, length: int) -> None:
    """A number cut off is too short, or taken for one of 15 digits."""
    assert kinds(text[:length]) in (["length"], ["old-15-digits"])


@given(st.text(st.characters(codec=None)) | st.text("0123456789Xx .E+-\uff11", max_size=24))
def test_no_text_raises_and_no_fact_shows_the_number(text: str) -> None:
    """Any text has an answer whose facts are places, lengths and words, never parts of the number."""
    found = problems(text)
    names = {name for problem in found for name, _ in problem.facts}
    words = {value for problem in found for _, value in problem.facts if isinstance(value, str)}
    assert names <= {"position", "count", "length", "expected", "form"}
    assert words <= {"float", "rounded"}


@given(numbers(), st.sampled_from([" ", "-", "\u3000", "\u200b", "\u2014"]), st.integers(0, 18))
def test_a_safe_fix_makes_a_badly_typed_number_right(text: str, separator: str, index: int) -> None:
    """Separators and width are repaired without changing the number."""
    wide = text.translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"})
    typed = wide[:index] + separator + wide[index:]
    assert kinds(typed) == ["full-width", "separators"]
    assert {problem.fix for problem in problems(typed)} == {text}


def test_a_megabyte_is_judged() -> None:
    """Long text is judged by its length or its characters, in linear time."""
    assert kinds("1" * 1_000_000) == ["length"]
    assert kinds("X-" * 500_000) == ["length"]
    assert kinds("中" * 1_000_000) == ["other-character"]

"""The unified social credit code. Real codes are published ones of companies and public bodies."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from stdnum.cn import uscc

from beian_validate.checks import credit_code, organisation_code, resident_id
from beian_validate.checks.credit_code import CATEGORIES, problems
from beian_validate.checks.problem import Problem

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
REAL = [
    "91330100799655058B",
    "914403001922038216",
    "91110108551385082Q",
    "91440300708461136T",
    "12100000400000624D",
    "9144030071526726XG",
]
NATURES = frozenset(
    (
        "defence",
        "government",
        "public_institution",
        "enterprise",
        "individual",
        "social_organisation",
        "private_non_enterprise",
        "foundation",
        "law_practice",
        "foreign_cultural_centre",
        "mass_organisation",
        "judicial_appraisal",
        "religious_body",
        "overseas_institution",
        "medical_institution",
        "notary_office",
        "collective_economy",
        "arbitration",
    )
)


def code(prefix: str, division: str, body: str, digit: str | None = None) -> str:
    """A code with its right check character and, unless given, its right organisation digit."""
    first_17 = f"{prefix}{division}{body}{digit or organisation_code.check_character(body)}"
    return first_17 + credit_code.check_character(first_17)


def codes() -> st.SearchStrategy[str]:
    """Right codes of every known department and category."""
    divisions = st.sampled_from(["110105", "330106", "330104", "130502", "441900", "100000", "440300", "330113"])
    return st.builds(code, st.sampled_from(sorted(CATEGORIES)), divisions, st.text(ALPHABET, min_size=8, max_size=8))


def kinds(text: str) -> list[str]:
    """The names of the problems."""
    return [problem.kind for problem in problems(text)]


def identity_number() -> str:
    """A synthetic resident identity number that is no credit code."""
    first_17 = "33010619900307123"
    return first_17 + resident_id.check_character(first_17)


def uncomplemented(right: str) -> str:
    """The code as an issuer prints it who forgets to subtract from 31."""
    return right[:17] + ALPHABET[-ALPHABET.index(right[17]) % 31]


# What one wrong character or one swap may be called.
MISCOPIED = frozenset(
    ("check-character", "uncomplemented-remainder", "other-character", "spreadsheet-damage", "resident-id")
)
RIGHT = "91330100799655058B"
UNKNOWN_DEPARTMENT = code("B1", "330106", "79965505")
UNKNOWN_CATEGORY = code("94", "330106", "79965505")
UNKNOWN_DIVISION = code("91", "330199", "79965505")
BAD_DIGIT = code("91", "330106", "79965505", "1")

WRONG = [
    ("", Problem("length", (("length", 0), ("expected", 18)))),
    (RIGHT[:17], Problem("length", (("length", 17), ("expected", 18)))),
    (RIGHT.lower()[1:], Problem("length", (("length", 17), ("expected", 18)))),
    ("330106000012345", Problem("old-registration-number", (("length", 15),))),
    ("3301060012345", Problem("old-registration-number", (("length", 13),))),
    ("330106 000012345", Problem("old-registration-number", (("length", 15),))),
    ("799655058", Problem("organisation-code")),
    ("79965505-8", Problem("organisation-code")),
    (identity_number(), Problem("resident-id")),
    (f" {identity_number()}", Problem("resident-id")),
    (
        "9133O100799655058B",
        Problem(
            "forbidden-letter",
            (("position", 5), ("character", "O"), ("expected", "0"), ("count", 1)),
            "91330100799655058B",
        ),
    ),
    (
        "9I330I00799655O58B",
        Problem(
            "forbidden-letter",
            (("position", 2), ("character", "I"), ("expected", "1"), ("count", 3)),
            "91330100799655058B",
        ),
    ),
    (
        "9133010079965S05ZB",
        Problem("forbidden-letter", (("position", 14), ("character", "S"), ("expected", "5"), ("count", 2))),
    ),
    (RIGHT.lower(), Problem("lower-case", (("position", 18), ("count", 1)), RIGHT, safe=True)),
    ("\uff19" + RIGHT[1:], Problem("full-width", (("position", 1), ("count", 1)), RIGHT, safe=True)),
    (RIGHT[:17] + "\uff42", Problem("full-width", (("position", 18), ("count", 1)), RIGHT, safe=True)),
    (f"{RIGHT[:8]}-{RIGHT[8:]}", Problem("separators", (("position", 9), ("count", 1)), RIGHT, safe=True)),
    (f"{RIGHT[:8]} {RIGHT[8:]}\n", Problem("separators", (("position", 9), ("count", 2)), RIGHT, safe=True)),
    ("9133010079965505中B", Problem("other-character", (("position", 17), ("count", 1)))),
    ("9133010 79965505.B", Problem("other-character", (("position", 17), ("count", 1)))),
    ("9133B100799655058B", Problem("other-character", (("position", 5), ("count", 1)))),
    ("9133010B799655058B", Problem("other-character", (("position", 8), ("count", 1)))),
    (
        "91110000100006485A",
        Problem("check-character", (("position", 18), ("expected", "K"), ("found", "A"))),
    ),
    (
        uncomplemented(RIGHT),
        Problem(
            "uncomplemented-remainder",
            (("position", 18), ("expected", "B"), ("found", uncomplemented(RIGHT)[17])),
        ),
    ),
    ("914403001922038000", Problem("spreadsheet-damage", (("form", "rounded"),))),
    ("9.13E+17", Problem("spreadsheet-damage", (("form", "float"),))),
    ("9.14403001922038e17", Problem("spreadsheet-damage", (("form", "float"),))),
    (UNKNOWN_DEPARTMENT, Problem("unknown-department", (("position", 1), ("found", "B")))),
    (UNKNOWN_CATEGORY, Problem("unknown-category", (("position", 2), ("found", "4")))),
    (UNKNOWN_DIVISION, Problem("unknown-division", (("position", 3), ("found", "330199")))),
    (BAD_DIGIT, Problem("organisation-digit", (("position", 17), ("expected", "8"), ("found", "1")))),
]


@pytest.mark.parametrize("text", REAL)
def test_published_codes_have_no_problem(text: str) -> None:
    """Real codes are right, whoever registered them."""
    assert problems(text) == ()


@pytest.mark.parametrize("zone", ["310141", "110302", "440003"])
def test_a_zone_that_registers_has_a_number_of_its_own(zone: str) -> None:
    """It stands in no table of divisions."""
    assert problems(code("91", zone, "79965505")) == ()


@pytest.mark.parametrize(("text", "problem"), WRONG)
def test_a_wrong_code_is_explained(text: str, problem: Problem) -> None:
    """Each mistake has one name, and its consequences have none."""
    assert problems(text) == (problem,)


@pytest.mark.parametrize(("letter", "intended"), [("I", "1"), ("O", "0"), ("S", "5"), ("V", "U"), ("Z", "2")])
def test_a_forbidden_letter_is_traced_to_its_likely_character(letter: str, intended: str) -> None:
    """Each letter left out of the alphabet has one character it is taken for."""
    right = code("91", "330106", f"MA{intended}12345")
    (found,) = problems(right[:10] + letter + right[11:])
    assert dict(found.facts)["expected"] == intended
    assert (found.kind, found.fix, found.safe) == ("forbidden-letter", right, False)


def test_the_position_of_a_forbidden_letter_is_as_typed() -> None:
    """Blanks before the letter count."""
    found = problems("91 33O100799655058B")
    assert [problem.kind for problem in found] == ["separators", "forbidden-letter"]
    assert found[1].facts[0] == ("position", 6)


def test_the_position_of_a_letter_in_the_division_is_as_typed() -> None:
    """Blanks before the letter count, those behind it do not."""
    found = problems("91 33B1 00799655058B")
    assert [problem.kind for problem in found] == ["separators", "other-character"]
    assert found[1].facts[0] == ("position", 6)


def test_typing_stands_beside_what_the_code_says() -> None:
    """The content of a badly typed code is judged as well."""
    assert kinds(UNKNOWN_DIVISION.lower() + " ") == ["separators", "lower-case", "unknown-division"]


def test_unknown_department_and_division_are_two_causes() -> None:
    """Both are told, and the organisation digit is not."""
    assert kinds(code("B1", "330199", "79965505", "1")) == ["unknown-department", "unknown-division"]


def test_the_first_two_characters() -> None:
    """They say who registered the organisation and as what."""
    assert CATEGORIES[RIGHT[:2]].zh == "企业"
    assert CATEGORIES["19"].natures == ("government", "public_institution")
    assert CATEGORIES["Y1"].natures == ()


def test_the_table_of_categories_is_complete() -> None:
    """Every row has words in both languages, and its natures are slugs of the schema."""
    assert len(CATEGORIES) == 36
    assert all(row.prefix == prefix and row.zh and row.en for prefix, row in CATEGORIES.items())
    assert {nature for row in CATEGORIES.values() for nature in row.natures} <= NATURES


@pytest.mark.parametrize("first_17", ["", "1" * 16, "1" * 18, "1" * 16 + "I", "1" * 16 + "a", "\uff11" * 17])
def test_no_check_character_without_seventeen_characters(first_17: str) -> None:
    """Where nothing can be computed the answer is empty."""
    assert credit_code.check_character(first_17) == ""


@given(st.text(ALPHABET, min_size=17, max_size=17))
def test_check_character_agrees_with_stdnum(first_17: str) -> None:
    """The oracle computes the same character."""
    assert credit_code.check_character(first_17) == uscc.calc_check_digit(first_17)


@given(codes())
def test_generated_codes_are_right(text: str) -> None:
    """Every known pair of department and category is right with every known division."""
    assert problems(text) == ()


@given(codes(), st.integers(0, 17), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_found(text: str, index: int, other: str) -> None:
    """Another character in any place is always noticed, with one name."""
    assume(other != text[index])
    found = kinds(text[:index] + other + text[index + 1 :])
    assert len(found) == 1
    assert found[0] in MISCOPIED


@given(codes(), st.integers(0, 16))
def test_swapped_neighbours_are_found(text: str, index: int) -> None:
    """Two different neighbours in the wrong order are always noticed, with one name."""
    assume(text[index] != text[index + 1])
    found = kinds(text[:index] + text[index + 1] + text[index] + text[index + 2 :])
    assert len(found) == 1
    assert found[0] in MISCOPIED


@given(codes())
def test_the_uncomplemented_remainder_has_its_own_name(text: str) -> None:
    """The mistake of an issuer is not blamed on the applicant."""
    printed = uncomplemented(text)
    assume(printed != text)
    found = kinds(printed)
    assert found in (["uncomplemented-remainder"], ["resident-id"])


@given(codes(), st.integers(0, 17))
def test_a_truncated_code_is_found(text: str, length: int) -> None:
    """A code cut off is too short, or looks like an older number."""
    assert kinds(text[:length]) in (["length"], ["old-registration-number"], ["organisation-code"])


@given(codes(), st.sampled_from([" ", "-", "\u3000", "\u200b", "\u2014"]), st.integers(0, 18))
def test_a_safe_fix_makes_a_badly_typed_code_right(text: str, separator: str, index: int) -> None:
    """Separators, width and case are repaired without changing the code."""
    wide = text.translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"}).lower()
    typed = wide[:index] + separator + wide[index:]
    found = problems(typed)
    assert {problem.kind for problem in found} <= {"full-width", "separators", "lower-case"}
    assert {problem.fix for problem in found} == {text}


@given(st.text(st.characters(codec=None)) | st.text(ALPHABET + "IOSVZab .E+-\uff11", max_size=24))
def test_any_text_has_an_answer(text: str) -> None:
    """No text raises; no problem means the very shape of a code; positions lie within the text."""
    found = problems(text)
    positions = [int(value) for problem in found for name, value in problem.facts if name == "position"]
    assert found or credit_code.is_right(text)
    assert all(1 <= position <= max(len(text), 18) for position in positions)


def test_a_megabyte_is_judged() -> None:
    """Long text is judged by its length or its characters, in linear time."""
    assert kinds("9" * 1_000_000) == ["length"]
    assert kinds("- " * 500_000) == ["length"]
    assert kinds("中" * 1_000_000) == ["other-character"]

"""The numbers of a person's other documents. Every number here is synthetic."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beian_validate.checks import resident_id
from beian_validate.checks.personal_document import looks_like, problems
from beian_validate.checks.problem import Problem

KINDS = [
    "passport",
    "hong_kong_macao_travel_permit",
    "taiwan_travel_permit",
    "hong_kong_macao_residence_permit",
    "taiwan_residence_permit",
    "permanent_resident_card",
    "resident_id_card",
    "business_licence",
]


def checked(first_17: str) -> str:
    """Eighteen characters with the right check character of GB 11643."""
    return first_17 + resident_id.check_character(first_17)


IDENTITY = checked("33010619900307123")
HONG_KONG = checked("81000019900307123")
MACAO = checked("82000019900307123")
TAIWAN = checked("83000019900307123")
CARD = checked("91115619900307123")
WRONG_CARD = CARD[:17] + ("1" if CARD[17] != "1" else "2")

RIGHT = [
    ("passport", "E12345678"),
    ("passport", "EA1234567"),
    ("passport", "G12345678"),
    ("passport", "123456789"),
    ("passport", "C01X00T47"),
    ("hong_kong_macao_travel_permit", "H12345678"),
    ("hong_kong_macao_travel_permit", "M1234567801"),
    ("taiwan_travel_permit", "12345678"),
    ("taiwan_travel_permit", "1234567890"),
    ("taiwan_travel_permit", "1234567890B"),
    ("taiwan_travel_permit", "1234567890(B)"),
    ("taiwan_travel_permit", "1234567890（B）"),
    ("hong_kong_macao_residence_permit", HONG_KONG),
    ("hong_kong_macao_residence_permit", MACAO),
    ("taiwan_residence_permit", TAIWAN),
    ("permanent_resident_card", "ABC123456789012"),
    ("permanent_resident_card", CARD),
    ("resident_id_card", IDENTITY),
    ("business_licence", "anything at all"),
]


def typing(kind: str, position: int, fix: str) -> Problem:
    """One badly typed character, which can be repaired."""
    return Problem(kind, (("position", position), ("count", 1)), fix, safe=True)


def length(found: int, expected: str) -> Problem:
    """The wrong number of characters."""
    return Problem("length", (("length", found), ("expected", expected)))


def other(slug: str) -> Problem:
    """The number of another document."""
    return Problem("other-document", (("looks_like", slug),))


WRONG = [
    ("passport", "e12345678", typing("lower-case", 1, "E12345678")),
    ("passport", "E 12345678", typing("separators", 2, "E12345678")),
    ("passport", "\uff25" + "12345678", typing("full-width", 1, "E12345678")),
    ("passport", "E1234567号", Problem("other-character", (("position", 9), ("count", 1)))),
    ("passport", "E123", length(4, "5-17")),
    ("passport", "", length(0, "5-17")),
    ("passport", "PASSPORT", Problem("shape")),
    ("passport", IDENTITY, other("resident_id_card")),
    ("passport", "123456789012345678", length(18, "5-17")),
    ("hong_kong_macao_travel_permit", "h12345678", typing("lower-case", 1, "H12345678")),
    ("hong_kong_macao_travel_permit", "12345678", length(8, "9, 11")),
    ("hong_kong_macao_travel_permit", "A12345678", Problem("shape")),
    ("hong_kong_macao_travel_permit", HONG_KONG, other("hong_kong_macao_residence_permit")),
    ("taiwan_travel_permit", "1234567", length(7, "8, 10, 11")),
    ("taiwan_travel_permit", "A2345678", Problem("shape")),
    ("taiwan_travel_permit", TAIWAN, other("taiwan_residence_permit")),
    ("hong_kong_macao_residence_permit", TAIWAN, other("taiwan_residence_permit")),
    ("hong_kong_macao_residence_permit", IDENTITY, other("resident_id_card")),
    ("hong_kong_macao_residence_permit", CARD, other("permanent_resident_card")),
    ("hong_kong_macao_residence_permit", "H12345678", Problem("length", (("length", 9), ("expected", 18)))),
    ("taiwan_residence_permit", MACAO, other("hong_kong_macao_residence_permit")),
    ("taiwan_residence_permit", f"{TAIWAN} ", typing("separators", 19, TAIWAN)),
    ("taiwan_residence_permit", checked("83000019900230123"), Problem("date", (("position", 7),))),
    ("permanent_resident_card", WRONG_CARD, Problem("check-character", (("position", 18),))),
    ("permanent_resident_card", "ABC12345678901", length(14, "15, 18")),
    ("permanent_resident_card", "AB1234567890123", Problem("shape")),
    (
        "permanent_resident_card",
        "abc123456789012",
        Problem("lower-case", (("position", 1), ("count", 3)), "ABC123456789012", safe=True),
    ),
    ("permanent_resident_card", IDENTITY, other("resident_id_card")),
    ("resident_id_card", IDENTITY[:17], Problem("length", (("length", 17), ("expected", 18)))),
]


@pytest.mark.parametrize(("kind", "text"), RIGHT)
def test_right_numbers_have_no_problem(kind: str, text: str) -> None:
    """Old and new editions are right; a document that is no person's is not judged."""
    assert problems(kind, text) == ()


@pytest.mark.parametrize(("kind", "text", "problem"), WRONG)
def test_a_wrong_number_is_explained(kind: str, text: str, problem: Problem) -> None:
    """Each mistake has one name."""
    assert problems(kind, text) == (problem,)


def test_typing_stands_beside_a_wrong_shape() -> None:
    """A number that is badly typed and wrong has two problems."""
    assert [problem.kind for problem in problems("taiwan_travel_permit", "a2345678")] == [
        "lower-case",
        "shape",
    ]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        (IDENTITY, "resident_id_card"),
        (HONG_KONG, "hong_kong_macao_residence_permit"),
        (f"{TAIWAN[:6]} {TAIWAN[6:]}", "taiwan_residence_permit"),
        (CARD, "permanent_resident_card"),
        (WRONG_CARD, ""),
        (checked("33010619901307123"), ""),
        ("E12345678", ""),
    ],
)
def test_only_a_check_character_tells_a_document(text: str, slug: str) -> None:
    """Shorter numbers may belong to several documents, so they are taken for none."""
    assert looks_like(text) == slug


def test_an_unlisted_division_is_no_matter_of_a_residence_permit() -> None:
    """Its first six digits name a region, not a division."""
    assert problems("hong_kong_macao_residence_permit", checked("81000019900307125")) == ()


numbers = st.text(st.characters(codec=None), max_size=24) | st.text("0123456789ABHMXx -\uff11", max_size=20)


@given(st.sampled_from(KINDS), numbers)
def test_no_text_raises_and_no_fact_shows_the_number(kind: str, text: str) -> None:
    """Any text has an answer whose facts are places, lengths and slugs, never parts of the number."""
    facts = [fact for problem in problems(kind, text) for fact in problem.facts]
    slugs = {value for name, value in facts if name == "looks_like"}
    assert {name for name, _ in facts} <= {"position", "count", "length", "expected", "form", "looks_like"}
    assert slugs <= set(KINDS)


@given(st.sampled_from(KINDS), numbers)
def test_a_safe_fix_has_nothing_left_to_polish(kind: str, text: str) -> None:
    """After a safe fix no typing problem remains."""
    safe = {problem.fix for problem in problems(kind, text) if problem.safe}
    assert len(safe) <= 1
    assert all(not problem.safe for fix in safe for problem in problems(kind, fix or ""))


@pytest.mark.parametrize("kind", KINDS)
def test_a_megabyte_is_judged(kind: str) -> None:
    """Long text has an answer in linear time; only an unknown document is not judged."""
    assert bool(problems(kind, "1" * 1_000_000)) is (kind != "business_licence")

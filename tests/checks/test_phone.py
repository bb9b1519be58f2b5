"""Mobile and landline numbers."""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beian_validate.checks.area_codes import AREA_CODES
from beian_validate.checks.phone import area_code, landline_problems, mobile_problems
from beian_validate.checks.problem import Problem
from beian_validate.checks.provinces import province_code

SEGMENTS = (
    *(str(number) for number in range(130, 140)),
    *("145", "147", "150", "151", "152", "153", "155", "156", "157", "158", "159", "162", "165", "166", "167"),
    *("170", "171", "172", "173", "175", "176", "177", "178"),
    *(str(number) for number in range(180, 194)),
    *("195", "196", "197", "198", "199"),
)
SLIPS = [
    # typed, kinds, repaired
    ("+86 139 0000 1111", ("country-code", "separators"), "13900001111"),
    ("0086-13900001111", ("country-code", "separators"), "13900001111"),
    ("8613900001111", ("country-code",), "13900001111"),
    ("086-13900001111", ("country-code", "separators"), "13900001111"),
    ("139-0000-1111", ("separators",), "13900001111"),
    ("139 0086 1111", ("separators",), "13900861111"),
    ("139\u200b00001111", ("separators",), "13900001111"),
    ("(139)00001111", ("separators",), "13900001111"),
    ("１３９００００１１１１", ("full-width",), "13900001111"),
    ("＋86１３９００００１１１１", ("country-code", "full-width"), "13900001111"),
]
NOT_A_MOBILE = [
    ("12345678901", Problem("first-digit", (("position", 2),))),
    ("11111111111", Problem("first-digit", (("position", 2),))),
    ("0571-88881234", Problem("landline")),
    ("+86 571 88881234", Problem("landline")),
    ("(010)62345678转12", Problem("landline")),
    ("88881234", Problem("landline")),
    ("4008123123", Problem("service-number")),
    ("400-812-3123", Problem("service-number")),
    ("8008123123", Problem("service-number")),
    ("95187", Problem("service-number")),
    ("96123", Problem("service-number")),
    ("10086", Problem("service-number")),
    ("+852 91234567", Problem("foreign", (("country", "852"),))),
    ("85391234567", Problem("foreign", (("country", "853"),))),
    ("886-912345678", Problem("foreign", (("country", "886"),))),
    ("+1 212 555 0100", Problem("foreign", (("country", ""),))),
    ("13900001111;13900002222", Problem("several", (("count", 2),))),
    ("13900001111、13900002222", Problem("several", (("count", 2),))),
    ("139****1111", Problem("masked", (("position", 4),))),
    ("", Problem("length", (("length", 0),))),
    ("1390000111", Problem("length", (("length", 10),))),
    ("139000011112", Problem("length", (("length", 12),))),
    ("+86 1390000111", Problem("length", (("length", 10),))),
    ("1390000111a", Problem("other-character", (("position", 11), ("count", 1)))),
    ("139+0000+111", Problem("other-character", (("position", 4), ("count", 2)))),
    ("\ud800", Problem("other-character", (("position", 1), ("count", 1)))),
    ("23900001111", Problem("first-digit", (("position", 1),))),
    ("12900001111", Problem("first-digit", (("position", 2),))),
]
OFFICE = [
    "0571-88881234",
    "057188881234",
    "086-0571-88881234",
    "086-571-88881234",
    "086-10-62345678-801",
    "0398-2812345",
    "01062345678",
    "13900001111",
    "086-13900001111",
    "0571-88881234;13900001111",
]
OFFICE_SLIPS = [
    ("(010)62345678", ("separators",), "010-62345678"),
    ("（010）62345678", ("separators",), "010-62345678"),
    ("010 62345678", ("separators",), "010-62345678"),
    ("010—62345678", ("separators",), "010-62345678"),
    ("0571-8888-1234", ("separators",), "057188881234"),
    ("0571-88881234;", ("separators",), "0571-88881234"),
    ("139 0000 1111", ("separators",), "13900001111"),
    ("+86 10 62345678", ("country-code", "separators"), "010-62345678"),
    ("+86-0571-88881234", ("country-code",), "0571-88881234"),
    ("86-571-88881234", ("country-code",), "0571-88881234"),
    ("+8613900001111", ("country-code",), "13900001111"),
    ("0571-88881234转801", ("extension-word",), "0571-88881234-801"),
    ("0571-88881234 ext. 801", ("extension-word", "separators"), "0571-88881234-801"),
    ("0571-88881234；13900001111", ("full-width",), "0571-88881234;13900001111"),
    ("0571-88881234、13900001111", ("divider",), "0571-88881234;13900001111"),
    ("０１０-62345678", ("full-width",), "010-62345678"),
]
NOT_AN_OFFICE_PHONE = [
    ("", Problem("length", (("item", 1), ("length", 0)))),
    ("010-6234567", Problem("length", (("item", 1), ("length", 10)))),
    ("0571-88881234;0571-123", Problem("length", (("item", 2), ("length", 7)))),
    ("1" * 1000, Problem("length", (("length", 1000),))),
    ("88881234", Problem("missing-area-code", (("item", 1),))),
    ("4008123123", Problem("service-number", (("item", 1),))),
    ("+852 91234567", Problem("foreign", (("item", 1),))),
    ("0571-8888****", Problem("masked", (("item", 1),))),
    ("见名片", Problem("other-character", (("item", 1),))),
    ("0500-1234567", Problem("unknown-area-code", (("item", 1),))),
    ("13900001111;0500-1234567", Problem("unknown-area-code", (("item", 2),))),
    ("0500 1234567;", Problem("unknown-area-code", (("item", 1),))),
]


@pytest.mark.parametrize("segment", SEGMENTS)
def test_every_known_segment_is_right(segment: str) -> None:
    """A number of a segment in use has no problem."""
    assert mobile_problems(f"{segment}00003721") == ()


@pytest.mark.parametrize("segment", [str(n) for n in range(130, 200) if str(n) not in SEGMENTS])
def test_other_segments_are_told_but_keep_their_number(segment: str) -> None:
    """A segment that the table does not know is no more than unknown."""
    assert mobile_problems(f"{segment}00003721") == (Problem("unknown-segment"),)


@pytest.mark.parametrize(("typed", "kinds", "repaired"), SLIPS)
def test_slips_in_a_mobile_are_repaired_at_once(typed: str, kinds: tuple[str, ...], repaired: str) -> None:
    """Each habit of typing is named, and all have the same safe fix."""
    problems = mobile_problems(typed)
    assert tuple(problem.kind for problem in problems) == kinds
    assert {(problem.fix, problem.safe) for problem in problems} == {(repaired, True)}


@pytest.mark.parametrize(("typed", "problem"), NOT_A_MOBILE)
def test_what_is_no_mobile_is_named(typed: str, problem: Problem) -> None:
    """Instead of `invalid`, the check says what stands there."""
    assert mobile_problems(typed) == (problem,)


@pytest.mark.parametrize("typed", ["13800138000", "13900000000", "13912345678"])
def test_fillers_are_placeholders(typed: str) -> None:
    """Numbers that are typed to get past a form are told apart from people's numbers."""
    assert mobile_problems(typed) == (Problem("placeholder"),)


def test_slip_positions_count_from_one() -> None:
    """The position is that of the first mark that does not belong."""
    assert mobile_problems("139 0000 1111")[0].facts == (("position", 4),)
    assert landline_problems("0571-88881234转801")[0].facts == (("position", 14),)


@pytest.mark.parametrize("typed", OFFICE)
def test_office_phones_in_the_official_form_are_right(typed: str) -> None:
    """The ministry's form, a mobile, and several numbers divided by a semicolon are right."""
    assert landline_problems(typed) == ()


@pytest.mark.parametrize(("typed", "kinds", "repaired"), OFFICE_SLIPS)
def test_slips_in_an_office_phone_are_repaired_at_once(typed: str, kinds: tuple[str, ...], repaired: str) -> None:
    """Each habit of typing is named, all have the same safe fix, and the fix has no problem."""
    problems = landline_problems(typed)
    assert tuple(problem.kind for problem in problems) == kinds
    assert {(problem.fix, problem.safe) for problem in problems} == {(repaired, True)}
    assert landline_problems(repaired) == ()


@pytest.mark.parametrize(("typed", "problem"), NOT_AN_OFFICE_PHONE)
def test_what_is_no_office_phone_is_named(typed: str, problem: Problem) -> None:
    """The problem says which of the numbers is meant and what is wrong with it."""
    found = landline_problems(typed)
    assert found[-1] == problem
    assert all(slip.safe for slip in found[:-1])


def test_the_same_problem_is_told_once() -> None:
    """Two numbers with one fault are one problem, at the first of them."""
    assert landline_problems("88881234;88881235") == (Problem("missing-area-code", (("item", 1),)),)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("0571-88881234", "0571"),
        ("086-10-62345678-801", "010"),
        ("13900001111;02162345678", "021"),
        ("13900001111", None),
        ("010 62345678", None),
        ("", None),
    ],
)
def test_area_code(typed: str, code: str | None) -> None:
    """The area code is that of the first landline in its right form."""
    assert area_code(typed) == code


def test_every_area_code_belongs_to_a_mainland_province() -> None:
    """The table names codes of three or four digits, and every mainland province has one."""
    assert all(code.isdecimal() and code.startswith("0") and len(code) in (3, 4) for code in AREA_CODES)
    assert all(len(code) == 3 for code in AREA_CODES if code[1] in "12")
    assert len(set(AREA_CODES.values())) == 31
    assert {province_code(province) for province in AREA_CODES.values()} == set(AREA_CODES.values())
    assert (AREA_CODES["0571"], AREA_CODES["010"], AREA_CODES["0898"]) == ("33", "11", "46")


@given(st.sampled_from(SEGMENTS), st.integers(0, 99_999_999))
def test_the_oracle_agrees_on_known_segments(segment: str, rest: int) -> None:
    """A mobile of a known segment is a possible mobile for phonenumbers, and at most a placeholder for us."""
    number = f"{segment}{rest:08d}"
    assert phonenumbers.is_possible_number(phonenumbers.parse(number, "CN"))
    assert {problem.kind for problem in mobile_problems(number)} <= {"placeholder"}


@given(st.integers(10_000_000_000, 19_999_999_999).map(str))
def test_a_mobile_of_the_oracle_is_never_more_than_doubtful(number: str) -> None:
    """What phonenumbers takes for a Chinese mobile has at most a problem that is advice or a warning."""
    try:
        kind = phonenumbers.number_type(phonenumbers.parse(number, "CN"))
    except phonenumbers.NumberParseException:  # the oracle reads 119… as a call abroad
        return
    doubts = {problem.kind for problem in mobile_problems(number)}
    assert kind != phonenumbers.PhoneNumberType.MOBILE or doubts <= {"placeholder", "unknown-segment"}


@given(st.text(alphabet=st.sampled_from("0123456789+-()（） 　；;,转x＋１８６*a\u200b\ud800"), max_size=40) | st.text())
def test_fixes_clear_their_problem_and_are_stable(text: str) -> None:
    """No text raises, and a repaired number needs no further repair."""
    for check in (mobile_problems, landline_problems):
        for problem in check(text):
            if problem.fix is not None:
                assert all(left.fix is None for left in check(problem.fix))


@pytest.mark.parametrize(
    "text", ["1" * 1_000_000, "+86" * 300_000, " " * 1_000_000, ";" * 1_000_000, "13900001111;" * 90_000]
)
def test_huge_texts_are_answered(text: str) -> None:
    """A text of a million characters has an answer like any other."""
    assert mobile_problems(text) != ()
    assert isinstance(landline_problems(text), tuple)

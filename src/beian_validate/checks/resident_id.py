"""The resident identity number (公民身份号码) of GB 11643: division, birthday, sequence, check character.

Residents of Hong Kong, Macao and Taiwan have numbers of the same build that begin with 81, 82 or 83 on their
residence permits (dossier: id.idcard, id.hkmotw_residence). No fact ever holds a digit of the number.
"""

import re
from datetime import date
from typing import Final

from beian_validate.checks import credit_code, divisions
from beian_validate.checks.problem import Problem
from beian_validate.checks.typed_number import (
    aligned,
    fits_mod_11_2,
    is_rounded,
    is_shown_as_float,
    mod_11_2,
    plain,
    typing_problems,
    wrong_characters,
)

LENGTH: Final = 18
_has_shape: Final = re.compile("[0-9]{17}[0-9X]").fullmatch
_FIRST_17: Final = re.compile("[0-9]{17}")
_OLD: Final = re.compile("[0-9]{8}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}")
_LETTER: Final = re.compile("[A-WYZ]|X(?=-*[0-9A-Z])")
_PERMIT: Final = re.compile("8[123]0000")
_FIRST_DAY: Final = "19000101"
_LAST_DAY: Final = "20991231"


def check_character(first_17: str) -> str:
    """The eighteenth character of an identity number, or an empty text when there is none to be had.

    Parameters:
        first_17: seventeen digits.
    """
    return mod_11_2(first_17) if _FIRST_17.fullmatch(first_17) else ""


def birth_date(text: str) -> date | None:
    """The birthday in an identity number; None when the number is wrong, so that nothing is built on it.

    Parameters:
        text: an identity number; width, letter case and separators do not matter.
    """
    number = _number(text)
    return _birthday(number) if number else None


def age_on(text: str, day: date) -> int | None:
    """The age in full years; None when the number has no birthday or the birthday is later.

    Parameters:
        text: an identity number.
        day: the day in question.
    """
    born = birth_date(text)
    if born is None or born > day:
        return None
    is_before_birthday = day.month < born.month or (day.month == born.month and day.day < born.day)
    return day.year - born.year - is_before_birthday


def born_after(text: str, day: date) -> bool:
    """Whether the birthday in the number is later than a day.

    Parameters:
        text: an identity number.
        day: the day in question.
    """
    born = birth_date(text)
    return born is not None and born > day


def is_male(text: str) -> bool | None:
    """Whether the seventeenth digit of an identity number is odd; None when the number is wrong.

    Parameters:
        text: an identity number.
    """
    number = _number(text)
    return number[16] in "13579" if number else None


def is_residence_permit(text: str) -> bool:
    """Whether the number is that of a residence permit for Hong Kong, Macao (81, 82) or Taiwan (83).

    Parameters:
        text: an identity number.
    """
    return _PERMIT.match(_number(text)) is not None


def problems(text: str) -> tuple[Problem, ...]:
    """An identity number has 17 digits with a birthday in them and a check character.

    Of several kinds only the cause is told; typing may stand beside it: `full-width`, `separators`,
    `lower-case`, each with the same safe fix.
    Something else typed here: `spreadsheet-damage` (fact `form`: float or rounded), `old-15-digits`,
    `credit-code`. Miscopied: `other-character` (`position` as typed, `count`), `length` (`length`,
    `expected`), `date`, `check-character` (`position`), `first-digit` (a zero, which no division begins with).
    Advice at most: `unknown-division` (`position`).
    Whether the birthday lies in the future is for the caller, see `born_after`.

    Parameters:
        text: an identity number as typed.
    """
    if fits_mod_11_2(text) and _birthday(text):
        return _division_problems(text)
    number = plain(text)
    if is_shown_as_float(number):
        return (Problem("spreadsheet-damage", (("form", "float"),)),)
    elsewhere = wrong_characters(text) or _something_else(number)
    return elsewhere or (*typing_problems(text), *_miscopied(text, number))


def _number(text: str) -> str:
    """The plain number, or an empty text when its shape or check character is wrong."""
    if fits_mod_11_2(text):
        return text
    number = plain(text)
    return number if fits_mod_11_2(number) else ""


def _birthday(number: str) -> date | None:
    digits = number[6:14]
    if not _FIRST_DAY <= digits <= _LAST_DAY:
        return None
    try:
        return date.fromisoformat(digits)
    except ValueError:
        return None


def _something_else(number: str) -> tuple[Problem, ...]:
    """What the text is instead of an identity number, or, if nothing else, that its length is wrong."""
    if _OLD.fullmatch(number):
        return (Problem("old-15-digits", (("length", len(number)),)),)
    if len(number) != LENGTH:
        return (Problem("length", (("length", len(number)), ("expected", LENGTH))),)
    dated = _has_shape(number) is not None and _birthday(number) is not None
    # One miscopied identity number in 31 has a credit code's check character too: the birthday decides.
    if not dated and credit_code.is_right(number) and number[:2] in credit_code.CATEGORIES:
        return (Problem("credit-code"),)
    if is_rounded(number) and not fits_mod_11_2(number):
        return (Problem("spreadsheet-damage", (("form", "rounded"),)),)
    return ()


def _miscopied(text: str, number: str) -> tuple[Problem, ...]:
    """What is wrong inside 18 letters and digits."""
    letters = [mark.start() + 1 for mark in _LETTER.finditer(aligned(text))]
    if letters:
        return (Problem("other-character", (("position", letters[0]), ("count", len(letters)))),)
    if not _birthday(number):
        return (Problem("date", (("position", 7),)),)
    if not fits_mod_11_2(number):
        return (Problem("check-character", (("position", LENGTH),)),)
    return _division_problems(number)


def _division_problems(number: str) -> tuple[Problem, ...]:
    if divisions.is_known(number[:6]) or _PERMIT.match(number):
        return ()
    return (Problem("first-digit" if number[0] == "0" else "unknown-division", (("position", 1),)),)

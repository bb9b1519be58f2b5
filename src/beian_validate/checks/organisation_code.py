"""The organisation code (组织机构代码): eight characters and a check character (GB 11714).

Retired for most organisations since 2015, it lives on as characters 9 to 17 of the unified social credit code
(dossier: id.org_code).
"""

import re
from typing import Final

from beian_validate.checks.problem import Problem
from beian_validate.checks.typed_number import plain, typing_problems, wrong_characters

LENGTH: Final = 9
_is_right_shape: Final = re.compile("[0-9A-Z]{8}-?[0-9X]").fullmatch
_BODY: Final = re.compile("[0-9A-Z]{8}")
_CREDIT_CODE: Final = re.compile("[0-9A-Z]{18}")
_REGISTRATION: Final = re.compile("[0-9]{13}|[0-9]{15}")


def check_character(first_8: str) -> str:
    """The ninth character of an organisation code, or an empty text when there is none to be had.

    Parameters:
        first_8: eight digits or capital letters.
    """
    return check_of_body(first_8) if _BODY.fullmatch(first_8) else ""


def check_of_body(body: str) -> str:
    """The ninth character of an organisation code whose first eight are known to be digits or capitals.

    Parameters:
        body: eight digits or capital letters.
    """
    # The weights are powers of 2 modulo 11, and 35 is 2 modulo 11: in base 35 the body is half its own weighted
    # sum. Z, which that base lacks, is 35 and so counts as 2.
    return "0123456789X"[-2 * int(body.replace("Z", "2"), 35) % 11]


def problems(text: str) -> tuple[Problem, ...]:
    """An organisation code is eight digits or capitals, a hyphen that may be left out, and a check character.

    Safe fix: `full-width`, `separators` (other than that hyphen), `lower-case`. No fix: `check-character`
    (facts `position`, `expected`, `found`), `other-character` (`position`, `count`), `length`,
    `credit-code` (18 characters), `old-registration-number` (13 or 15 digits).

    Parameters:
        text: an organisation code as typed.
    """
    if _is_right_shape(text):
        return _check_problems(text)
    wrong = wrong_characters(text)
    if wrong:
        return wrong
    number = plain(text)
    if _CREDIT_CODE.fullmatch(number):
        return (Problem("credit-code"),)
    if _REGISTRATION.fullmatch(number):
        return (Problem("old-registration-number", (("length", len(number)),)),)
    if len(number) != LENGTH:
        return (Problem("length", (("length", len(number)), ("expected", LENGTH))),)
    return (*typing_problems(text), *_check_problems(number))


def _check_problems(number: str) -> tuple[Problem, ...]:
    expected = check_of_body(number[:8])
    if number[-1] == expected:
        return ()
    facts = (("position", LENGTH), ("expected", expected), ("found", number[-1]))
    return (Problem("check-character", facts),)

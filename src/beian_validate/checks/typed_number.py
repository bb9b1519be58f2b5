"""What the checks of certificate numbers have in common: how a number is typed, and the sums behind it."""

import re
from itertools import islice
from typing import Final

from beian_validate.checks.han_variants import DASHES
from beian_validate.checks.problem import Problem
from beian_validate.checks.text import INVISIBLE, LINE_BREAKS, ODD_BLANKS

# A spreadsheet takes ="9133…" or '9133… to keep a long number as text.
_TEXT_MARKS: Final = "='\"‘’“”"
_SEPARATORS: Final = f"{_TEXT_MARKS}{DASHES} {ODD_BLANKS}{LINE_BREAKS}{INVISIBLE}"
_STYLES: Final = (
    ("full-width", re.compile("[\uff01-\uff0c\uff0e-\uff5e]")),
    ("separators", re.compile(f"[-{_SEPARATORS}]")),
    ("lower-case", re.compile("[a-z]")),
)
_SEPARATOR: Final = _STYLES[1][1]
_TO_PLAIN: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    # Both small alphabets, so that the number of steps does not depend on the text.
    small: ord("A") + index
    for first in (ord("a"), 0xFF41)
    for index, small in enumerate(range(first, first + 26))
}
_WRONG: Final = re.compile("[^-0-9A-Z]")

# A spreadsheet keeps 15 digits: it shows 9.13E+17, or writes zeros for the rest.
_EXPONENT: Final = re.compile(
    r"[0-9](?:\.[0-9]+)?E\+[0-9]{1,3}|[0-9]\.[0-9]+E[0-9]{1,3}|[0-9]{15,18}\.0+",
)
_is_checked: Final = re.compile("[0-9]{17}[0-9X]").fullmatch
_ROUNDED: Final = re.compile("[0-9]{15}000")


def plain(text: str) -> str:
    """The number in half-width capitals, without blanks, hyphens, a spreadsheet's marks and invisible characters.

    Parameters:
        text: a number as typed.
    """
    return _SEPARATOR.sub("", text).translate(_TO_PLAIN)


def typing_problems(text: str) -> tuple[Problem, ...]:
    """A number is typed in half-width capitals and digits, without blanks, hyphens and a spreadsheet's marks.

    Kinds, each with the same safe fix: `full-width`, `separators`, `lower-case`. Facts: `position` of the
    first such character, `count`.

    Parameters:
        text: a number as typed.
    """
    fix = plain(text)
    return tuple(
        Problem(kind, (("position", found[0] + 1), ("count", len(found))), fix, safe=True)
        for kind, pattern in _STYLES
        if (found := [mark.start() for mark in pattern.finditer(text)])
    )


def aligned(text: str) -> str:
    """The number in half-width capitals with a hyphen for every separator, so that positions are as typed.

    Parameters:
        text: a number as typed.
    """
    return _SEPARATOR.sub("-", text).translate(_TO_PLAIN)


def position_as_typed(text: str, position: int) -> int:
    """Where a character of the plain number stands in the text as typed; both count from 1.

    Parameters:
        text: a number as typed.
        position: position in the plain number, at most its length.
    """
    kept = (place for place, character in enumerate(aligned(text), 1) if character != "-")
    return next(islice(kept, position - 1, None))


def wrong_characters(text: str) -> tuple[Problem, ...]:
    """A number consists of ASCII letters and digits; letter case, width and separators do not count here.

    Kind: `other-character`. Facts: `position` of the first one as typed, `count`.

    Parameters:
        text: a number as typed.
    """
    found = [mark.start() for mark in _WRONG.finditer(aligned(text))]
    return (Problem("other-character", (("position", found[0] + 1), ("count", len(found)))),) if found else ()


def is_shown_as_float(number: str) -> bool:
    """Whether a spreadsheet has turned the number into a floating-point one, such as 9.13E+17.

    Parameters:
        number: a plain number.
    """
    return _EXPONENT.fullmatch(number) is not None


def is_rounded(number: str) -> bool:
    """Whether the last three of 18 digits are zeros, as a spreadsheet leaves them; ask only if a check fails.

    Parameters:
        number: a plain number.
    """
    return _ROUNDED.fullmatch(number) is not None


def mod_11_2(first_17: str) -> str:
    """The check character of GB 11643 over 17 digits.

    Parameters:
        first_17: ASCII digits.
    """
    # The weights are powers of 2 modulo 11, and 13 is 2 modulo 11: read in base 13, it is its own sum.
    return "0123456789X"[(1 - 2 * int(first_17, 13)) % 11]


def fits_mod_11_2(number: str) -> bool:
    """Whether a text is 17 digits and their check character of GB 11643.

    Parameters:
        number: any text.
    """
    # With its check character, of the weight 1, a right number has the sum 1; X is 10, in base 13 an A.
    return _is_checked(number) is not None and int(number.replace("X", "A"), 13) % 11 == 1

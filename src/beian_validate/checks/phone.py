"""Mobile and landline numbers of the mainland.

A mobile has eleven digits and receives the authority's code by SMS (dossier: ct.mobile, ct.sms_contact1); an
office phone is area code, number and perhaps an extension (ct.landline, ct.office_phone). Facts hold positions
and kinds only, never a digit of the number.
"""

import re
from collections.abc import Iterable
from typing import Final

from beian_validate.checks.area_codes import AREA_CODES
from beian_validate.checks.han_variants import DASHES
from beian_validate.checks.problem import Facts, Problem
from beian_validate.checks.text import INVISIBLE, LINE_BREAKS, ODD_BLANKS, ascii_width

MOBILE_LENGTH: Final = 11
_SEGMENT: Final = "1(?:3[0-9]|4[57]|5[0-35-9]|6[25-7]|7[0-35-8]|8[0-9]|9[0-35-9])"
# 13800138000 is a carrier's own service line; the others are typed to get past a form.
_FILLER: Final = r"13800138000|1[0-9]{2}(?:00000000|12345678|87654321)"
_is_right_mobile: Final = re.compile(rf"(?!(?:{_FILLER})\Z){_SEGMENT}[0-9]{{8}}").fullmatch
_FILLER_NUMBER: Final = re.compile(_FILLER)
_KNOWN_SEGMENT: Final = re.compile(f"{_SEGMENT}[0-9]{{8}}")
_MOBILE: Final = re.compile("1[3-9][0-9]{9}")

_INVISIBLE: Final = re.compile(f"[{INVISIBLE}]")
_BLANKS: Final = f" {ODD_BLANKS}{LINE_BREAKS}"
# A spreadsheet takes ="139…" or '139… to keep a number as text.
_SEPARATOR: Final = re.compile(f"[{_BLANKS}{INVISIBLE}{DASHES}()（）='\"‘’“”-]")
_FULL_WIDTH: Final = re.compile("[\uff01-\uff07\uff0a-\uff0c\uff0e-\uff5e]")
_MOBILE_COUNTRY: Final = re.compile(r"\A(?:(?:(?:\+|00)86)+|0?86(?=1[0-9]{10}\Z))")

# Behind an area code of two digits the number always has eight.
_AREA: Final = "[3-9][0-9]{2}|(?:10|2[0-9])(?=-?[0-9]{8})"
_EXTENSION: Final = "(?:-[0-9]{1,6})?"
_landline: Final = re.compile(f"(?:086-?0?|0)({_AREA})-?[0-9]{{7,8}}{_EXTENSION}").fullmatch
_usual_landline: Final = re.compile(f"(0(?:{_AREA}))-[0-9]{{7,8}}{_EXTENSION}").fullmatch
_KNOWN_AREA_CODES: Final = frozenset(AREA_CODES)
_OFFICE_MOBILE: Final = re.compile("(?:086-?)?1[3-9][0-9]{9}")
_LOCAL: Final = re.compile("[2-8][0-9]{6,7}")
_SERVICE: Final = re.compile(r"[48]00-?[0-9]{3,4}-?[0-9]{3,4}|95[0-9]{3,9}|96[0-9]{3,5}|1010[0-9]{4}|1[0-2][0-9]{3}")
_FOREIGN: Final = re.compile(r"(?:\+|00)(?!86)[1-9][0-9]{5,17}|85[23]-?[0-9]{8}|886-?0?9[0-9]{8}")
_OVERSEAS_CHINESE: Final = re.compile(r"(?:\+|00)?(852|853|886)")

_LANDLINE_COUNTRY: Final = re.compile(r"(?:(?:\+|00)0?86|86(?=-))-?")
_EXTENSION_WORD: Final = re.compile(r"-?(?:转|轉|分机号?|ext\.?|[x#]):?-?", re.IGNORECASE)
_OTHER_DIVIDER: Final = re.compile("[,、，/|]|(?<=[0-9]) *[或和] *(?=[0-9])")
_LANDLINE_SEPARATOR: Final = re.compile(f"[{_BLANKS}{INVISIBLE}{DASHES}()（）]|--")
_TO_HYPHEN: Final = str.maketrans({**dict.fromkeys(DASHES, "-"), "(": "", "（": "", ")": "-", "）": "-"})
_BLANK_RUN: Final = re.compile(f"[{_BLANKS}]++")
_HYPHENS: Final = re.compile("-{2,}+")
_LANDLINE_CHARACTER: Final = re.compile("[0-9;+-]")
_LONGEST: Final = 256


def mobile_problems(text: str) -> tuple[Problem, ...]:
    """A mobile number is eleven digits of a mainland segment.

    Safe fix: `country-code`, `separators` (blanks, hyphens, brackets), `full-width`; all the same value. Material
    for warning or advice: `placeholder`, `unknown-segment`. No fix: `landline`, `service-number` (400, 800, 95, 96,
    short codes), `foreign` (fact `country`: 852, 853, 886 or empty), `several`, `masked`, `length`,
    `other-character`, `first-digit` (not 1, or the second not 3 to 9). Facts: `position`, `length`, `count`.

    Parameters:
        text: a mobile number as typed.
    """
    if _is_right_mobile(text):
        return ()
    plain = _MOBILE_COUNTRY.sub("", _without_separators(text), count=1)
    if _MOBILE.fullmatch(plain):
        return (*_mobile_slips(text, plain), *_number_problems(plain))
    return (_not_a_mobile(text),)


def landline_problems(text: str) -> tuple[Problem, ...]:
    """An office phone is area code, number and perhaps an extension, joined by hyphens; a mobile may stand there.

    The ministry's prefix `086-` is right; several numbers are divided by `;`. Safe fix: `country-code`,
    `separators`, `full-width`, `extension-word` (转 for the hyphen), `divider` (another mark for `;`); all the
    same value, given when it is right. Material for a warning: `unknown-area-code`. No fix:
    `missing-area-code`, `service-number`, `foreign`, `masked`, `length`, `other-character`. Facts: `item`
    counts the numbers from 1, `position`, `length`.

    Parameters:
        text: one or more telephone numbers as typed.
    """
    usual = _usual_landline(text)
    if usual and usual[1] in _KNOWN_AREA_CODES:
        return ()
    items = text.split(";")
    if all(_office_number(item) for item in items):
        return _area_problems(items)
    if len(text) > _LONGEST:
        return (Problem("length", (("length", len(text)),)),)
    fix = _normal(text)
    repaired = fix.split(";")
    if all(_office_number(item) for item in repaired):
        slips = (Problem(kind, facts, fix, safe=True) for kind, facts in _landline_slips(text))
        return (*slips, *_area_problems(repaired))
    wrong = ((number, item) for number, item in enumerate(repaired, 1) if not _office_number(item))
    return _distinct(_not_an_office_phone(item, number) for number, item in wrong)


def dialled(text: str) -> str:
    """The figures that are dialled in the mainland: without country code, blanks, hyphens and brackets.

    Two spellings of one number come out the same.

    Parameters:
        text: a mobile or landline number as typed.
    """
    return _MOBILE_COUNTRY.sub("", _without_separators(text), count=1)


def area_code(text: str) -> str | None:
    """The area code of the first landline in an office phone; None if there is none in its right form.

    Parameters:
        text: one or more telephone numbers divided by `;`.
    """
    usual = _usual_landline(text)
    return usual[1] if usual else next(filter(None, map(_area, text.split(";"))), None)


def _normal(text: str) -> str:
    """The numbers with hyphens between their parts and `;` between them, in ASCII, without +86 and blanks."""
    plain = _INVISIBLE.sub("", ascii_width(text.translate(_TO_HYPHEN)))
    return ";".join(map(_normal_item, _OTHER_DIVIDER.sub(";", plain).strip(" ;").split(";")))


def _normal_item(item: str) -> str:
    hyphened = _BLANK_RUN.sub("-", _EXTENSION_WORD.sub("-", item.strip()))
    tidy = _HYPHENS.sub("-", hyphened).strip("-")
    found = _LANDLINE_COUNTRY.match(tidy)
    if found:
        rest = tidy[found.end() :]
        tidy = rest if rest.startswith("0") or _MOBILE.fullmatch(rest.replace("-", "")) else f"0{rest}"
    if _office_number(tidy):
        return tidy
    digits = tidy.replace("-", "")
    return digits if _office_number(digits) else tidy


def _without_separators(text: str) -> str:
    return ascii_width(_SEPARATOR.sub("", text))


def _mobile_slips(text: str, plain: str) -> tuple[Problem, ...]:
    places = (("full-width", _FULL_WIDTH.search(text)), ("separators", _SEPARATOR.search(text)))
    kinds = [(kind, (("position", place.start() + 1),)) for kind, place in places if place]
    if _without_separators(text) != plain:
        kinds.insert(0, ("country-code", (("position", 1),)))
    return tuple(Problem(kind, facts, plain, safe=True) for kind, facts in kinds)


def _number_problems(plain: str) -> tuple[Problem, ...]:
    if _FILLER_NUMBER.fullmatch(plain):
        return (Problem("placeholder"),)
    return () if _KNOWN_SEGMENT.fullmatch(plain) else (Problem("unknown-segment"),)


def _not_a_mobile(text: str) -> Problem:
    """Say what stands where a mobile should."""
    plain = _without_separators(text)
    items = _OTHER_DIVIDER.sub(";", ascii_width(text)).strip(";").split(";")
    if len(items) > 1:
        return Problem("several", (("count", len(items)),))
    known = _other_number(plain)
    if known:
        return known
    if _LOCAL.fullmatch(plain) or _area(_normal(text[:_LONGEST])):
        return Problem("landline")
    number = _MOBILE_COUNTRY.sub("", plain, count=1)
    return _odd_character(text) or _wrong_digits(number)


def _wrong_digits(digits: str) -> Problem:
    if len(digits) != MOBILE_LENGTH:
        return Problem("length", (("length", len(digits)),))
    return Problem("first-digit", (("position", 2 if digits[0] == "1" else 1),))


def _other_number(plain: str) -> Problem | None:
    """A number that no field for persons takes, whatever else is asked."""
    if _SERVICE.fullmatch(plain):
        return Problem("service-number")
    if _FOREIGN.fullmatch(plain):
        known = _OVERSEAS_CHINESE.match(plain)
        return Problem("foreign", (("country", known[1] if known else ""),))
    return Problem("masked", (("position", plain.index("*") + 1),)) if "*" in plain else None


def _odd_character(text: str) -> Problem | None:
    odd = [place for place, mark in enumerate(ascii_width(text), 1) if not _is_phone_mark(mark, place)]
    return Problem("other-character", (("position", odd[0]), ("count", len(odd)))) if odd else None


def _is_phone_mark(mark: str, place: int) -> bool:
    return mark in "0123456789" or (mark == "+" and place == 1) or _SEPARATOR.match(mark) is not None


def _area(item: str) -> str | None:
    found = _landline(item)
    return f"0{found[1]}" if found else None


def _office_number(item: str) -> bool:
    return _landline(item) is not None or _OFFICE_MOBILE.fullmatch(item) is not None


def _area_problems(items: list[str]) -> tuple[Problem, ...]:
    codes = ((number, _area(item)) for number, item in enumerate(items, 1))
    unknown = [number for number, code in codes if code and code not in AREA_CODES]
    return (Problem("unknown-area-code", (("item", unknown[0]),)),) if unknown else ()


def _landline_slips(text: str) -> tuple[tuple[str, Facts], ...]:
    """Which habits of typing make an otherwise right number differ from the official form."""
    plain = ascii_width(text)
    places = (
        ("country-code", re.search(r"(?:^|(?<=[^0-9+]))(?:(?:\+|00)0?86|86(?=[^0-9]))", plain)),
        ("full-width", _FULL_WIDTH.search(text)),
        ("extension-word", _EXTENSION_WORD.search(plain)),
        ("divider", _OTHER_DIVIDER.search(plain)),
    )
    kinds = tuple((kind, (("position", place.start() + 1),)) for kind, place in places if place)
    blank = _LANDLINE_SEPARATOR.search(text)
    if blank or not kinds:
        return (*kinds, ("separators", (("position", blank.start() + 1 if blank else 1),)))
    return kinds


def _not_an_office_phone(item: str, number: int) -> Problem:
    digits = item.replace("-", "")
    place = (("item", number),)
    known = _other_number(digits)
    if known:
        return Problem(known.kind, place)
    if _LOCAL.fullmatch(digits):
        return Problem("missing-area-code", place)
    if any(not _LANDLINE_CHARACTER.match(mark) for mark in item):
        return Problem("other-character", place)
    return Problem("length", (*place, ("length", len(digits))))


def _distinct(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The first problem of each kind."""
    first: dict[str, Problem] = {}
    for problem in problems:
        first.setdefault(problem.kind, problem)
    return tuple(first.values())

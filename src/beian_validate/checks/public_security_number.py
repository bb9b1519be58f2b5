"""The number of a public-security filing (公安联网备案号), as printed in page footers.

It has the form 浙公网安备33010602000001号, with or without a blank before the 14 digits; the first six are
an area code (dossier: num.public_security, num.public_security_legacy).
"""

import re
from typing import Final, NamedTuple

from beian_validate.checks.problem import Facts, Problem
from beian_validate.checks.text import INVISIBLE, LINE_BREAKS, ODD_BLANKS, ascii_width

# Abbreviations as printed here: 川 as well as 蜀. The value opens every area code of the province.
PROVINCES: Final = {
    "京": "11", "津": "12", "冀": "13", "晋": "14", "蒙": "15", "辽": "21", "吉": "22", "黑": "23",
    "沪": "31", "苏": "32", "浙": "33", "皖": "34", "闽": "35", "赣": "36", "鲁": "37", "豫": "41",
    "鄂": "42", "湘": "43", "粤": "44", "桂": "45", "琼": "46", "渝": "50", "川": "51", "蜀": "51",
    "贵": "52", "黔": "52", "云": "53", "滇": "53", "藏": "54", "陕": "61", "甘": "62", "陇": "62",
    "青": "63", "宁": "64", "新": "65",
}  # fmt: skip
_LENGTH: Final = 14
_LEGACY_LENGTHS: Final = (11, 12, 13)

_NUMBER: Final = re.compile(f"([{''.join(PROVINCES)}])公网安备 ?([0-9]{{14}})号")
_INSIDE: Final = re.compile(_NUMBER.pattern.replace(" ?", ""))
_LOOSE: Final = re.compile(
    "(?P<province>[^0-9]?)公(?P<bureau>[^0-9]{0,6}?)网安备(?P<serial>[0-9]*+)(?P<hao>号?)(?P<suffix>-?[0-9A-Z]{0,8})"
)
_BLANK: Final = re.compile(f"[ {ODD_BLANKS}{LINE_BREAKS}{INVISIBLE}]")
_PRINTED_BLANK: Final = re.compile("(?<=安[备備]) (?=[0-9\uff10-\uff19])")
_TYPING: Final = (
    ("blank", _BLANK),
    ("full-width", re.compile("[\uff01-\uff5e]")),
    ("traditional", re.compile("[網備號]")),
)
_TO_SIMPLIFIED: Final = str.maketrans("網備號", "网备号")


class PublicSecurityNumber(NamedTuple):
    """A public-security number taken apart.

    Parameters:
        province: abbreviation as printed, such as 浙.
        serial: the 14 digits; the first six are an area code.
    """

    province: str
    serial: str


def parse(text: str) -> PublicSecurityNumber | None:
    """Take a right public-security number apart; None for anything else.

    Parameters:
        text: a number without slips; see `normalise` for others.
    """
    found = _NUMBER.fullmatch(text)
    return PublicSecurityNumber(*found.groups()) if found else None


def compose(number: PublicSecurityNumber) -> str:
    """Write a public-security number without a blank.

    Parameters:
        number: its parts, as `parse` gives them.
    """
    return f"{number.province}公网安备{number.serial}号"


def normalise(text: str) -> str | None:
    """The number without blanks and the slips that can be repaired safely; None if it is then still wrong.

    Parameters:
        text: a public-security number as found in a page footer.
    """
    fix = next((problem.fix for problem in problems(text) if problem.safe and problem.fix), text)
    number = parse(fix)
    return compose(number) if number else None


def problems(text: str) -> tuple[Problem, ...]:
    """A public-security number names the province and 14 digits that begin with an area code of it.

    Safe fix: `blank`, `full-width`, `traditional`, `missing-hao`. Suggested fix: `extra-text`. No fix:
    `unknown-province`, `province-differs`, `legacy` (11 to 13 digits, or a bureau's name; advice at most),
    `digits`, `suffix` (none is known), `not-a-public-security-number`.

    Parameters:
        text: a public-security number as typed or found in a page footer.
    """
    right = _NUMBER.fullmatch(text)
    if right and right[2].startswith(PROVINCES[right[1]]):
        return ()
    plain = _BLANK.sub("", ascii_width(text).translate(_TO_SIMPLIFIED))
    found = _LOOSE.fullmatch(plain)
    if not found:
        return (_not_alone(plain),)
    fix = f"{plain[: found.end('serial')]}号{found['suffix']}"
    slips = _typing_kinds(_PRINTED_BLANK.sub("x", text))
    missing: tuple[tuple[str, Facts], ...] = () if found["hao"] else (("missing-hao", ()),)
    return (
        *(Problem(kind, facts, fix, safe=True) for kind, facts in (*slips, *missing)),
        *_part_problems(found),
    )


def _not_alone(plain: str) -> Problem:
    """The number stands among other words, or there is none."""
    numbers = frozenset(found.group() for found in _INSIDE.finditer(plain))
    if len(numbers) == 1:
        return Problem("extra-text", (("length", len(plain)),), next(iter(numbers)))
    looks_like = "icp-number" if "ICP" in plain.upper() else "several" if numbers else "other"
    return Problem("not-a-public-security-number", (("looks_like", looks_like),))


def _typing_kinds(text: str) -> tuple[tuple[str, Facts], ...]:
    places = ((kind, pattern.search(text)) for kind, pattern in _TYPING)
    return tuple((kind, (("position", place.start() + 1),)) for kind, place in places if place)


def _part_problems(found: re.Match[str]) -> tuple[Problem, ...]:
    suffix = (Problem("suffix"),) if found["suffix"] else ()
    return (*_province_problems(found["province"], found["serial"]), *_form_problems(found), *suffix)


def _province_problems(province: str, serial: str) -> tuple[Problem, ...]:
    if province not in PROVINCES:
        return (Problem("unknown-province"),)
    expected = PROVINCES[province]
    if len(serial) != _LENGTH or serial.startswith(expected):
        return ()
    return (Problem("province-differs", (("province", province), ("found", serial[:2]), ("expected", expected))),)


def _form_problems(found: re.Match[str]) -> tuple[Problem, ...]:
    count = len(found["serial"])
    if found["bureau"]:
        return (Problem("legacy", (("form", "bureau"), ("count", count))),)
    if count == _LENGTH:
        return ()
    kind = "legacy" if count in _LEGACY_LENGTHS else "digits"
    return (Problem(kind, (("count", count), ("expected", _LENGTH))),)

"""The unified social credit code (统一社会信用代码) of GB 32100: 18 characters of 31, the last one a check.

Department, category, six digits of division, organisation code, check character. Sources: GB 32100-2015
(dossier: id.uscc) and the table of department and category pairs (dossier: uscc_prefix).
"""

import re
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from beian_validate.checks import divisions
from beian_validate.checks.problem import Problem
from beian_validate.checks.typed_number import (
    aligned,
    fits_mod_11_2,
    is_rounded,
    is_shown_as_float,
    plain,
    position_as_typed,
    typing_problems,
    wrong_characters,
)

LENGTH: Final = 18
_ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_DIGITS: Final = dict(zip(_ALPHABET.encode(), b"0123456789ABCDEFGHIJKLMNOPQRSTU", strict=True))
_TO_DIGITS: Final = bytes(_DIGITS.get(code, ord("!")) for code in range(256))

_FORBIDDEN: Final = re.compile("[IOSVZ]")
_INTENDED: Final = {"I": "1", "O": "0", "S": "5", "V": "U", "Z": "2"}
_TO_INTENDED: Final = str.maketrans(_INTENDED)
_REGISTRATION: Final = re.compile("[0-9]{13}|[0-9]{15}")
_ORGANISATION: Final = re.compile("[0-9A-Z]{8}[0-9X]")
_RESIDENT: Final = re.compile(
    "[0-9]{6}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9X]",
)
_RUN: Final = re.compile("[0-9A-Z]++")
_LETTER_IN_DIVISION: Final = re.compile("..[0-9]{0,5}[A-Z]")
# Registered with the national administration itself, not with that of a place.
_NATIONAL: Final = "100000"
# Zones that register companies under a number of their own, as published codes show: the Shanghai free trade zone,
# the Beijing economic-technological area, Hengqin.
_ZONES: Final = frozenset({"310141", "110302", "440003"})
_CACHE_SIZE: Final = 8192


class Category(NamedTuple):
    """What the first two characters of a code say.

    Parameters:
        prefix: department and category, such as `91`.
        zh: Chinese words.
        en: English words.
        natures: slugs of the sponsor natures it fits; empty when unknown. Inferred: a warning at most.
    """

    prefix: str
    zh: str
    en: str
    natures: tuple[str, ...]


# Let through besides the pairs of the dossier: notary offices, appraisers, arbitrators and clinics of the state
# have codes of public institutions, private clinics those of companies.
_ROWS: Final = (
    ("11", "机关", "government organ", "government"),
    (
        "12", "事业单位", "public institution",
        "public_institution medical_institution notary_office judicial_appraisal arbitration",
    ),
    ("13", "编办直接管理机构编制的群众团体", "mass organisation of the state", "mass_organisation"),
    ("19", "机构编制其他", "other body of the state", "government public_institution"),
    ("21", "外国常驻新闻机构", "resident foreign news agency", "overseas_institution"),
    ("29", "外交其他", "other body registered by foreign affairs", ""),
    ("31", "律师执业机构", "law practice", "law_practice"),
    ("32", "公证处", "notary office", "notary_office"),
    ("33", "基层法律服务所", "grass-roots legal service", "law_practice"),
    ("34", "司法鉴定机构", "judicial appraisal body", "judicial_appraisal"),
    ("35", "仲裁委员会", "arbitration commission", "arbitration"),
    ("39", "司法行政其他", "other body registered by justice", ""),
    ("41", "外国在华文化中心", "foreign cultural centre", "foreign_cultural_centre"),
    ("49", "文化其他", "other body registered by culture", ""),
    ("51", "社会团体", "social organisation", "social_organisation religious_body"),
    ("52", "民办非企业单位", "private non-enterprise unit", "private_non_enterprise medical_institution"),
    ("53", "基金会", "foundation", "foundation"),
    ("59", "民政其他", "other civil-affairs body", "social_organisation private_non_enterprise"),
    ("61", "外国旅游部门常驻代表机构", "foreign tourism office", "foreign_cultural_centre"),
    (
        "62", "港澳台地区旅游部门常驻内地（大陆）代表机构", "tourism office of Hong Kong, Macao or Taiwan",
        "foreign_cultural_centre overseas_institution",
    ),
    ("71", "宗教活动场所", "religious venue", "religious_body"),
    ("72", "宗教院校", "religious school", "religious_body"),
    ("79", "宗教其他", "other religious body", "religious_body"),
    ("81", "基层工会", "trade union", "mass_organisation social_organisation"),
    ("89", "工会其他", "other trade union body", "mass_organisation social_organisation"),
    ("91", "企业", "enterprise", "enterprise medical_institution"),
    ("92", "个体工商户", "sole trader", "enterprise medical_institution"),
    ("93", "农民专业合作社", "farmers' cooperative", "enterprise"),
    # Not in the standard, but in registers (dossier: uscc_prefix, observed_note).
    ("99", "市场监管其他", "other body registered by market regulation", ""),
    ("A1", "军队事业单位", "military institution", "defence public_institution"),
    ("A9", "军队其他", "other military body", "defence"),
    ("N1", "组级集体经济组织", "collective of a village group", "collective_economy"),
    ("N2", "村级集体经济组织", "collective of a village", "collective_economy"),
    ("N3", "乡镇级集体经济组织", "collective of a township", "collective_economy"),
    ("N9", "农业其他", "other body registered by agriculture", "collective_economy"),
    ("Y1", "其他", "other body", ""),
)  # fmt: skip
CATEGORIES: Final = MappingProxyType(
    {prefix: Category(prefix, zh, en, tuple(natures.split())) for prefix, zh, en, natures in _ROWS}
)
_DEPARTMENTS: Final = frozenset(prefix[0] for prefix in CATEGORIES)


def check_character(first_17: str) -> str:
    """The eighteenth character of a credit code, or an empty text when there is none to be had.

    Parameters:
        first_17: seventeen digits or capital letters without I, O, S, V and Z.
    """
    return _expected(first_17) if len(first_17) == LENGTH - 1 else ""


def is_right(text: str) -> bool:
    """Whether shape and check character are right; nothing is said about what the parts mean.

    Parameters:
        text: a credit code.
    """
    return len(text) == LENGTH and text[17] == _expected(text) and text[2:8].isdecimal()


def code_among_words(text: str) -> str:
    """The one right credit code in a longer text, such as behind a label; empty when there is none or several.

    Parameters:
        text: what was typed for a credit code.
    """
    codes = [run for run in _RUN.findall(plain(text)) if is_right(run)]
    return codes[0] if len(codes) == 1 and codes[0] != plain(text) else ""


def problems(text: str) -> tuple[Problem, ...]:
    """A credit code has 18 characters, a check character, and parts that mean something.

    Of several kinds only the cause is told; typing may stand beside it: `full-width`, `separators`,
    `lower-case`, each with the same safe fix.
    Something else typed here: `spreadsheet-damage` (fact `form`: float or rounded), `organisation-code`,
    `old-registration-number` (`length`), `resident-id`.
    Miscopied: `other-character` and `forbidden-letter` (`position` as typed, `count`; the latter also
    `character`, `expected` and, when the check proves it, a suggested fix), `length` (`length`, `expected`),
    `check-character` (`position`, `expected`, `found`). Words around one right code give `other-character` with
    that code as a suggested fix.
    Printed so by some issuers, never an error: `uncomplemented-remainder` (facts of `check-character`),
    `unknown-department`, `unknown-category`, `unknown-division` (`position`, `found`), `organisation-digit`
    (facts of `check-character`).

    Parameters:
        text: a credit code as typed.
    """
    if len(text) == LENGTH and text[17] == _expected(text) and _opening_is_known(text[:8]):
        return _organisation_problems(text)
    number = plain(text)
    if is_shown_as_float(number):
        return (Problem("spreadsheet-damage", (("form", "float"),)),)
    elsewhere = _among_words(text, number) or _something_else(number)
    return elsewhere or (*typing_problems(text), *_miscopied(text, number))


def _among_words(text: str, number: str) -> tuple[Problem, ...]:
    """What does not belong into a number at all; a label or a page count around a right code can be taken away."""
    wrong = wrong_characters(text)
    code = code_among_words(number) if wrong else ""
    return tuple(problem._replace(fix=code) for problem in wrong) if code else wrong


def _expected(number: str) -> str:
    """The check character over the first seventeen; empty where one of them can stand in no code."""
    # The weights are powers of 3 modulo 31, and 34 is 3 modulo 31: read from the right in base 34, the code
    # is its own weighted sum. Bytes are translated much faster than text, and `int` refuses what is no digit.
    try:
        return _ALPHABET[-(int(number.encode().translate(_TO_DIGITS)[16::-1], 34) % 31)]
    except ValueError:
        return ""


def _something_else(number: str) -> tuple[Problem, ...]:
    """What the text is instead of a credit code, or, if nothing else, that its length is wrong."""
    if is_right(number):
        return ()
    if _REGISTRATION.fullmatch(number):
        return (Problem("old-registration-number", (("length", len(number)),)),)
    if _ORGANISATION.fullmatch(number):
        return (Problem("organisation-code"),)
    if len(number) != LENGTH:
        return (Problem("length", (("length", len(number)), ("expected", LENGTH))),)
    if _RESIDENT.fullmatch(number) and fits_mod_11_2(number):
        return (Problem("resident-id"),)
    return (Problem("spreadsheet-damage", (("form", "rounded"),)),) if is_rounded(number) else ()


def _miscopied(text: str, number: str) -> tuple[Problem, ...]:
    """What is wrong inside 18 letters and digits."""
    if is_right(number):
        return _content_problems(number)
    forbidden = [(mark.start() + 1, mark.group()) for mark in _FORBIDDEN.finditer(aligned(text))]
    if forbidden:
        return (_forbidden_letter(forbidden, number),)
    letter = _LETTER_IN_DIVISION.match(number)
    if letter:
        position = position_as_typed(text, letter.end())
        return (Problem("other-character", (("position", position), ("count", 1))),)
    expected = _expected(number)
    uncomplemented = number[17] == _ALPHABET[-_ALPHABET.index(expected)]
    kind = "uncomplemented-remainder" if uncomplemented else "check-character"
    return (_wrong_check(kind, LENGTH, expected, number[17]),)


def _forbidden_letter(forbidden: list[tuple[int, str]], number: str) -> Problem:
    position, character = forbidden[0]
    place = (("position", position), ("character", character), ("expected", _INTENDED[character]))
    intended = number.translate(_TO_INTENDED)
    fix = intended if is_right(intended) else None
    return Problem("forbidden-letter", (*place, ("count", len(forbidden))), fix)


def _content_problems(number: str) -> tuple[Problem, ...]:
    if _opening_is_known(number[:8]):
        return _organisation_problems(number)
    return (*_prefix_problems(number[:2]), *_division_problems(number[2:8]))


@lru_cache(maxsize=_CACHE_SIZE)
def _opening_is_known(opening: str) -> bool:
    """Whether department, category and division, the first eight characters, all mean something."""
    return not (_prefix_problems(opening[:2]) or _division_problems(opening[2:]))


def _prefix_problems(prefix: str) -> tuple[Problem, ...]:
    if prefix in CATEGORIES:
        return ()
    if prefix[0] in _DEPARTMENTS:
        return (Problem("unknown-category", (("position", 2), ("found", prefix[1]))),)
    return (Problem("unknown-department", (("position", 1), ("found", prefix[0]))),)


def _division_problems(division: str) -> tuple[Problem, ...]:
    if division == _NATIONAL or division in _ZONES or divisions.is_known(division):
        return ()
    return (Problem("unknown-division", (("position", 3), ("found", division))),)


def _organisation_problems(number: str) -> tuple[Problem, ...]:
    # No code holds a Z, see `organisation_code.check_of_body`.
    expected = "0123456789X"[-2 * int(number[8:16], 35) % 11]
    if number[16] == expected:
        return ()
    return (_wrong_check("organisation-digit", 17, expected, number[16]),)


def _wrong_check(kind: str, position: int, expected: str, found: str) -> Problem:
    return Problem(kind, (("position", position), ("expected", expected), ("found", found)))

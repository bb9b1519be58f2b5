"""Postal addresses: down to the door or the room, written out, without symbols.

Source: dossier subj.contact_address_detail, subj.contact_address_no_symbols, subj.address_most_detailed. Facts
hold positions and counts, never a part of the address.
"""

import re
from typing import Final

from beian_validate.checks.han_variants import DASHES
from beian_validate.checks.problem import Problem
from beian_validate.checks.provinces import PROVINCES

# The dossier asks for 8 characters; where the region has a field of its own, a street and a number are 5.
MINIMUM: Final = 5
MINIMUM_WITH_PROVINCE: Final = 8

_DOOR: Final = re.compile(
    "[号號室栋棟楼樓层層幢座组組队隊村铺鋪户戶弄巷屯寨圩排厂厅库店档柜院0-9\uff10-\uff19]|单元|大厦|门面|(?<![家枣儿])庄"
)
_DASH: Final = f"[-{DASHES}]"
_DIGIT: Final = "[0-9\uff10-\uff19]"
_NUMBER: Final = f"{_DIGIT}{{1,6}}+"
# Nothing is wrong with such a text of eight characters: it has a number, no symbol and at most one hyphen.
_PLAIN: Final = "\u4e00-\u9fffA-Za-z（）()"
_is_usual: Final = re.compile(f"[{_PLAIN}]*+[0-9][{_PLAIN}0-9]*+(?:-[{_PLAIN}0-9]*+)?").fullmatch
# A run is judged from its start alone; floors in a row (8-9-10层) abbreviate nothing.
_ABBREVIATED: Final = re.compile(f"(?<!{_DIGIT})(?<!{_DIGIT}{_DASH}){_NUMBER}(?:{_DASH}{_NUMBER}){{2,}}+(?![层楼])")
_SYMBOLS: Final = "#@$%^&*~`<>{}[]|\\\"'!?"
_WIDE_SYMBOLS: Final = "".join(chr(ord(mark) + 0xFEE0) for mark in _SYMBOLS)
_SYMBOL: Final = re.compile(f"[{re.escape(_SYMBOLS)}{_WIDE_SYMBOLS}]")
_NUMBER_SIGN: Final = re.compile("(?<=[0-9A-Za-z\uff10-\uff19])[#\uff03]号?")

_COUNTRY: Final = re.compile(r"\s*(?:中华人民共和国|中国)?\s*")
_MUNICIPALITIES: Final = frozenset(("11", "12", "31", "50"))
# A short name alone may begin a street (北京路), a county (海南州, 河北区) or a building; a division must follow.
_KIND: Final = "(?:省|自治区|特别行政区|维吾尔自治区|壮族自治区|回族自治区)"
_NAME: Final = "[^区县市省旗路街道巷村镇乡弄号学院厦馆楼店里 0-9]"
_NO_DISTRICT: Final = "(?<![小社校园片工景库厂])"
_DIVISION: Final = re.compile(
    rf"{_KIND}|(?!州|藏族|蒙古族)(?:{_NAME}{{1,10}}?(?:市|自治州|地区|盟|自治县)|{_NAME}{{2,6}}?(?:县|{_NO_DISTRICT}区))"
)
_MUNICIPAL: Final = re.compile(rf"市|{_NAME}{{1,6}}?(?:县|{_NO_DISTRICT}区)")
_LONGEST_OPENING: Final = 32
_OVERSEAS: Final = re.compile("特别行政区|特区|省|九龙|新界|港岛|岛")
# Two characters are enough to tell the provinces apart.
_BY_OPENING: Final = {province.short_name[:2]: province for province in PROVINCES.values()}

_MOST_DETAILED: Final = re.compile(
    "(?<!不是)(?<!并非)(?<!不为)(?<![不非未])最(?:为)?(?:详细|详尽|具体)|(?:无|没有)更(?:加|为)?(?:详细|详尽|具体)"
)


def problems(text: str) -> tuple[Problem, ...]:
    """An address reaches the door or the room, written out, without symbols.

    Suggested fix: `forbidden-symbol`, when it is only # for 号. No fix: `too-short` (under 5 characters, or 8
    when the province is named), `no-door-number`, `abbreviated` (7-3-101 for house, entrance and room). Absence
    is not judged. Facts: `position`, `count`, `length`, `minimum`.

    Parameters:
        text: an address as typed.
    """
    if not text or (len(text) >= MINIMUM_WITH_PROVINCE and _is_usual(text)):
        return ()
    return (*_length_problems(text), *_door_problems(text), *_abbreviations(text), *_symbol_problems(text))


def province_named(text: str) -> str | None:
    """The two-digit code of the province or municipality with which an address begins; None if it names none.

    A short name counts only when a city, county or district follows, because streets and counties are named
    after provinces too.

    Parameters:
        text: an address as typed.
    """
    rest = text if text[:2] in _BY_OPENING else _COUNTRY.sub("", text, count=1)
    province = _BY_OPENING.get(rest[:2])
    if province is None or not rest.startswith(province.short_name):
        return None
    after = rest[len(province.short_name) : _LONGEST_OPENING]
    return province.code if rest.startswith(province.name) or _continues(province.code, after) else None


def says_most_detailed(remark: str) -> bool:
    """Whether a remark declares that the address is already the most detailed one.

    Parameters:
        remark: a remark as typed.
    """
    return _MOST_DETAILED.search(remark) is not None


def _continues(code: str, after: str) -> bool:
    """Whether the text after a province's short name goes on as an address inside it."""
    if code in _MUNICIPALITIES:
        return _MUNICIPAL.match(after) is not None
    pattern = _DIVISION if PROVINCES[code].icp_abbreviation else _OVERSEAS
    return pattern.match(after) is not None


def _length_problems(text: str) -> tuple[Problem, ...]:
    length = len(text.strip())
    if length >= MINIMUM_WITH_PROVINCE:
        return ()
    minimum = MINIMUM_WITH_PROVINCE if province_named(text) else MINIMUM
    return (Problem("too-short", (("length", length), ("minimum", minimum))),) if length < minimum else ()


def _door_problems(text: str) -> tuple[Problem, ...]:
    return () if _DOOR.search(text) else (Problem("no-door-number"),)


def _abbreviations(text: str) -> tuple[Problem, ...]:
    found = _ABBREVIATED.search(text)
    return (Problem("abbreviated", (("position", found.start() + 1),)),) if found else ()


def _symbol_problems(text: str) -> tuple[Problem, ...]:
    places = [found.start() for found in _SYMBOL.finditer(text)]
    if not places:
        return ()
    fix = _NUMBER_SIGN.sub("号", text)
    facts = (("position", places[0] + 1), ("count", len(places)))
    return (Problem("forbidden-symbol", facts, None if _SYMBOL.search(fix) else fix),)

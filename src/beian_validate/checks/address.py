"""Postal addresses: down to the door or the room, written out, without symbols.

Source: dossier subj.contact_address_detail, subj.contact_address_no_symbols, subj.address_most_detailed. Facts
hold positions and counts, never a part of the address.
"""

import re
import unicodedata
from typing import Final

from beian_validate.checks.han_variants import DASHES
from beian_validate.checks.problem import Problem
from beian_validate.checks.provinces import PROVINCES
from beian_validate.checks.statement import clauses

# The dossier asks for 8 characters; where the region has a field of its own, a street and a number are 5.
MINIMUM: Final = 5
MINIMUM_WITH_PROVINCE: Final = 8

_DOOR: Final = re.compile(
    "[号號室栋棟楼樓层層幢座组組队隊村铺鋪户戶弄巷屯寨圩排厂厅库店档柜院0-9\uff10-\uff19]|单元|大厦|门面|(?<![家枣儿])庄"
)
# Names of places that hold such a character themselves (鼓楼区, 中关村大街) are no doors; the longest run of Chinese
# characters up to the word for the place is its name.
_PLACE_NAME: Final = re.compile(
    "[\u4e00-\u9fff]{1,10}?(?:特别行政区|自治[区州县旗]|大街|大道|[省市区县旗盟州街路道镇乡])"
)
_BOX: Final = re.compile(r"第?[0-9０-９A-Za-z-]{0,8}号?(?:分)?信箱(?:第?[0-9０-９A-Za-z-]{1,8}(?:号|分)?(?:信箱)?)?")
_PROVINCE_TO_DISTRICT: Final = re.compile(
    "(?:[\u4e00-\u9fff]{1,10}?(?:特别行政区|自治[区州县旗]|[省市县旗盟州]|(?<![小社校园片厂景库发])区))++"
)
_REFERENCE: Final = re.compile(
    "(?:详|参|请)?见.{0,6}(?:执照|证件|证书|附件|住所|地址|上)"
    "|(?:同|与|和).{0,6}(?:执照|证件|证书|住所|地址|身份证)(?:地址|住所)?(?:一致|相同)?"
    "|.{0,4}(?:执照|证件|身份证)(?:地址|住所)(?:一致|相同)?"
)
_LONGEST_REFERENCE: Final = 20
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_LATIN: Final = re.compile("[A-Za-z]{3}")
_PHONE: Final = re.compile("(?<![0-9])(?:1[3-9][0-9]{9}|0[0-9]{2,3}-[0-9]{7,8})(?![0-9])")
_PLAIN: Final = re.compile("[\u4e00-\u9fffA-Za-z0-9\uff10-\uff19 ()（）、，,。.．·:：；;/+—–－-]*+")
_ODD_CATEGORIES: Final = frozenset(("So", "Sk", "Sm", "No"))
_QUOTES: Final = frozenset("“”‘’「」『』《》〈〉【】〔〕")
_DASH: Final = f"[-{DASHES}]"
_DIGIT: Final = "[0-9\uff10-\uff19]"
_NUMBER: Final = f"{_DIGIT}{{1,6}}+"
# Nothing is wrong with such a text of eight characters: it begins with a Chinese character, has a number that is no
# telephone's, no symbol and at most one hyphen.
_USUAL: Final = "\u4e00-\u9fffA-Za-z（）()"
_is_usual: Final = re.compile(
    f"(?!.*[0-9]{{7}}|.*信箱)[\u4e00-\u9fff][{_USUAL}]*+[0-9][{_USUAL}0-9]*+(?:-[{_USUAL}0-9]*+)?"
).fullmatch
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

_CERTIFICATE_ADDRESS: Final = re.compile("(?:证[件照书]|执照|身份证|登记证|法人证).{0,6}?(?:住所|地址)")
_COMMUNICATION: Final = re.compile("通信|通讯|联系|办公|[均都]")
_MOST_DETAILED: Final = re.compile(
    "(?<!不是)(?<!并非)(?<!不为)(?<![不非未])最(?:为)?(?:详细|详尽|具体)|(?:无|没有)更(?:加|为)?(?:详细|详尽|具体)"
)


def problems(text: str) -> tuple[Problem, ...]:
    """An address reaches the door or the room, written out, without symbols.

    Suggested fix: `forbidden-symbol`, when it is only # for 号. No fix: `too-short` (under 5 characters, or 8
    when the province is named), `no-door-number`, `abbreviated` (7-3-101 for house, entrance and room), `phone`,
    `odd-symbol` (★ or emoji). What is no address at all has one kind: `reference` (见营业执照), `latin` (no Chinese
    character), `district-only`. Absence is not judged. Facts: `position`, `count`, `length`, `minimum`.

    Parameters:
        text: an address as typed.
    """
    if not text or (len(text) >= MINIMUM_WITH_PROVINCE and _is_usual(text)):
        return ()
    kind = _no_address(text.strip())
    detail = (Problem(kind),) if kind else (*_length_problems(text), *_door_problems(text), *_abbreviations(text))
    return (*detail, *_phone_problems(text), *_symbol_problems(text), *_odd_symbols(text))


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

    What it says of the address on the certificate is not said of the communication address.

    Parameters:
        remark: a remark as typed.
    """
    said = (clause for clause in clauses(remark) if _MOST_DETAILED.search(clause))
    return any(_COMMUNICATION.search(clause) or not _CERTIFICATE_ADDRESS.search(clause) for clause in said)


def _continues(code: str, after: str) -> bool:
    """Whether the text after a province's short name goes on as an address inside it."""
    if code in _MUNICIPALITIES:
        return _MUNICIPAL.match(after) is not None
    pattern = _DIVISION if PROVINCES[code].icp_abbreviation else _OVERSEAS
    return pattern.match(after) is not None


def _no_address(text: str) -> str:
    """What a text is that leads to no place; empty for an address, however coarse."""
    if len(text) <= _LONGEST_REFERENCE and _REFERENCE.fullmatch(text):
        return "reference"
    if not _HAN.search(text):
        return "latin" if _LATIN.search(text) else ""
    return "district-only" if _PROVINCE_TO_DISTRICT.fullmatch(text) else ""


def _phone_problems(text: str) -> tuple[Problem, ...]:
    found = _PHONE.search(text)
    return (Problem("phone", (("position", found.start() + 1),)),) if found else ()


def _odd_symbols(text: str) -> tuple[Problem, ...]:
    """Symbols that no list of the forms names and no address needs."""
    if _PLAIN.fullmatch(text):
        return ()
    places = [place for place, mark in enumerate(text, 1) if _is_odd(mark)]
    return (Problem("odd-symbol", (("position", places[0]), ("count", len(places)))),) if places else ()


def _is_odd(mark: str) -> bool:
    is_symbol = mark in _QUOTES or unicodedata.category(mark) in _ODD_CATEGORIES
    return is_symbol and mark not in "+＋" and not _SYMBOL.match(mark)


def _length_problems(text: str) -> tuple[Problem, ...]:
    length = len(text.strip())
    if length >= MINIMUM_WITH_PROVINCE:
        return ()
    minimum = MINIMUM_WITH_PROVINCE if province_named(text) else MINIMUM
    return (Problem("too-short", (("length", length), ("minimum", minimum))),) if length < minimum else ()


def _door_problems(text: str) -> tuple[Problem, ...]:
    return () if _DOOR.search(_PLACE_NAME.sub("", _BOX.sub("", text))) else (Problem("no-door-number"),)


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

"""The filing number (ICP备案号) and the licences whose numbers stand in its place.

A subject has 浙ICP备12345678号 (8 digits, or 10 in the newer form); its sites add -n, its apps -nA,
mini-programs -nX, quick apps -nK. A licensed company may carry 京ICP证123456号 or 浙B2-12345678 instead
(dossier: num.subject to num.licence_as_subject). The forms were read off public footers.
"""

import re
from typing import Final, Literal, NamedTuple

from beian_validate.checks.han_variants import DASHES
from beian_validate.checks.problem import Facts, Problem
from beian_validate.checks.text import INVISIBLE, LINE_BREAKS, ODD_BLANKS, ascii_width

Kind = Literal["filing", "licence", "telecom"]

PROVINCES: Final = {
    "北京": "京", "天津": "津", "河北": "冀", "山西": "晋", "内蒙古": "蒙", "辽宁": "辽",
    "吉林": "吉", "黑龙江": "黑", "上海": "沪", "江苏": "苏", "浙江": "浙", "安徽": "皖",
    "福建": "闽", "江西": "赣", "山东": "鲁", "河南": "豫", "湖北": "鄂", "湖南": "湘",
    "广东": "粤", "广西": "桂", "海南": "琼", "重庆": "渝", "四川": "蜀", "贵州": "黔",
    "云南": "滇", "西藏": "藏", "陕西": "陕", "甘肃": "陇", "青海": "青", "宁夏": "宁",
    "新疆": "新",
}  # fmt: skip
TOLERATED: Final = {"川": "蜀", "贵": "黔", "云": "滇", "甘": "陇"}
NATIONWIDE: Final = "合字"

_ANY: Final = f"[{''.join(PROVINCES.values())}{''.join(TOLERATED)}]"
_SUFFIX: Final = "-([1-9][0-9]{0,5})([AXK]?)"
# The dots between the services of one licence are printed by some and left out by others.
_CATEGORY: Final = "[AB][12][.]?(?:[AB][12][.]?)*+"
_NUMBER: Final = re.compile(
    f"(?:({_ANY})ICP(?:备([0-9]{{8}}(?:[0-9]{{2}})?)|证([0-9]{{6}}))号"
    f"|({NATIONWIDE}|{_ANY}|)({_CATEGORY})-([0-9]{{8}}))(?:{_SUFFIX})?"
)
_INSIDE: Final = re.compile(f"(?<![0-9A-Z]){_NUMBER.pattern}(?![0-9A-Z-])")
_PLACE: Final = "(?P<province>[^A-Z0-9-]{0,8})"
_LOOSE: Final = re.compile(
    f"{_PLACE}(?P<mark>ICP[备证])(?P<early>-?)(?P<serial>[0-9]*+)(?P<hao>号?)(?P<suffix>-?[0-9]*+[A-Z]?-?)(?P<late>号?)"
)
_LOOSE_TELECOM: Final = re.compile(
    f"{_PLACE}(?P<mark>{_CATEGORY})(?P<hyphen>-?)(?P<serial>[0-9]++)(?P<suffix>(?:-[0-9]*+[A-Z]?-?)?)(?P<late>号?)"
)
_SERIAL_LENGTHS: Final = {"ICP备": (8, 10), "ICP证": (6,)}
_TELECOM_LENGTHS: Final = (8,)
_RIGHT_SUFFIX: Final = re.compile(f"(?:{_SUFFIX})?")
_LIKELY_SUFFIX: Final = re.compile("-?0*+([1-9][0-9]{0,5}[AXK]?)-?")

_BLANK: Final = re.compile(f"[ {ODD_BLANKS}{LINE_BREAKS}{INVISIBLE}]")
_TYPING: Final = (
    ("blank", _BLANK),
    ("full-width", re.compile("[\uff01-\uff0c\uff0e-\uff5e]")),
    ("dash", re.compile(f"[{DASHES}]")),
    ("lower-case", re.compile("[a-z\uff41-\uff5a]")),
    ("traditional", re.compile("[備證號]")),
)
_TO_PLAIN: Final = str.maketrans({**dict.fromkeys(DASHES, "-"), "備": "备", "證": "证", "號": "号"})
_TO_UPPER: Final = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")


class IcpNumber(NamedTuple):
    """A filing number taken apart.

    Parameters:
        province: abbreviation as printed, such as 浙; for a telecom licence also 合字 or empty (nationwide).
        kind: `filing` (ICP备), `licence` (ICP证) or `telecom` (B2 and the like).
        serial: the digits of the subject or licence: 8 or 10, 6, 8.
        number: the serial number of the site or app, from 1; 0 for the subject itself.
        letter: A for an app, X for a mini-program, K for a quick app, empty for a site.
        category: the services of a telecom licence, such as B2 or A2.B1.B2; otherwise empty.
    """

    province: str
    kind: Kind
    serial: str
    number: int = 0
    letter: str = ""
    category: str = ""


class _Parts(NamedTuple):
    """What was recognised in a number with slips, each part as it was typed."""

    province: str
    mark: str
    serial: str
    suffix: str

    @property
    def is_telecom(self) -> bool:
        return self.mark not in _SERIAL_LENGTHS

    def joined(self) -> str:
        head = f"{self.province}{self.mark}"
        body = f"{head}-{self.serial}" if self.is_telecom else f"{head}{self.serial}号"
        return body + self.suffix


def parse(text: str) -> IcpNumber | None:
    """Take a right filing number apart; None for anything else.

    Parameters:
        text: a filing number without slips; see `normalise` for others.
    """
    found = _NUMBER.fullmatch(text)
    if not found:
        return None
    province, filing, licence, telecom, category, telecom_serial, number, letter = found.groups(default="")
    kind: Kind = "filing" if filing else "licence" if licence else "telecom"
    serial = filing or licence or telecom_serial
    return IcpNumber(province or telecom, kind, serial, int(number or 0), letter, category)


def compose(number: IcpNumber) -> str:
    """Write a filing number as it is printed.

    Parameters:
        number: its parts, as `parse` gives them.
    """
    marks = {"filing": "ICP备", "licence": "ICP证", "telecom": number.category}
    suffix = f"-{number.number}{number.letter}" if number.number else ""
    return _Parts(number.province, marks[number.kind], number.serial, suffix).joined()


def normalise(text: str) -> str | None:
    """The number without the slips that can be repaired safely; None if it is then still wrong.

    Parameters:
        text: a filing number as found in a page footer.
    """
    fix = next((problem.fix for problem in problems(text) if problem.safe and problem.fix), text)
    return fix if parse(fix) else None


def problems(text: str) -> tuple[Problem, ...]:
    """A filing number is written as the authority gave it.

    Safe fix: `blank`, `full-width`, `dash`, `lower-case`, `traditional` (備 證 號), `missing-hao`,
    `hyphen-before-hao`, `superfluous-hao`, `missing-hyphen`, `superfluous-hyphen` (before the digits); only
    suggested while the digits are not as many as they must be. Suggested fix: `suffix`, `extra-text`,
    `unknown-province` (a full name), `tolerated-abbreviation` (川 for 蜀). No fix: `digits`,
    `not-a-filing-number`.

    Parameters:
        text: a filing number as typed or found in a page footer.
    """
    if _NUMBER.fullmatch(text) and text[0] not in TOLERATED:
        return ()
    plain = ascii_width(_BLANK.sub("", text).translate(_TO_PLAIN)).translate(_TO_UPPER)
    found = _LOOSE.fullmatch(plain) or _LOOSE_TELECOM.fullmatch(plain)
    if not found:
        return (_not_alone(plain),)
    parts = _Parts(found["province"], found["mark"], found["serial"], found["suffix"])
    slips = (*_typing_kinds(text), *_sign_kinds(found, parts))
    is_whole = not _digit_problems(parts)
    return (
        *(Problem(kind, facts, parts.joined(), safe=is_whole) for kind, facts in slips),
        *_part_problems(parts),
    )


def _not_alone(plain: str) -> Problem:
    """The number stands among other words, or there is none."""
    numbers = frozenset(found.group() for found in _INSIDE.finditer(plain))
    if len(numbers) == 1:
        return Problem("extra-text", (("length", len(plain)),), next(iter(numbers)))
    looks_like = "public-security-number" if "公网安备" in plain else "several" if numbers else "other"
    return Problem("not-a-filing-number", (("looks_like", looks_like),))


def _typing_kinds(text: str) -> tuple[tuple[str, Facts], ...]:
    places = ((kind, pattern.search(text)) for kind, pattern in _TYPING)
    return tuple((kind, (("position", place.start() + 1),)) for kind, place in places if place)


def _sign_kinds(found: re.Match[str], parts: _Parts) -> tuple[tuple[str, Facts], ...]:
    """Slips with the sign 号 and the hyphen of a licence."""
    late = bool(found["late"])
    kinds: tuple[tuple[str, bool], ...]
    if parts.is_telecom:
        kinds = (("missing-hyphen", not found["hyphen"]), ("superfluous-hao", late))
    else:
        hao = bool(found["hao"])
        kinds = (
            ("missing-hao", not hao and not late),
            ("hyphen-before-hao", late and not hao),
            ("superfluous-hao", late and hao),
            ("superfluous-hyphen", bool(found["early"]) and bool(parts.serial)),
        )
    return tuple((kind, ()) for kind, applies in kinds if applies)


def _part_problems(parts: _Parts) -> tuple[Problem, ...]:
    province = _province(parts)
    suffix = _suffix(parts.suffix)
    best = parts._replace(
        province=parts.province if province is None else province,
        suffix=parts.suffix if suffix is None else suffix,
    ).joined()
    return (
        *_province_problems(parts, best if province is not None else None, province or ""),
        *_digit_problems(parts),
        *_suffix_problems(parts.suffix, best if suffix is not None else None),
    )


def _province(parts: _Parts) -> str | None:
    """The abbreviation that was meant, None if nobody can tell."""
    typed = parts.province
    if typed in PROVINCES.values() or (parts.is_telecom and typed in ("", NATIONWIDE)):
        return typed
    if typed in TOLERATED:
        return TOLERATED[typed]
    named = next((short for name, short in PROVINCES.items() if typed.startswith(name)), None)
    return named or (typed[-1:] if typed[-1:] in PROVINCES.values() else None)


def _province_problems(parts: _Parts, fix: str | None, expected: str) -> tuple[Problem, ...]:
    typed = parts.province
    if expected == typed and fix:
        return ()
    if typed in TOLERATED:
        return (Problem("tolerated-abbreviation", (("found", typed), ("expected", expected)), fix),)
    if expected == typed[-1:] and expected:
        return (Problem("extra-text", (("length", len(typed) - 1),), fix),)
    return (Problem("unknown-province", (("expected", expected),), fix),)


def _digit_problems(parts: _Parts) -> tuple[Problem, ...]:
    lengths = _SERIAL_LENGTHS.get(parts.mark, _TELECOM_LENGTHS)
    if len(parts.serial) in lengths:
        return ()
    expected = " or ".join(map(str, lengths))
    return (Problem("digits", (("count", len(parts.serial)), ("expected", expected))),)


def _suffix(typed: str) -> str | None:
    """The suffix that was meant, None if nobody can tell."""
    if _RIGHT_SUFFIX.fullmatch(typed):
        return typed
    likely = _LIKELY_SUFFIX.fullmatch(typed)
    return f"-{likely[1]}" if likely else "" if typed == "-" else None


def _suffix_problems(typed: str, fix: str | None) -> tuple[Problem, ...]:
    if _RIGHT_SUFFIX.fullmatch(typed):
        return ()
    return (Problem("suffix", (("expected", "-n, -nA, -nX, -nK"),), fix),)

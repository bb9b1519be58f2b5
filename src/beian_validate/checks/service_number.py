"""The service number (备案服务号) that ties a filing to a cloud product.

Alibaba's has the shape of a UUID in lower case; its version and variant digits may be any. Other providers
do not publish the shape of their codes (dossier: sn.ali.format, sn.ali.incomplete, sn.ali.masked_value).
"""

import re
from typing import Final

from beian_validate.checks.credit_code import is_right
from beian_validate.checks.han_variants import DASHES
from beian_validate.checks.problem import Problem
from beian_validate.checks.text import INVISIBLE, LINE_BREAKS, ODD_BLANKS, ascii_width, code_point, is_plain

LENGTH: Final = 36
_GROUPS: Final = (8, 4, 4, 4, 12)
_DIGITS: Final = sum(_GROUPS)
_MANY_WRONG: Final = 4

_NUMBER: Final = "[0-9a-f]{8}+-[0-9a-f]{4}+-[0-9a-f]{4}+-[0-9a-f]{4}+-[0-9a-f]{12}+"
_is_right: Final = re.compile(_NUMBER).fullmatch
_INSIDE: Final = re.compile(f"(?<![0-9A-Za-z-]){_NUMBER}(?![0-9A-Za-z-])")

_BLANK: Final = re.compile(f"[ {ODD_BLANKS}{LINE_BREAKS}{INVISIBLE}]")
_DASH: Final = re.compile(f"[{DASHES}]")
_FULL_WIDTH: Final = re.compile("[\uff01-\uff0c\uff0e-\uff5e]")
_UPPER_CASE: Final = re.compile("[A-F]")
_WRONG: Final = re.compile("[^0-9a-f*-]")
_SHAPE: Final = re.compile("[^-]{8}-[^-]{4}-[^-]{4}-[^-]{4}-[^-]{12}")
_LIKELY: Final = {"O": "0", "o": "0", "l": "1", "I": "1", "_": "-"}
_TO_LIKELY: Final = str.maketrans(_LIKELY)
_TO_HYPHEN: Final = str.maketrans(dict.fromkeys(DASHES, "-"))
_TO_LOWER: Final = str.maketrans("ABCDEF", "abcdef")

_ELSE: Final = (
    ("public-security-number", re.compile("公网安备")),
    (
        "icp-number",
        re.compile("(?i:ICP)[备備证證]|^(?:合字|[^ -~])?(?i:[AB])[12]-[0-9]{8}(?:-[0-9]{1,6}[A-Za-z]?)?$"),
    ),
    ("email-address", re.compile(r"^[^@]++@[^@]++$")),
    ("url", re.compile("^(?i:https?)://")),
    ("ip-address", re.compile(r"^[0-9]{1,3}(?:\.[0-9]{1,3}){3}$|^(?=.*::)[0-9A-Fa-f:]{3,39}$")),
    ("domain", re.compile(r"^[^.@/]++(?:\.[^.@/]++)*\.[A-Za-z]{2,}$")),
    ("instance-id", re.compile("^(?:i|ins|lb|lhins|eip|ecs|swas|vm|uhost)-[0-9A-Za-z]{6,}$")),
    ("phone", re.compile(r"^(?:\+?86-?)?1[3-9][0-9]{9}$|^0[0-9]{2,3}-[0-9]{7,8}$")),
    ("credit-code", re.compile("^(?=.*[G-Zg-z])[0-9A-Za-z]{18}$")),
)

# Providers that give out codes whose shape is not published, and one that gives out none (sn.uc.quota).
_UNPUBLISHED: Final = frozenset({"tencent", "huawei", "baidu"})
_WITHOUT_CODES: Final = frozenset({"ucloud"})


def normalise(text: str) -> str:
    """The number with plain hyphens, in ASCII and lower case, without blanks; wrong characters stay.

    Parameters:
        text: a service number as typed.
    """
    return text if _is_right(text) else ascii_width(_BLANK.sub("", text).translate(_TO_HYPHEN)).translate(_TO_LOWER)


def problems(text: str) -> tuple[Problem, ...]:
    """Alibaba's service number is 36 characters: lower-case hexadecimal in groups of 8-4-4-4-12.

    Safe fix: `inner-blank` (invisible characters too), `edge-blank`, `typographic-dash`, `full-width`,
    `upper-case`. Suggested fix: `wrong-character` (O for 0, l for 1), `wrong-groups` of 32 digits, `too-long`
    when one number stands among other words. No fix: `masked`, `cut-off`, `not-a-service-number`.
    All safe fixes are the same value, and so are all suggested ones.

    Parameters:
        text: a service number as typed.
    """
    if _is_right(text):
        return ()
    number = normalise(text)
    whole = frozenset(_INSIDE.findall(number)) if len(number) > LENGTH else frozenset()
    if whole:
        fix = next(iter(whole)) if len(whole) == 1 else None
        return (_too_long(number, fix),)
    looks_like = _something_else(number)
    if looks_like:
        return (_masked(number) if "*" in number else _not_a_number(looks_like),)
    best = _regrouped(number.translate(_TO_LIKELY))
    return (
        *_typing_problems(text, number),
        *_wrong_characters(text, best),
        *_structure_problems(number, best),
    )


def code_problems(provider: str, text: str) -> tuple[Problem, ...]:
    """A code fits the provider it is used with.

    Kind `provider-shape` (no fix; facts `provider` and `looks_like`: what was typed instead, `masked`, or
    `no-code` for a provider without codes). Alibaba's numbers are judged by `problems`; unknown: no problem.

    Parameters:
        provider: slug of the access provider, such as `tencent`.
        text: the authorisation code as typed.
    """
    if provider == "aliyun":
        return problems(text)
    if provider in _WITHOUT_CODES:
        found = "no-code" if text else ""
    elif provider in _UNPUBLISHED:
        found = "masked" if "*" in text else _looks_like(text)
    else:
        found = ""
    return (Problem("provider-shape", (("provider", provider), ("looks_like", found))),) if found else ()


def _something_else(number: str) -> str:
    """What a text is that was never a service number, or nothing if it is one with slips."""
    wrong = _WRONG.findall(number)
    unlikely = sum(character not in _LIKELY for character in wrong)
    if unlikely > _MANY_WRONG or 2 * len(wrong) > len(number):
        return _looks_like(number) or "other"
    return "" if _SHAPE.fullmatch(number) else _looks_like(number)


def _looks_like(text: str) -> str:
    """What else the text is, or nothing."""
    plain = text if is_plain(text) else ascii_width(_BLANK.sub("", text))
    kind = next((kind for kind, pattern in _ELSE if pattern.search(plain)), "")
    return "" if kind == "credit-code" and not is_right(plain.upper()) else kind


def _typing_problems(text: str, number: str) -> tuple[Problem, ...]:
    """Slips of the keyboard and the clipboard, which never change the meaning."""
    core = _without_outer_blanks(text)
    start = text.find(core)
    shown = ascii_width(text)
    places = (
        ("edge-blank", 1 if start else len(core) + 1 if len(core) < len(text) else 0),
        ("inner-blank", _place(_BLANK, core) and start + _place(_BLANK, core)),
        ("typographic-dash", _place(_DASH, text)),
        ("full-width", _place(_FULL_WIDTH, text)),
        ("upper-case", _place(_UPPER_CASE, shown)),
    )
    return tuple(Problem(kind, (("position", place),), number, safe=True) for kind, place in places if place)


def _wrong_characters(text: str, best: str) -> tuple[Problem, ...]:
    """Every character that is no hexadecimal digit, each kind of character once."""
    shown = ascii_width(text.translate(_TO_HYPHEN)).translate(_TO_LOWER)
    found: dict[str, list[int]] = {}
    for index, character in enumerate(shown):
        if _WRONG.match(character) and not _BLANK.match(character):
            found.setdefault(character, []).append(index + 1)
    return tuple(
        Problem(
            "wrong-character",
            (
                ("character", character if character.isprintable() else ""),
                ("code_point", code_point(character)),
                ("position", places[0]),
                ("count", len(places)),
                ("likely", _LIKELY.get(character, "")),
            ),
            best if character in _LIKELY else None,
        )
        for character, places in found.items()
    )


def _structure_problems(number: str, best: str) -> tuple[Problem, ...]:
    """The number is masked, too short, too long or divided in wrong groups: one of these."""
    if "*" in number:
        return (_masked(number),)
    groups = tuple(len(group) for group in number.replace("_", "-").split("-"))
    if groups == _GROUPS:
        return ()
    digits = sum(groups)
    if digits < _DIGITS and (_begins(groups, _GROUPS) or _begins(groups[::-1], _GROUPS[::-1])):
        return (Problem("cut-off", (("length", len(number)), ("expected", LENGTH))),)
    if digits > _DIGITS and (len(groups) == 1 or _longer(groups) or _longer(groups[::-1], _GROUPS[::-1])):
        return (_too_long(number, None),)
    fix = best if digits == _DIGITS else None
    shape = "-".join(map(str, groups[: len(_GROUPS) + 3]))
    return (Problem("wrong-groups", (("groups", shape), ("expected", "8-4-4-4-12"), ("digits", digits)), fix),)


def _not_a_number(looks_like: str) -> Problem:
    return Problem("not-a-service-number", (("looks_like", looks_like),))


def _masked(number: str) -> Problem:
    return Problem("masked", (("position", number.index("*") + 1), ("count", number.count("*"))))


def _too_long(number: str, fix: str | None) -> Problem:
    return Problem("too-long", (("length", len(number)), ("expected", LENGTH)), fix)


def _begins(groups: tuple[int, ...], right: tuple[int, ...]) -> bool:
    """Whether the groups are the beginning of the right ones, the last of them perhaps too short."""
    last = len(groups) - 1
    return groups[:last] == right[:last] and last < len(right) and groups[last] <= right[last]


def _longer(groups: tuple[int, ...], right: tuple[int, ...] = _GROUPS) -> bool:
    """Whether the right groups come first and more follows them."""
    last = len(right) - 1
    return groups[:last] == right[:last] and len(groups) > last and groups[last] >= right[last]


def _regrouped(number: str) -> str:
    """The hyphens in their places, if there are as many digits as there must be."""
    digits = number.replace("-", "")
    if len(digits) != _DIGITS or "*" in number:
        return number
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def _place(pattern: re.Pattern[str], text: str) -> int:
    """The position of the first match, or 0."""
    found = pattern.search(text)
    return found.start() + 1 if found else 0


def _without_outer_blanks(text: str) -> str:
    return text.strip(f" {ODD_BLANKS}{LINE_BREAKS}")

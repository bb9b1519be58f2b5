"""E-mail addresses, by their shape alone; nothing is asked of the network.

Source: dossier ct.email (usual limit of forms 64 characters) and form_fields (128 in the ministry's format). A
plus sign, sub-domains and Chinese domain names are right.
"""

import re
from typing import Final

from beian_validate.checks.problem import Facts, Problem
from beian_validate.checks.text import INVISIBLE, LINE_BREAKS, ODD_BLANKS, ascii_width

MAXIMUM: Final = 128
USUAL_MAXIMUM: Final = 64
_LOCAL_MAXIMUM: Final = 64

_ATOM: Final = "[A-Za-z0-9!#$%&'+/=?^_`{|}~-]++"
_LABEL: Final = r"(?!-)(?:[A-Za-z0-9-]|[\u3400-\u9fff\U00020000-\U0003ffff]){1,63}+(?<!-)"
_LOCAL: Final = re.compile(rf"{_ATOM}(?:\.{_ATOM})*+")
_DOMAIN: Final = re.compile(rf"{_LABEL}(?:\.{_LABEL})++")
# Nearly all addresses are of this form; only their length and the provider remain to be judged.
_usual: Final = re.compile(rf"{_ATOM}(?:\.{_ATOM})*+@((?:[a-z0-9]++(?:-++[a-z0-9]++)*+\.)++[a-z]{{2,}})").fullmatch
_BLANK: Final = re.compile(f"[ {ODD_BLANKS}{LINE_BREAKS}{INVISIBLE}]")
_FULL_WIDTH: Final = re.compile("[\uff01-\uff5e]|(?<=[^@])。(?=[^@]*\\Z)")
_TRAILING: Final = re.compile("[.,;:!?、。，；：！？|>)）》”’\"']++\\Z")
_DIVIDER: Final = re.compile("[;,、，；/|]")

# What is typed for the great providers; each wrong domain belongs to nobody a filing would name.
_LIKELY: Final = {
    wrong: right
    for right, wrongs in (
        ("gmail.com", "gmial.com gmai.com gamil.com gmali.com gnail.com gmail.con gmail.cm gmail.co gmaill.com"),
        ("qq.com", "qq.con qq.cm qq.co qq.vom qq.comm qqq.com qq.om"),
        ("foxmail.com", "foxmial.com foxmai.com foxmail.con foxmali.com"),
        ("163.com", "163.con 163.cm 163.co 163.vom 163.comm"),
        ("126.com", "126.con 126.cm 126.co 126.comm"),
        ("sina.com", "sian.com sina.con"),
        ("hotmail.com", "hotmial.com hotmai.com hotmail.con hotmali.com"),
        ("outlook.com", "outlok.com outloo.com outlook.con outlool.com"),
        ("aliyun.com", "aliyum.com aliyun.con"),
    )
    for wrong in wrongs.split()
}


def problems(text: str) -> tuple[Problem, ...]:
    """An e-mail address is a name, an at sign and a domain with a dot.

    Safe fix: `full-width` (。 in the domain too), `blank` (suggested only, when it stands inside). Suggested fix:
    `trailing-punctuation`, `likely-typo` (material for advice). No fix: `missing-at`, `several`, `masked`,
    `local-part`, `domain-part`, `length` (over 128, or a name over 64), `long` (over 64, which many forms
    refuse). Facts: `position`, `length`, `maximum`, `count`, `expected`.

    Parameters:
        text: an e-mail address as typed.
    """
    usual = _usual(text)
    if usual and len(text) <= USUAL_MAXIMUM and usual[1] not in _LIKELY:
        return ()
    local, _, domain = text.rpartition("@")
    if _is_right(local, domain):
        return (*_length_problems(text, local), *_typo(local, domain))
    slips = _slips(text)
    plain = normalise(text)
    local, at, domain = plain.rpartition("@")
    return (*slips, *(() if _is_right(local, domain) else _shape_problems(plain, local, at, domain)))


def normalise(text: str) -> str:
    """The address in ASCII width, without blanks and without punctuation after its end.

    Parameters:
        text: an e-mail address as typed.
    """
    local, at, domain = ascii_width(_BLANK.sub("", text)).rpartition("@")
    return _TRAILING.sub("", f"{local}{at}{domain.replace('。', '.') if at else domain}")


def _is_right(local: str, domain: str) -> bool:
    return _LOCAL.fullmatch(local) is not None and _is_right_domain(domain)


def _is_right_domain(domain: str) -> bool:
    return _DOMAIN.fullmatch(domain) is not None and not domain.rpartition(".")[2].isdecimal()


def _length_problems(text: str, local: str) -> tuple[Problem, ...]:
    for size, maximum in ((len(text), MAXIMUM), (len(local), _LOCAL_MAXIMUM)):
        if size > maximum:
            return (Problem("length", (("length", size), ("maximum", maximum))),)
    if len(text) > USUAL_MAXIMUM:
        return (Problem("long", (("length", len(text)), ("maximum", USUAL_MAXIMUM))),)
    return ()


def _typo(local: str, domain: str) -> tuple[Problem, ...]:
    expected = _LIKELY.get(domain.lower())
    return (Problem("likely-typo", (("expected", expected),), f"{local}@{expected}"),) if expected else ()


def _slips(text: str) -> tuple[Problem, ...]:
    """Habits of typing that can be repaired; their fix is the same value."""
    fix = normalise(text)
    local, _, domain = fix.rpartition("@")
    if not _is_right(local, domain) or _DIVIDER.search(ascii_width(text.strip())[:-1]):
        return ()
    inner = _BLANK.search(text.strip()) is not None
    ends = _TRAILING.search(ascii_width(_BLANK.sub("", text)).replace("。", "."))
    found: tuple[tuple[str, re.Match[str] | None, bool], ...] = (
        ("full-width", _FULL_WIDTH.search(text), not ends),
        ("blank", _BLANK.search(text), not inner and not ends),
        ("trailing-punctuation", ends, False),
    )
    return tuple(Problem(kind, _place(place), fix, safe) for kind, place, safe in found if place)


def _shape_problems(plain: str, local: str, at: str, domain: str) -> tuple[Problem, ...]:
    if "*" in plain:
        return (Problem("masked", (("position", plain.index("*") + 1),)),)
    if not at:
        return (Problem("missing-at"),)
    if plain.count("@") > 1:
        return (Problem("several", (("count", plain.count("@")),)),)
    parts = (("local-part", _LOCAL.fullmatch(local)), ("domain-part", _is_right_domain(domain)))
    return tuple(Problem(kind) for kind, right in parts if not right)


def _place(found: re.Match[str]) -> Facts:
    return (("position", found.start() + 1),)

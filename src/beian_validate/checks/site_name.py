"""The form of a site name: length, script and symbols; what words it may hold is a matter of tables.

Sources: the naming rules of several access providers (dossier: name.min_length_3 to name.no_special_symbols).
"""

import re
from typing import Final

from beian_validate.checks.problem import Problem
from beian_validate.checks.text import ascii_width

SHORTEST: Final = 3
LONGEST: Final = 30
"""Characters; one console takes no more, no national limit was found."""

_HAN: Final = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_RIGHT: Final = re.compile(f"(?=(?:[^{_HAN}]*[{_HAN}]){{3}})[{_HAN}A-Za-z0-9]{{3,30}}")
_EACH_HAN: Final = re.compile(f"[{_HAN}]")
_UNIT: Final = re.compile(f"[{_HAN}A-Za-z0-9]")
_SUFFIXES: Final = (
    "com|cn|net|org|gov|edu|top|xyz|cc|vip|shop|site|info|biz|tv|io|me|club|online|ltd|fun|store|ink|pro|tech|wang|link|"
    "app|dev|cloud|ai|co|ren|group|work|asia|mobi|name|red|kim|love|live|art|icu|中国|网络|公司|网址|在线|集团"
)
_DOMAIN: Final = re.compile(
    f"https?:|www\\.|[a-z0-9{_HAN}-](?:\\.|。)(?:{_SUFFIXES})(?![a-z0-9])", re.IGNORECASE | re.ASCII
)
_ALMOST_DOMAIN: Final = re.compile(f"[{_HAN}](?:点|dot)?(?:com|cn|net|org)(?:网|官网|网站)?\\Z", re.IGNORECASE)
_TOLERATED: Final = frozenset("()（）-·")
_TIGHT: Final = re.compile(r"\s+")
_EMOJI: Final = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff]")


def problems(name: str) -> tuple[Problem, ...]:
    """A site name has three Chinese characters or more and no symbols.

    Of the kinds about script only the first is told: `domain`, `digits-only`, `latin-only`, `without-chinese`,
    `too-short` (facts `length`, `expected`), `few-chinese` (three units, but fewer Chinese characters: counted
    differently by different providers). Beside them: `emoji`, `symbol` (facts `symbol`, `position`, `count`),
    `tolerated-symbol` (brackets and hyphens, which some providers take), `too-long`, `almost-domain` (a suffix
    without its dot). Full-width letters and digits count as letters and digits. A blank name has no problem here,
    it is missing.

    Parameters:
        name: the name of a website or app.
    """
    almost = (Problem("almost-domain"),) if _ALMOST_DOMAIN.search(name) else ()
    if _RIGHT.fullmatch(name) or not name.strip():
        return almost
    narrow = ascii_width(name)
    if _DOMAIN.search(narrow):
        return (Problem("domain"),)
    script = _script_problems(narrow)
    if script and script[0].kind in ("digits-only", "latin-only"):
        return script
    return (*script, *_symbol_problems(name), *_length_problems(name), *almost)


def _script_problems(name: str) -> tuple[Problem, ...]:
    plain = _TIGHT.sub("", name)
    chinese, units = len(_EACH_HAN.findall(plain)), len(_UNIT.findall(plain))
    if plain.isascii() and plain.isdigit():
        return (Problem("digits-only"),)
    if plain.isascii() and plain.isalpha():
        return (Problem("latin-only"),)
    if plain and not chinese:
        return (Problem("without-chinese"),)
    if units < SHORTEST:
        return (Problem("too-short", (("length", units), ("expected", SHORTEST))),)
    return (Problem("few-chinese", (("length", chinese), ("expected", SHORTEST))),) if chinese < SHORTEST else ()


def _symbol_problems(name: str) -> tuple[Problem, ...]:
    found: dict[str, list[tuple[int, str]]] = {}
    for position, mark in enumerate(name, 1):
        if mark != " " and mark.isprintable() and not _UNIT.match(mark):
            found.setdefault(_kind_of_symbol(mark), []).append((position, mark))
    return tuple(
        Problem(kind, (("symbol", places[0][1]), ("position", places[0][0]), ("count", len(places))))
        for kind, places in sorted(found.items())
    )


def _kind_of_symbol(mark: str) -> str:
    return "tolerated-symbol" if mark in _TOLERATED else "emoji" if _EMOJI.match(mark) else "symbol"


def _length_problems(name: str) -> tuple[Problem, ...]:
    return (Problem("too-long", (("length", len(name)), ("limit", LONGEST))),) if len(name) > LONGEST else ()

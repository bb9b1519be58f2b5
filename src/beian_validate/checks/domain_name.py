"""Domain names: the registrable domain alone, in ASCII or as a Chinese domain name.

A website is filed under its registered domain, without scheme, `www.`, path or sub-domain (dossier:
dom.apex_only, dom.no_www, dom.syntax, dom.idn). Under gov.cn sub-domains are filed too (dom.gov_second_level).
"""

import re
from typing import Final

from beian_validate.checks.domain_label import A_LABEL, LABEL_MAXIMUM, fault, is_label_letter, odd_index, to_ascii
from beian_validate.checks.domain_suffix import (
    has_known_levels,
    is_approved_suffix,
    is_registrable,
    registrable,
    suffix,
    table_date,
)
from beian_validate.checks.problem import Facts, Problem
from beian_validate.checks.text import INVISIBLE, LINE_BREAKS, ODD_BLANKS, ascii_width, is_plain

__all__ = [
    "LABEL_MAXIMUM",
    "MAXIMUM",
    "foreign_letter",
    "is_approved_suffix",
    "normalise",
    "problems",
    "registrable",
    "suffix",
    "table_date",
    "to_ascii",
]

MAXIMUM: Final = 253
_LONGEST_TYPED: Final = 2048

_is_ascii: Final = re.compile(r"(?:[a-z0-9][a-z0-9-]{0,62}+(?<!-)\.){1,3}+[a-z]{2,63}+").fullmatch
_DOTS: Final = "。．｡"
_TO_PLAIN: Final = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ" + _DOTS, "abcdefghijklmnopqrstuvwxyz" + "." * len(_DOTS))
_FULL_WIDTH: Final = re.compile("[\uff01-\uff5e]")
_IDEOGRAPHIC_DOT: Final = re.compile("[。｡]")
_UPPER_CASE: Final = re.compile("[A-Z\uff21-\uff3a]")
_BLANKS: Final = f" {ODD_BLANKS}{LINE_BREAKS}"
_BLANK: Final = re.compile(f"[{_BLANKS}{INVISIBLE}]")
_COMMA: Final = re.compile("[,，、]")
_DIVIDER: Final = re.compile(f"[;,、|{_BLANKS}]++")

# Labels at which registries give out names; before another suffix they show that the suffix was mistyped.
_USUAL_SUFFIXES: Final = frozenset(("com", "net", "org", "cn", "gov", "edu"))

_SCHEME: Final = re.compile("(?:(?:https?|ftp|wss?)(?::/*+|/++)|[a-z]{2,10}+://|//)++")
_PATH: Final = re.compile(r"[/\\?#]")
_PORT: Final = re.compile(r":[0-9]{0,5}\Z")
_IP: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}|\[[0-9a-f:.]{2,45}\]|(?=[^:]*:[^:]*:)[0-9a-f:.]{2,45}")


def problems(text: str) -> tuple[Problem, ...]:
    """A domain of a filing is a registrable domain and nothing else.

    Safe fix: `upper-case`, `full-width`, `ideographic-dot` (。 for the dot), `blank` (suggested, when it stands
    inside), `trailing-dot`. Suggested fix: `url` (fact `part`: scheme, path or port), `comma` (in place of the
    dot), `wildcard`, `www`, `sub-domain` (fact `registrable`; never under gov.cn). No fix: `several`, `email`,
    `ip-address`, `label` (facts `position`, `reason`: empty, too-long, hyphen, underscore, character, punycode,
    idna), `length` (over 253), `no-suffix`, `suffix-only`, `mistyped-suffix` (fact `suffix`, such as cn.com).

    Parameters:
        text: a domain name as typed.
    """
    if _is_ascii(text) and A_LABEL not in text and is_registrable(text):
        return ()
    if len(text) > _LONGEST_TYPED:
        return (_too_long(len(text)),)
    pieces = [piece for piece in _DIVIDER.split(ascii_width(text)) if "." in piece.translate(_TO_PLAIN)[1:-1]]
    if len(pieces) > 1:
        return (Problem("several", (("count", len(pieces)),)),)
    plain = normalise(text)
    dotted = _COMMA.sub(".", plain)
    if dotted != plain and registrable(dotted) == dotted and not _name_problems(dotted):
        return (Problem("comma", _place(_COMMA.search(text).start()), dotted),)  # type: ignore[union-attr]
    return (*_slips(text, plain), *_plain_problems(plain))


def normalise(text: str) -> str:
    """The name in ASCII width and lower case, with plain dots and without blanks.

    Parameters:
        text: a domain name as typed.
    """
    return text.lower() if is_plain(text) else ascii_width(_BLANK.sub("", text)).translate(_TO_PLAIN)


def foreign_letter(text: str) -> int:
    """The position, from 1, of the first letter that is neither Latin without marks nor Han; 0 if there is none.

    Parameters:
        text: a domain name in which `problems` finds nothing.
    """
    if text.isascii():
        return 0
    plain = normalise(text)
    return next((index for index, mark in enumerate(plain, 1) if mark != "." and not is_label_letter(mark)), 0)


def _slips(text: str, plain: str) -> tuple[Problem, ...]:
    inner = _BLANK.search(text.strip()) is not None
    found = (
        ("full-width", _FULL_WIDTH.search(text)),
        ("ideographic-dot", _IDEOGRAPHIC_DOT.search(text)),
        ("blank", _BLANK.search(text)),
        ("upper-case", _UPPER_CASE.search(text)),
    )
    return tuple(Problem(kind, _place(place.start()), plain, not inner) for kind, place in found if place)


def _plain_problems(plain: str) -> tuple[Problem, ...]:
    host = _host(plain)
    if _IP.fullmatch(plain) or _IP.fullmatch(host):
        return (Problem("ip-address"),)
    if host != plain:
        rest = _host_problems(host)
        url = Problem("url", (("part", _part(plain)),), host)
        if len(rest) == 1 and rest[0].fix is not None:
            return (url._replace(fix=rest[0].fix),)  # one slip: the address was copied from the browser
        return (url._replace(fix=None), *rest) if rest else (url,)
    return (Problem("email"),) if "@" in plain else _host_problems(host)


def _host(plain: str) -> str:
    return _PORT.sub("", _PATH.split(_SCHEME.sub("", plain, count=1) if _SCHEME.match(plain) else plain, maxsplit=1)[0])


def _part(plain: str) -> str:
    if _SCHEME.match(plain):
        return "scheme"
    return "path" if _PATH.search(plain) else "port"


def _host_problems(host: str) -> tuple[Problem, ...]:
    """What is wrong with a name from which scheme, port and path are taken away."""
    if host.startswith("*."):
        return (Problem("wildcard", (), host.lstrip("*.")),)
    name = host.rstrip(".") if host[:1] != "." else host
    dot = (Problem("trailing-dot", _place(len(name)), name, safe=True),) if name != host else ()
    return (*dot, *_name_problems(name))


def _name_problems(name: str) -> tuple[Problem, ...]:
    labels = name.split(".")
    start = 0
    for label in labels:
        reason = fault(label)
        if reason:
            odd = odd_index(label) if reason in ("character", "underscore") else 0
            return (Problem("label", (*_place(start + max(odd, 0)), ("reason", reason))),)
        start += len(label) + 1
    size = len(to_ascii(name))
    if size > MAXIMUM:
        return (_too_long(size),)
    if len(labels) == 1 or labels[-1].isdecimal():
        return (Problem("no-suffix"),)
    return _level_problems(name)


def _level_problems(name: str) -> tuple[Problem, ...]:
    """One label stands before the suffix, neither more nor less."""
    domain = registrable(name)
    if domain == name:
        return ()
    if not domain:
        return (Problem("suffix-only", (("suffix", suffix(name)),)),)
    if is_approved_suffix(suffix(name)) and domain.partition(".")[0] in _USUAL_SUFFIXES and name != f"www.{domain}":
        return (Problem("mistyped-suffix", (("suffix", domain),)),)
    if name == f"www.{domain}":
        return (Problem("www", (), domain),)
    if suffix(name) == "gov.cn" or not has_known_levels(name):
        return ()
    return (Problem("sub-domain", (("registrable", domain),), domain),)


def _too_long(size: int) -> Problem:
    return Problem("length", (("length", size), ("maximum", MAXIMUM)))


def _place(index: int) -> Facts:
    return (("position", index + 1),)

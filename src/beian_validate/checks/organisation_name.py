"""The name of an organisation, as far as its text alone can be judged.

Source: dossier form_fields unit_name (at most 128 characters, the full name of the certificate, no domain or number
in its place). Latin letters, digits and brackets inside a name are right, as many licences have them.
"""

import re
from typing import Final

from beian_validate.checks.problem import Problem
from beian_validate.checks.text import ascii_width

MINIMUM: Final = 2
MAXIMUM: Final = 128

# Such a name has neither the point nor the colon without which nothing is a domain, a URL or an address.
_is_right: Final = re.compile(
    f"[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9（）()]{{{MINIMUM - 1},{MAXIMUM - 1}}}+"
).fullmatch
_HAN: Final = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LETTER: Final = re.compile("[^\\W\\d_]")
_URL: Final = re.compile("https?://|www\\.", re.IGNORECASE)
_DOMAIN: Final = re.compile("(?:[A-Za-z0-9-]++\\.)++[A-Za-z]{2,}")
_EMAIL: Final = re.compile("[^@ ]++@[^@ ]++")
_CREDIT_CODE: Final = re.compile("(?=[A-Z]*[0-9])[0-9A-Z]{18}", re.IGNORECASE)
_COMPANY_END: Final = re.compile(r"\b(?:ltd|inc|co|corp|llc|gmbh|s\.a|b\.v)\.?\Z", re.IGNORECASE)


def problems(text: str) -> tuple[Problem, ...]:
    """An organisation's name is a name, not a number, a code or an address.

    One kind, without fix: `length` (over 128; facts `length`, `maximum`), `too-short` (under 2), `digits-only`,
    `number-like` (a credit code), `email`, `domain` (a domain or URL), `no-letter` (only marks), `no-han` (only
    foreign letters: right for an overseas institution, material for advice).

    Parameters:
        text: a name as typed.
    """
    if _is_right(text):
        return ()
    plain = ascii_width(text).strip()
    if len(plain) > MAXIMUM:
        return (Problem("length", (("length", len(plain)), ("maximum", MAXIMUM))),)
    if len(plain) < MINIMUM:
        return (Problem("too-short", (("length", len(plain)), ("minimum", MINIMUM))),)
    kind = "domain" if _URL.search(plain) else "" if _HAN.search(plain) else _foreign_kind(plain)
    return (Problem(kind),) if kind else ()


def _foreign_kind(plain: str) -> str:
    """What a text without Chinese characters is."""
    if plain.isdecimal():
        return "digits-only"
    if _CREDIT_CODE.fullmatch(plain):
        return "number-like"
    if _EMAIL.fullmatch(plain):
        return "email"
    if _DOMAIN.fullmatch(plain) and not _COMPANY_END.search(plain):
        return "domain"
    return "no-han" if _LETTER.search(plain) else "no-letter"

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
BESIDE: Final = frozenset({"label", "note", "trailing", "several", "pattern"})
"""Kinds of problems of a text that has a name in it, or the sample of one."""

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
# What the licence says elsewhere, or what somebody wrote beside the name; a way of partnership is part of it.
_NOTE: Final = re.compile(
    "[（(](?P<note>曾用名|原名|原：|已?更名|盖章|公章|加盖|[正副]本|复印件|自然人|非自然人|法人独资|法定代表人)[^（）()]*[）)]$"
    "|(?P<label>(?:法人|法定代表人|负责人|经营者|联系人|联系电话|电话)[:：])"
)
_PATTERN: Final = re.compile("某某|(?:[Xx]{2,}+|×{2,}+)(?=有限|公司|科技|商贸|贸易|集团|[省市县区镇])")
_LABEL: Final = re.compile("(?:主办(?:单位|者)|单位|公司|企业|机构)?(?:名称|全称)?(?<=.)[:：] *")
_AFTER_THE_KIND: Final = re.compile(
    "(?:股份|有限|责任|公司|集团|[分总]院|[东西南北]院区|官方网站|官网|网站|[（(][^（）()]*[）)])++$"
)
_DIVIDER: Final = re.compile("[/／;；|｜]")
_TRAILING: Final = re.compile("(?<=[一-鿿）)])[。.,，、;；:：!！]+$")


def problems(text: str) -> tuple[Problem, ...]:
    """An organisation's name is a name, not a number, a code or an address.

    One kind, without fix: `length` (over 128; facts `length`, `maximum`), `too-short` (under 2), `digits-only`,
    `number-like` (a credit code), `email`, `domain` (a domain or URL), `no-letter` (only marks), `no-han` (only
    foreign letters: right for an overseas institution, material for advice), `pattern` (某某, XX), `several` (two
    names and a divider). With a suggested fix and the fact `word`: `label` (单位名称：), `note` (（副本）, 法人：…),
    `trailing` (a full stop).

    Parameters:
        text: a name as typed.
    """
    if _is_right(text) and not (_NOTE.search(text) or _PATTERN.search(text)):
        return ()
    plain = ascii_width(text).strip()
    if len(plain) > MAXIMUM:
        return (Problem("length", (("length", len(plain)), ("maximum", MAXIMUM))),)
    if len(plain) < MINIMUM:
        return (Problem("too-short", (("length", len(plain)), ("minimum", MINIMUM))),)
    if _URL.search(plain):
        return (Problem("domain"),)
    if _HAN.search(plain):
        return _beside_the_name(text.strip())
    return (Problem(_foreign_kind(plain)),)


def is_called(name: str, word: str) -> bool:
    """Whether a word says what a body is: it ends the name, but for its legal form, its branch and what is in brackets.

    Parameters:
        name: the name of an organisation or of its website.
        word: such as 医院.
    """
    return _AFTER_THE_KIND.sub("", name).endswith(word)


def is_none(text: str) -> bool:
    """Whether a text is no name at all; a name with something beside it is one."""
    return any(problem.kind not in BESIDE for problem in problems(text))


def _beside_the_name(text: str) -> tuple[Problem, ...]:
    """What stands in the field besides one name, or instead of one."""
    if _PATTERN.search(text):
        return (Problem("pattern"),)
    label = _LABEL.match(text)
    if label:
        return (Problem("label", (("word", label[0].rstrip()),), text[label.end() :]),)
    note = _NOTE.search(text)
    if note:
        return (Problem("note", (("word", note["note"] or note["label"]),), text[: note.start()].strip()),)
    if _DIVIDER.search(text.rstrip(";；")):
        return (Problem("several"),)
    end = _TRAILING.search(text)
    return (Problem("trailing", (("word", end[0]),), text[: end.start()]),) if end else ()


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

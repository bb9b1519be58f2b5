"""How two spellings of one name are compared."""

import unicodedata

from beian_validate.checks.brackets import problems as bracket_problems
from beian_validate.checks.text import clean
from beian_validate.checks.typed_number import plain

_BLANK_OR_BRACKET = frozenset(" ()[]{}<>")
_ROUND = str.maketrans("([{<［｛＜【〔〈", "（" * 10) | str.maketrans(")]}>］｝＞】〕〉", "）" * 10)


def told_elsewhere(one: str, other: str) -> bool:
    """Whether two names differ only in brackets, outer or odd blanks or invisible characters, which have articles."""
    seen = [clean(name) for name in (one, other)]
    has_article = seen != [one, other] or bracket_problems(one) or bracket_problems(other)
    return bool(has_article) and seen[0].translate(_ROUND) == seen[1].translate(_ROUND)


def same_but_spelling(one: str, other: str) -> bool:
    """Whether two names differ only in width, blanks, letter case, invisible characters or the shape of brackets."""
    return one == other or folded(one) == folded(other)


def same_number(one: str, other: str) -> bool:
    """Whether two numbers differ only in how they are typed, which has articles of its own."""
    return one == other or plain(one) == plain(other)


def first_difference(one: str, other: str) -> int:
    """The position, counted from 1, at which two different texts part."""
    pairs = zip(one, other, strict=False)
    return next((index for index, (a, b) in enumerate(pairs, 1) if a != b), min(len(one), len(other)) + 1)


def folded(name: str) -> str:
    """A text by which two spellings of one name compare equal."""
    if name.isalnum():
        return name.lower() if name.isascii() else unicodedata.normalize("NFKC", name).casefold()
    if name.isascii() and name.isprintable() and _BLANK_OR_BRACKET.isdisjoint(name):
        return name.lower()
    visible = clean(name, single_line=False).translate(_ROUND)
    return "".join(unicodedata.normalize("NFKC", visible).casefold().split())

"""How two spellings of one name are compared."""

import unicodedata

from beian_validate.checks.brackets import problems as bracket_problems

_ROUND = str.maketrans("([{<［｛＜【〔〈", "（" * 10) | str.maketrans(")]}>］｝＞】〕〉", "）" * 10)


def same_but_brackets(one: str, other: str) -> bool:
    """Whether two names differ only in the shape of brackets, which the bracket articles report."""
    return one.translate(_ROUND) == other.translate(_ROUND) and bool(bracket_problems(one) or bracket_problems(other))


def same_but_spelling(one: str, other: str) -> bool:
    """Whether two names differ only in width, blanks, letter case or the shape of brackets."""
    return one == other or _folded(one) == _folded(other)


def first_difference(one: str, other: str) -> int:
    """The position, counted from 1, at which two different texts part."""
    pairs = zip(one, other, strict=False)
    return next((index for index, (a, b) in enumerate(pairs, 1) if a != b), min(len(one), len(other)) + 1)


def _folded(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name.translate(_ROUND)).casefold().split())

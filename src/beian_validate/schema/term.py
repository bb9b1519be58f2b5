"""One word of an official code table: slug, official code, Chinese label, English label."""

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Self, TypeVar

T = TypeVar("T", bound="Term")

_BRACKETED = re.compile(r"\(.*?\)")


def _spelling(label: str) -> str:
    """Fold width, letter case and blanks, so that copied labels compare equal."""
    return "".join(unicodedata.normalize("NFKC", label).casefold().split())


class Term(StrEnum):
    """One word of an official code table, a plain `str` equal to its slug.

    An enumeration accepts the slug, the official numeric code (as integer or digits) and the Chinese label,
    with or without its bracketed part.

    Parameters:
        code: official numeric code, or None where the table has none or it depends on another field.
        zh: the label in Chinese, as the forms print it.
        en: the label in English.
        aliases: further spellings that inputs use, all accepted.
    """

    if TYPE_CHECKING:  # set by `__new__`; declared bare, a type checker would take them for members

        @property
        def code(self) -> int | None: ...
        @property
        def zh(self) -> str: ...
        @property
        def en(self) -> str: ...
        @property
        def aliases(self) -> tuple[str, ...]: ...

    def __new__(cls, *row: Any) -> Self:
        """Make the member a plain string equal to its slug, from slug, code, labels and aliases."""
        slug, code, zh, en, *aliases = row
        member = str.__new__(cls, slug)
        member._value_ = slug
        vars(member).update(code=code, zh=zh, en=en, aliases=tuple(aliases))
        return member

    __hash__ = str.__hash__  # Enum's own is written in Python, and terms are looked up in sets by every other rule

    def label(self, lang: str) -> str:
        """The label in `zh` or `en`."""
        return self.en if lang == "en" else self.zh

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if isinstance(value, bool) or not isinstance(value, str | int):
            return None
        return _spellings(cls).get(_spelling(str(value)))


@cache
def _spellings(terms: type[T]) -> Mapping[str, T]:
    """Every accepted spelling of every member; a spelling that two members share means neither."""
    found: dict[str, T] = {}
    shared: set[str] = set()
    for term in terms:
        for spelling in _spellings_of(term):
            if found.setdefault(spelling, term) is not term:
                shared.add(spelling)
    return {spelling: term for spelling, term in found.items() if spelling not in shared}


def _spellings_of(term: Term) -> set[str]:
    label = _spelling(term.zh)
    code = set() if term.code is None else {str(term.code)}
    slug_and_aliases = map(_spelling, (term.value, *term.aliases))
    return {label, _BRACKETED.sub("", label), *slug_and_aliases, *code}

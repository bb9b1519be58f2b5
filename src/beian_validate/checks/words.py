"""Find the words of a list in a text: one pass, all overlaps, whatever the number of words."""

from collections.abc import Iterable, Iterator, Mapping
from operator import add
from typing import Any, Final, NamedTuple

_SHORTEST: Final = 2


class Match(NamedTuple):
    """A word found in a text, from `start` up to but without `end`, counted from 0."""

    word: str
    start: int
    end: int


class Lexicon:
    """A list of words, compiled once.

    Letter case does not matter; a word of Latin letters or digits is found only where no further letter or digit
    stands beside it.

    Parameters:
        words: any number of words of at least one character.
    """

    __slots__ = ("_automaton", "_by_start", "_singles", "_starts")

    def __init__(self, words: Iterable[str]) -> None:
        folded = {word.casefold() for word in words if word}
        self._singles = frozenset(word for word in folded if len(word) < _SHORTEST)
        self._by_start: Mapping[str, tuple[str, ...]] = _grouped(word for word in folded if len(word) >= _SHORTEST)
        self._starts = frozenset(self._by_start)
        self._automaton = _automaton(sorted(folded))

    def find(self, text: str) -> tuple[Match, ...]:
        """All words in the text, by position, the longer first."""
        folded = text.casefold()
        if len(folded) != len(text):  # a few letters fold to two; positions must be those of the text
            folded = "".join(c if len(c.casefold()) != 1 else c.casefold() for c in text)
        if self._automaton is not None:
            return self._found_by_automaton(folded, text)
        if self._starts.isdisjoint(map(add, folded, folded[1:])) and self._singles.isdisjoint(folded):
            return ()
        return tuple(self._matches(folded, text))

    def _found_by_automaton(self, folded: str, text: str) -> tuple[Match, ...]:
        places = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        if not places:
            return ()
        found = [Match(text[start:end], start, end) for _, start, end in places if _stands_alone(folded, start, end)]
        if len(found) > 1:
            found.sort(key=lambda match: (match.start, -match.end))
        return tuple(found)

    def _matches(self, folded: str, text: str) -> Iterator[Match]:
        """Look only where a word can begin; finding those places is left to functions in C."""
        starts, singles = self._starts, self._singles
        for start, pair in enumerate(map(add, folded, folded[1:] + " ")):
            if pair in starts:
                for word in self._by_start[pair]:
                    end = start + len(word)
                    if folded.startswith(word, start) and _stands_alone(folded, start, end):
                        yield Match(text[start:end], start, end)
            if pair[0] in singles and _stands_alone(folded, start, start + 1):
                yield Match(text[start], start, start + 1)


def longest(matches: Iterable[Match]) -> tuple[Match, ...]:
    """The matches without those that lie inside a longer one; words that only overlap are all kept.

    Parameters:
        matches: sorted by start, the longer first, as `Lexicon.find` gives them.
    """
    kept: list[Match] = []
    reach = 0
    for match in matches:
        if match.end > reach:
            kept.append(match)
            reach = match.end
    return tuple(kept)


def _automaton(words: list[str]) -> Any:
    """An automaton of the extra `fast`, or None without it; both ways find the same."""
    try:
        from ahocorasick_rs import AhoCorasick
    except ImportError:
        return None
    return AhoCorasick(words) if words else None


def _grouped(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        groups.setdefault(word[:_SHORTEST], []).append(word)
    return {start: tuple(group) for start, group in groups.items()}


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a word of letters or digits is not part of a longer one; Chinese words may stand anywhere."""
    if not (text[start].isascii() or text[end - 1].isascii()):
        return True
    return not (
        (_is_latin(text[start]) and start > 0 and _is_latin(text[start - 1]))
        or (_is_latin(text[end - 1]) and end < len(text) and _is_latin(text[end]))
    )


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()

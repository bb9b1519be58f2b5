"""Recognise a refusal in what a console, a reviewer, an SMS or the authority wrote.

A refusal has an object and a verdict: 身份证 alone is nothing, 过期 alone is nothing. `tables/refusal_words.toml` says
which concepts must stand together in one clause; a message that repeats a known one nearly word for word is found by
its characters as well.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from beian_validate.literally import cut_off, literally
from beian_validate.message import clauses_of, plain, sentences
from beian_validate.refusals import Refusal, refusals
from beian_validate.tables import table

LONGEST: Final = 6_000
MOST_CLAUSES: Final = 6
MOST: Final = 5
FAR_BEHIND: Final = 0.72
LEAST: Final = 0.5
EACH_CONCEPT: Final = 0.08
COVERAGE: Final = 0.3
SURE: Final = 0.99
MORE: Final = 0.01
ACROSS: Final = 0.94
"""How much less is believed what is said across clauses."""


@dataclass(frozen=True, slots=True)
class Match:
    """A refusal that a text may mean, with how well it fits from 0 to 1."""

    refusal: Refusal
    score: float


@dataclass(frozen=True, slots=True)
class _Said:
    """A refusal as some clauses say it: how well it fits, and which characters say it."""

    name: str
    score: float
    places: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Pattern:
    """Concepts that make a refusal when they stand together, and those that must not."""

    name: str
    wanted: frozenset[str]
    unwanted: frozenset[str]


def match(text: str) -> tuple[Match, ...]:
    """The refusals that a message may mean, likeliest first; none when it is about something else.

    Parameters:
        text: what was written, in Chinese or English, whole or cut off, also with several reasons.
    """
    text = text[:LONGEST]
    best: dict[str, float] = {}
    for sentence in sentences(text):
        for said in _judge(plain(sentence)):
            best[said.name] = max(best.get(said.name, 0.0), said.score)
    best |= dict.fromkeys(_numbered(text), 1.0)
    ranked = sorted(((score, name) for name, score in best.items()), key=lambda pair: -pair[0])
    known = {refusal.id: refusal for refusal in refusals()}
    return tuple(Match(known[name], round(score, 2)) for score, name in ranked[:MOST])


def names_something(text: str) -> bool:
    """Whether a text at least names an object or a verdict of refusals."""
    return bool(_concepts(plain(text)))


def _judge(sentence: str) -> Iterator[_Said]:
    """Every refusal that one sentence may mean: of its clauses, of neighbours, of the whole."""
    if _words("elsewhere", "words").search(sentence):
        return
    parts = [part for part in clauses_of(sentence) if not _is_good_news(part.group())]
    single = [list(_best(_spoken(part.group(), part.start()))) for part in parts]
    for found in single:
        yield from found
    silent = {place for part, found in zip(parts, single, strict=True) if not found for place in range(*part.span())}
    for window in _windows(len(parts)):
        said = _spoken(_joined(parts[window]), parts[window][0].start())
        alone = [item for found in single[window] for item in found]
        yield from (_across(item, alone) for item in _best(said) if item.places & silent)


def _across(item: _Said, single: Iterable[_Said]) -> _Said:
    """What clauses say together: less sure, but surer than what one of them says with a part of the same words."""
    least = max((part.score for part in single if part.places < item.places), default=0.0)
    return _Said(item.name, max(item.score * ACROSS, min(least + MORE, SURE) if least else 0.0), item.places)


def _windows(count: int) -> Iterator[slice]:
    """Neighbours by twos, and as many as a sentence usually has."""
    for size in sorted({2, min(count, MOST_CLAUSES)} if count > 1 else set()):
        yield from (slice(start, start + size) for start in range(count - size + 1))


def _joined(window: Sequence[re.Match[str]]) -> str:
    """The clauses at their places, with a blank for what parts them."""
    text = ""
    for part in window:
        text += " " * (part.start() - window[0].start() - len(text)) + part.group()
    return text


def _is_good_news(clause: str) -> bool:
    return bool(_words("good", "words").search(clause)) and not _words("good", "but").search(clause)


def _best(said: Iterator[_Said]) -> Iterator[_Said]:
    """Without what says less than another with the same characters, and what lies far behind."""
    found = list(said)
    top = max((item.score for item in found), default=0.0)
    for item in found:
        is_part = any(item.places < other.places and item.score <= other.score for other in found)
        if not is_part and item.score >= top * FAR_BEHIND:
            yield item


def _spoken(clause: str, start: int) -> Iterator[_Said]:
    """What a clause says, by its concepts and by its characters, at its place in the sentence."""
    for said in _heard(clause):
        yield _Said(said.name, said.score, frozenset(place + start for place in said.places))


@lru_cache(maxsize=4096)
def _heard(clause: str) -> tuple[_Said, ...]:
    concepts = _concepts(clause)
    length = max(len(clause.replace(" ", "")), 1)
    has_verdict = bool(concepts.keys() & table("refusal_words")["verdicts"].keys())
    whole = frozenset(range(len(clause)))
    by_characters = (*cut_off(clause), *literally(clause, partly=has_verdict))
    return (*_by_concepts(concepts, length), *(_Said(name, score, whole) for name, score in by_characters))


def _by_concepts(concepts: Mapping[str, frozenset[int]], length: int) -> Iterator[_Said]:
    for pattern in _patterns():
        if pattern.wanted <= concepts.keys() and not pattern.unwanted & concepts.keys():
            places = frozenset[int]().union(*(concepts[name] for name in pattern.wanted))
            score = LEAST + EACH_CONCEPT * len(pattern.wanted) + COVERAGE * min(1.0, len(places) / length)
            yield _Said(pattern.name, min(score, SURE), places)


def _concepts(clause: str) -> Mapping[str, frozenset[int]]:
    """The concepts that a clause names, with the places of their words."""
    found = {}
    for name, words in _vocabulary().items():
        places = frozenset(place for hit in words.finditer(clause) for place in range(*hit.span()))
        if places:
            found[name] = places
    return found


@cache
def _vocabulary() -> Mapping[str, re.Pattern[str]]:
    rows = table("refusal_words")
    return {name: re.compile(words) for part in ("about", "verdicts") for name, words in rows[part].items()}


@cache
def _patterns() -> tuple[_Pattern, ...]:
    says = table("refusal_words")["says"]
    return tuple(_pattern(name, line.split()) for name, lines in says.items() for line in lines)


def _pattern(name: str, concepts: Sequence[str]) -> _Pattern:
    wanted = frozenset(concept for concept in concepts if not concept.startswith("-"))
    return _Pattern(name, wanted, frozenset(concept[1:] for concept in concepts if concept.startswith("-")))


@cache
def _words(part: str, key: str) -> re.Pattern[str]:
    return re.compile(table("refusal_words")[part][key])


_CODE = re.compile(r"(?:^|[码號号误(（]|code|error|return(?:ed)?|miit)\W*(?:is\W*)?(\d{4,5})(?![\d元年月日号])")


def _numbered(text: str) -> Iterator[str]:
    """The refusals whose return code stands in the text."""
    numbers = set(_CODE.findall(plain(text).strip()))
    for refusal in refusals():
        codes = {str(refusal.number), *(key for key in refusal.keys if key.isdigit())}
        if codes & numbers:
            yield refusal.id

"""Recognise a known message by its characters, whole or cut off, in whatever order."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import log
from typing import Final

from beian_validate.message import plain
from beian_validate.refusals import refusals

HELD: Final = 0.72
HELD_ENGLISH: Final = 0.8
KEY: Final = 0.6
REST: Final = 0.4
WORD_FOR_WORD: Final = 0.9
CUT_OFF: Final = 0.7
SHORTEST_CUT: Final = 7

_HAN = re.compile("[\u3400-\u9fff]")
_WORD = re.compile(r"[a-z][a-z0-9]*(?:[.][a-z0-9]+)*|\d+|[\u3400-\u9fff]+")
_STOP = frozenset(
    "a an and are be by dear for from has have in is it its not of on or our please sir that the this to was we were "
    "with you your hello madam thank thanks sorry been but can".split()
)


@dataclass(frozen=True, slots=True)
class _Known:
    """A refusal as features: each key with its words, and all that is said about it."""

    id: str
    keys: tuple[tuple[str, frozenset[str]], ...]
    everything: frozenset[str]


def literally(clause: str, *, partly: bool) -> Iterator[tuple[str, float]]:
    """The refusals of which a clause holds a key, with how well it fits.

    Parameters:
        clause: plain text.
        partly: whether the greater part of a key is enough, in any order.
    """
    features = frozenset(_features(clause))
    known, weights = _index()
    strange = log(1 + len(known))
    whole = sum(weights.get(feature, _breadth(feature) * strange) for feature in features)
    least = 1.0 if not partly else HELD if _HAN.search(clause) else HELD_ENGLISH
    for entry in known:
        score = max((_score(clause, features, key, weights, least) for key in entry.keys), default=0.0)
        if score:
            explained = _weight(entry.everything & features, weights) / whole
            yield entry.id, KEY * score + REST * explained if score < 1 else WORD_FOR_WORD + 0.1 * explained


def _score(
    clause: str, features: frozenset[str], key: tuple[str, frozenset[str]], weights: Mapping[str, float], least: float
) -> float:
    """How much of a key a clause holds: 1 word for word, 0 where it is too little; 不符 is not 不符合."""
    words, parts = key
    if words in clause and f"{words}合" not in clause:
        return 1.0
    held = _weight(parts & features, weights) / _weight(parts, weights) if parts else 0.0
    return min(held, 0.99) if held >= least else 0.0


def _weight(features: frozenset[str], weights: Mapping[str, float]) -> float:
    return sum(weights[feature] for feature in features)


def cut_off(clause: str) -> Iterator[tuple[str, float]]:
    """The refusals of which a clause ends with the greater part of a key: the rest of the message was lost."""
    for entry in _index()[0]:
        score = max((_begun(clause.strip(), words) for words, _ in entry.keys), default=0.0)
        if score:
            yield entry.id, score * WORD_FOR_WORD


def _begun(clause: str, words: str) -> float:
    """Which share of a key stands at the end of a clause; 0 where it is too little."""
    least = max(SHORTEST_CUT - 1, round(CUT_OFF * len(words)))
    share = next((size for size in range(len(words) - 1, least - 1, -1) if clause.endswith(words[:size])), 0)
    return share / len(words) if words else 0.0


@cache
def _index() -> tuple[tuple[_Known, ...], Mapping[str, float]]:
    known = []
    counts: Counter[str] = Counter()
    for refusal in refusals():
        keys = tuple(
            (plain(key).strip(), frozenset(_features(plain(key)))) for key in refusal.keys if not key.isdigit()
        )
        everything = frozenset(_features(plain(" ".join((*refusal.keys, *refusal.cause.values())))))
        known.append(_Known(refusal.id, keys, everything))
        counts.update(everything)
    total = len(known)
    weights = {feature: _breadth(feature) * log(1 + total / count) for feature, count in counts.items()}
    return tuple(known), weights


def _features(text: str) -> Counter[str]:
    """Pairs of Chinese characters, the characters themselves, and words of Latin letters."""
    found: Counter[str] = Counter()
    for run in _WORD.findall(text):
        if run[0] >= "\u3400":
            found.update(run)
            found.update(a + b for a, b in pairwise(run))
        elif run not in _STOP:
            found[_stem(run)] += 1
    return found


def _stem(word: str) -> str:
    return re.sub(r"(?:ations?|ing|ed|es|s|d|e)$", "", word) if len(word) > 4 else word


def _breadth(feature: str) -> float:
    """A pair says more than a character, a Latin word more than either."""
    return 1.0 if len(feature) == 2 else 2.0 if len(feature) > 2 else 0.35

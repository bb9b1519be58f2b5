"""Recognise a known message by its characters, whole or cut off, in whatever order."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise
from math import log
from typing import Final, TypeVar

from beian_validate.message import plain
from beian_validate.refusals import refusals

HELD: Final = 0.72
HELD_ENGLISH: Final = 0.8
KEY: Final = 0.6
REST: Final = 0.4
WORD_FOR_WORD: Final = 0.9
CUT_OFF: Final = 0.7
SHORTEST_CUT: Final = 6
LONGEST_KEY: Final = 80

_T = TypeVar("_T")
_HAN = re.compile("[\u3400-\u9fff]")
_WORD = re.compile(r"[a-z][a-z0-9]*(?:[.][a-z0-9]+)*|\d+|[\u3400-\u9fff]+")
_STOP = frozenset(
    "a an and are be by dear for from has have in is it its not of on or our please sir that the this to was we were "
    "with you your hello madam thank thanks sorry been but can".split()
)


@dataclass(frozen=True, slots=True)
class _Key:
    """One key of a refusal: its words, and how much they weigh."""

    id: str
    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class _Index:
    """All keys as features.

    Parameters:
        holders: for each feature the numbers of the keys that hold it.
        everything: for each refusal all features of what is said about it.
        begun: for each beginning of a key the refusals and the share of the key.
    """

    keys: tuple[_Key, ...]
    holders: Mapping[str, tuple[int, ...]]
    weights: Mapping[str, float]
    everything: Mapping[str, frozenset[str]]
    begun: Mapping[str, tuple[tuple[str, float], ...]]


def literally(clause: str, *, partly: bool) -> Iterator[tuple[str, float]]:
    """The refusals of which a clause holds a key, with how well it fits.

    Parameters:
        clause: plain text.
        partly: whether the greater part of a key is enough, in any order.
    """
    index, features = _index(), frozenset(_features(clause))
    held = dict.fromkeys((number for feature in features for number in index.holders.get(feature, ())), 0.0)
    for feature in features:
        for number in index.holders.get(feature, ()):
            held[number] += index.weights[feature]
    least = 1.0 if not partly else HELD if _HAN.search(clause) else HELD_ENGLISH
    best: dict[str, float] = {}
    for number, weight in held.items():
        key = index.keys[number]
        share = _share(clause, key, weight)
        if share >= least:
            best[key.id] = max(best.get(key.id, 0.0), share)
    yield from ((name, _score(name, share, features)) for name, share in best.items())


def _share(clause: str, key: _Key, weight: float) -> float:
    """How much of a key a clause holds, 1 word for word; 不符 is not 不符合."""
    if key.words in clause and f"{key.words}合" not in clause:
        return 1.0
    return min(weight / key.weight, 0.99)


def _score(name: str, share: float, features: frozenset[str]) -> float:
    """The share of the key, and how much of the clause the refusal explains."""
    index = _index()
    strange = log(1 + len(index.everything))
    whole = sum(index.weights.get(feature, _breadth(feature) * strange) for feature in features)
    explained = sum(index.weights[feature] for feature in index.everything[name] & features) / whole
    return WORD_FOR_WORD + 0.1 * explained if share == 1 else KEY * share + REST * explained


def cut_off(clause: str) -> Iterator[tuple[str, float]]:
    """The refusals of which a clause ends with the greater part of a key: the rest of the message was lost."""
    begun, text = _index().begun, clause.strip()
    for start in range(max(len(text) - LONGEST_KEY, 0), len(text)):
        yield from ((name, share * WORD_FOR_WORD) for name, share in begun.get(text[start:], ()))


@cache
def _index() -> _Index:
    told = {
        refusal.id: frozenset(_features(plain(" ".join((*refusal.keys, *refusal.cause.values())))))
        for refusal in refusals()
    }
    counts = Counter(chain(*told.values()))
    weights = {feature: _breadth(feature) * log(1 + len(told) / count) for feature, count in counts.items()}
    keys: list[_Key] = []
    holders: dict[str, list[int]] = defaultdict(list)
    begun: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for refusal in refusals():
        for words in (plain(key).strip() for key in refusal.keys if not key.isdigit()):
            features = frozenset(_features(words))
            for feature in features:
                holders[feature].append(len(keys))
            keys.append(_Key(refusal.id, words, sum(weights[feature] for feature in features)))
            for size in range(max(SHORTEST_CUT, round(CUT_OFF * len(words))), len(words)):
                begun[words[:size]].append((refusal.id, size / len(words)))
    return _Index(tuple(keys), _frozen(holders), weights, told, _frozen(begun))


def _frozen(lists: Mapping[str, list[_T]]) -> Mapping[str, tuple[_T, ...]]:
    return {name: tuple(items) for name, items in lists.items()}


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

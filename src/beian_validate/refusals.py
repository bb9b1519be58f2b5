"""Refusals: what somebody wrote when a filing came back, and which known reason it means."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import log
from typing import Any, Final

from beian_validate.checks.han_variants import TRADITIONAL
from beian_validate.tables import table

LONGEST: Final = 20_000
THRESHOLD: Final = 0.42
THRESHOLD_ENGLISH: Final = 0.62
MOST: Final = 5
FAR_BEHIND: Final = 0.62
SHORTEST_CLAUSE: Final = 6

REASONS: Final[Mapping[str, Mapping[str, str]]] = {
    "provider": {
        "zh": "只有接入商的系统知道账号、实例和订单的状态，申请文件里没有",
        "en": "only the provider's system knows accounts, instances and orders; the application does not",
    },
    "authority": {
        "zh": "只有管局或登记机关的库里有，离线查不到",
        "en": "only the authority's or the company register has it; it cannot be looked up offline",
    },
    "picture": {
        "zh": "要看图片或真人，申请文件里只有文件名",
        "en": "it takes the picture or the person; the application only names the file",
    },
    "conversation": {
        "zh": "发生在短信核验的过程中，提交前看不出来",
        "en": "it happens while the SMS is verified and cannot be seen before",
    },
    "live": {
        "zh": "要访问网站或等核查结果，本工具不联网",
        "en": "it takes a visit to the site or the result of a check; this tool uses no network",
    },
    "judgement": {
        "zh": "要由人对照事实判断",
        "en": "a person has to compare it with the facts",
    },
    "waiting": {
        "zh": "不是申请的错，要等同步",
        "en": "no slip in the application; it takes waiting",
    },
}
"""Why no rule can find a refusal before it happens."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One known reason why a filing comes back.

    Parameters:
        stage: console, provider_review, authority_review, miit_system, sms or after_filing.
        keys: what such a message says; the first stands for it in lists.
        field: pointer pattern of the suspected field, `*` for any index; empty when it is no field.
        rules: codes that find it before the application is submitted.
        reason: key of `REASONS` when there is no such code.
        certainty: `literal` for a real message, `documented` for a documented reason, `derived` from a rule.
        number: return code of the ministry's system, or None.
    """

    id: str
    stage: str
    keys: tuple[str, ...]
    cause: Mapping[str, str]
    steps: Mapping[str, tuple[str, ...]]
    field: str
    rules: tuple[str, ...]
    reason: str
    certainty: str
    sources: tuple[str, ...]
    number: int | None

    @property
    def message(self) -> str:
        """The words that stand for this refusal."""
        return self.keys[0]


@dataclass(frozen=True, slots=True)
class Match:
    """A refusal that a text may mean, with how well it fits from 0 to 1."""

    refusal: Refusal
    score: float


@cache
def refusals() -> tuple[Refusal, ...]:
    """Every known refusal, in the order of the table."""
    return tuple(_refusal(name, row) for name, row in table("refusals").items())


def _refusal(name: str, row: Mapping[str, Any]) -> Refusal:
    steps = {lang: tuple(row["steps"][lang]) for lang in ("zh", "en")}
    return Refusal(
        name, row["stage"], tuple(row["keys"]), row["cause"], steps, row["field"], tuple(row["rules"]),
        row.get("reason", ""), row["certainty"], tuple(row["sources"]), row.get("miit_code"),
    )  # fmt: skip


def prevented_by(code: str) -> tuple[str, ...]:
    """The messages that a rule prevents."""
    return tuple(dict.fromkeys(refusal.message for refusal in refusals() if code in refusal.rules))


def match(text: str) -> tuple[Match, ...]:
    """The refusals that a message may mean, likeliest first; none when it is about something else.

    Parameters:
        text: what was written, in Chinese or English, whole or cut off, also with several reasons.
    """
    text = text[:LONGEST]
    best: dict[str, float] = {}
    for segment in _segments(text):
        for name, score in _judge(segment):
            best[name] = max(best.get(name, 0.0), score)
    best |= dict.fromkeys(_numbered(text), 1.0)
    ranked = sorted(((score, name) for name, score in best.items()), key=lambda pair: -pair[0])
    known = {refusal.id: refusal for refusal in refusals()}
    return tuple(Match(known[name], round(score, 2)) for score, name in ranked[:MOST])


_ENDS = re.compile(r"[。；;！!\n\r]+|[.] |(?<!\d)(?:[(（]?\d{1,2}[)）、.．](?!\d))|[①-⑳]")
_COMMAS = re.compile("[，,：:]")
_COURTESY = re.compile(
    "尊敬的(?:用户|客户|先生|女士)|您好|你好|感谢您?|谢谢(?:您|配合)?|抱歉|很遗憾|不好意思|麻烦您?|烦请|请您|请|您的|你的|您|非常|哦|呢|呀|哈|亲爱的|亲"
    "|经审核|审核意见|驳回原因|退回原因|重新提交"
)
_CODE = re.compile(r"(?:^|[码號号误]|code|error|return(?:ed)?|miit)\W*(?:is\W*)?(\d{4,5})(?![\d元年月日号])")
_HAN = re.compile("[\u3400-\u9fff]")
_WORD = re.compile(r"[a-z][a-z0-9]*(?:[.][a-z0-9]+)*|\d+|[\u3400-\u9fff]+")
_STOP = frozenset(
    "a an and are be by dear for from has have in is it its not of on or our please sir that the this to was we were "
    "with you your hello madam thank thanks sorry been but can".split()
)


def _plain(text: str) -> str:
    """The text without width, case, traditional forms and courtesy."""
    folded = unicodedata.normalize("NFKC", text.encode("utf-8", "ignore").decode()).lower()
    return _COURTESY.sub(" ", folded.translate(_SIMPLIFY))


_SIMPLIFY = str.maketrans(dict(TRADITIONAL) | {"於": "于", "後": "后", "係": "系"})


def _segments(text: str) -> Iterator[str]:
    """The sentences and numbered reasons of a message, and the clauses of long ones."""
    parts = [part for part in _ENDS.split(text) if part and part.strip()]
    for part in parts:
        yield part
        clauses = _COMMAS.split(part)
        if len(clauses) > 1:
            yield from (clause for clause in clauses if len(clause.strip()) >= SHORTEST_CLAUSE)
    if len(parts) > 1 and len(text) < 60:
        yield text


def _features(text: str) -> Counter[str]:
    """Pairs of Chinese characters, the characters themselves, and words of Latin letters."""
    found: Counter[str] = Counter()
    for run in _WORD.findall(_plain(text)):
        if run[0] >= "\u3400":
            found.update(run)
            found.update(a + b for a, b in pairwise(run))
        elif run not in _STOP:
            found[_stem(run)] += 1
    return found


def _stem(word: str) -> str:
    return re.sub(r"(?:ations?|ing|ed|es|s|d|e)$", "", word) if len(word) > 4 else word


@dataclass(frozen=True, slots=True)
class _Known:
    """A refusal as features: of each key, and of all that is said about it."""

    id: str
    keys: tuple[frozenset[str], ...]
    everything: frozenset[str]


@cache
def _index() -> tuple[tuple[_Known, ...], Mapping[str, float]]:
    known = []
    counts: Counter[str] = Counter()
    for refusal in refusals():
        keys = tuple(frozenset(_features(key)) for key in refusal.keys if not key.isdigit())
        everything = frozenset(_features(" ".join((*refusal.keys, *refusal.cause.values()))))
        known.append(_Known(refusal.id, keys, everything))
        counts.update(everything)
    total = len(known)
    weights = {feature: _breadth(feature) * log(1 + total / count) for feature, count in counts.items()}
    return tuple(known), weights


def _breadth(feature: str) -> float:
    """A pair says more than a character, a Latin word more than either."""
    return 1.0 if len(feature) == 2 else 2.0 if len(feature) > 2 else 0.35


def _judge(segment: str) -> Iterator[tuple[str, float]]:
    """Every refusal that one sentence may mean."""
    features = frozenset(_features(segment))
    if not features:
        return
    known, weights = _index()
    strange = log(1 + len(known))
    whole = sum(weights.get(feature, _breadth(feature) * strange) for feature in features)
    scores = [(entry.id, _score(entry, features, whole, weights)) for entry in known]
    top = max(score for _, score in scores)
    threshold = THRESHOLD if _HAN.search(segment) else THRESHOLD_ENGLISH
    yield from ((name, score) for name, score in scores if score >= max(threshold, top * FAR_BEHIND))


def _score(entry: _Known, features: frozenset[str], whole: float, weights: Mapping[str, float]) -> float:
    """How much of a key the sentence holds, and how much of the sentence the refusal explains."""

    def weight(found: frozenset[str]) -> float:
        return sum(weights[feature] for feature in found)

    held = max((weight(key & features) / weight(key) for key in entry.keys if key), default=0.0)
    explained = weight(entry.everything & features) / whole
    return 0.6 * held + 0.4 * explained


def _numbered(text: str) -> Iterator[str]:
    """The refusals whose return code stands in the text."""
    numbers = set(_CODE.findall(_plain(text).strip()))
    for refusal in refusals():
        codes = {str(refusal.number), *(key for key in refusal.keys if key.isdigit())}
        if codes & numbers:
            yield refusal.id

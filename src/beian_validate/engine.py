"""Run bound rules over one tree: one walk, each function called once per node, nothing decided here but outcomes."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, NamedTuple

from beian_validate.context import Context
from beian_validate.rule import Hit, Hits, Root, Rule
from beian_validate.schema.node import Node

ABSENT: tuple[object, ...] = (None, "", ())
_NOWHERE = object()
Needs = Callable[[Node], tuple[Any, ...]]


class Condition(NamedTuple):
    """What a check asks of the run and of the application besides the node; the same for every node."""

    given: tuple[str, ...]
    beside: tuple[str, ...]


class Check(NamedTuple):
    """One function and the articles it serves, by kind of hit."""

    function: Callable[[Any, Context], Hits]
    condition: Condition
    needs: tuple[str, ...]
    read: Needs | None
    rules: Mapping[str, Rule]
    codes: tuple[str, ...]


class Split(NamedTuple):
    """The checks of a type of node whose condition is met in this run, and the others."""

    met: tuple[Check, ...]
    unmet: tuple[Check, ...]


class Found(NamedTuple):
    """A hit, the rule it belongs to and the node at which it was found."""

    rule: Rule
    pointer: str
    hit: Hit


class Blocked(NamedTuple):
    """Rules that could not judge a node because a value they need is missing or unreadable."""

    codes: tuple[str, ...]
    pointer: str
    cause: str
    unreadable: bool


class Crash(NamedTuple):
    """A rule that failed itself; the name of the exception is all that is kept of it."""

    code: str
    pointer: str
    error: str


@dataclass(slots=True)
class Tally:
    """What came out of one run."""

    found: list[Found] = field(default_factory=list)
    blocked: list[Blocked] = field(default_factory=list)
    crashed: list[Crash] = field(default_factory=list)
    visited: set[type[Node]] = field(default_factory=set)
    not_applicable: set[str] = field(default_factory=set)

    def block(self, check: Check, pointer: str, cause: str, unreadable: frozenset[str]) -> None:
        """Note that a check could not judge a place for want of a value."""
        self.blocked.append(Blocked(check.codes, pointer, cause, is_within(cause, unreadable)))


class Plan:
    """The rules of a validator, grouped by the type of node they judge."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        self.checks: dict[type[Node], tuple[Check, ...]] = _by_type(self.rules)
        conditions = {check.condition for checks in self.checks.values() for check in checks}
        self._conditions = tuple((condition, _beside_reader(condition)) for condition in conditions)
        self._met: dict[frozenset[Condition], Mapping[type[Node], Split]] = {}
        self._judged: dict[frozenset[type[Node]], frozenset[str]] = {}

    def judged(self, visited: set[type[Node]]) -> frozenset[str]:
        """The codes that can say something about a tree with these types of node."""
        types = frozenset(visited)
        if types not in self._judged:
            self._judged[types] = frozenset(
                rule.code for rule in self.rules if rule.function is None or not types.isdisjoint(rule.each)
            )
        return self._judged[types]

    def run(self, ctx: Context, unreadable: frozenset[str] = frozenset()) -> Tally:
        """Judge the tree of the context.

        Parameters:
            unreadable: pointers of values that were there but could not be read; they block, they are not missing.
        """
        tally = Tally()
        met = [condition for condition, read in self._conditions if _is_met(condition, read, ctx)]
        by_type = self._split(frozenset(met))
        visits: list[tuple[type[Node], Node, str, tuple[Node, ...]]] = [
            (type(node), node, pointer, parents) for node, pointer, parents in ctx.visits
        ]
        visits.append((Root, ctx.root, "", ()))
        for kind, node, pointer, parents in visits:
            tally.visited.add(kind)
            split = by_type.get(kind)
            if split is None:
                continue
            ctx.pointer, ctx.parents = pointer, parents
            _judge(node, split.met, ctx, tally, unreadable)
            for check in split.unmet:
                _pass_over(check, ctx, tally, unreadable)
        return tally

    def _split(self, met: frozenset[Condition]) -> Mapping[type[Node], Split]:
        """The checks by type and condition; runs mostly meet the same conditions, so the answer is kept."""
        if met not in self._met:
            self._met[met] = {
                kind: Split(
                    tuple(check for check in checks if check.condition in met),
                    tuple(check for check in checks if check.condition not in met),
                )
                for kind, checks in self.checks.items()
            }
        return self._met[met]


def _judge(node: Node, checks: tuple[Check, ...], ctx: Context, tally: Tally, unreadable: frozenset[str]) -> None:
    for check in checks:
        function, _, needs, read, rules, codes = check
        if read is not None:
            try:
                values = read(node)
            except AttributeError:  # the node that holds the value is not there
                values = tuple([_value(node, path) for path in needs])
            if not all(values) and (missing := _missing(needs, values)):
                tally.block(check, ctx.pointer, f"{ctx.pointer}/{missing.replace('.', '/')}", unreadable)
                continue
        try:
            for hit in function(node, ctx):
                if hit.kind in rules:
                    tally.found.append(Found(rules[hit.kind], ctx.pointer, hit))
        except Exception as error:  # noqa: BLE001  a rule's fault must not hide what the other rules find
            tally.crashed.extend(Crash(code, ctx.pointer, type(error).__name__) for code in codes)


def _missing(needs: tuple[str, ...], values: tuple[Any, ...]) -> str:
    """The first path whose value is absent; false and zero are values."""
    for path, value in zip(needs, values, strict=False):
        if value in ABSENT:
            return path
    return ""


def _is_met(condition: Condition, read: Needs | None, ctx: Context) -> bool:
    for name in condition.given:
        if not getattr(ctx, name):
            return False
    if read is None:
        return True
    if ctx.application is None:
        return all(_beside(pointer, ctx) not in (*ABSENT, _NOWHERE) for pointer in condition.beside)
    values = read(ctx.application)
    return all(values) or not _missing(condition.beside, values)


def _beside_reader(condition: Condition) -> Needs | None:
    """One call that reads what a condition needs of an application, where no part of the way can be null."""
    return _reader(tuple(pointer[1:].replace("/", ".") for pointer in condition.beside))


def _beside(pointer: str, ctx: Context) -> Any:
    """The value at a pointer of the application, or `_NOWHERE` if the tree has no place for it."""
    if ctx.application is not None:
        return _value(ctx.application, pointer[1:].replace("/", "."))
    if ctx.sponsor is ctx.root and pointer.startswith("/sponsor/"):
        return _value(ctx.sponsor, pointer.removeprefix("/sponsor/").replace("/", "."))
    return _NOWHERE


def _pass_over(check: Check, ctx: Context, tally: Tally, unreadable: frozenset[str]) -> None:
    """A check whose condition is not met: not applicable, or blocked when only a value is missing."""
    given, beside = check.condition
    missing = next((pointer for pointer in beside if _beside(pointer, ctx) in ABSENT), "")
    if missing and all(getattr(ctx, name) for name in given):
        tally.block(check, ctx.pointer, missing, unreadable)
    else:
        tally.not_applicable.update(check.codes)


def is_within(pointer: str, places: frozenset[str]) -> bool:
    """Whether a pointer is one of the places or lies below one."""
    return bool(places) and any(pointer == place or pointer.startswith(f"{place}/") for place in places)


def _value(node: Node, path: str) -> Any:
    try:
        return attrgetter(path)(node)
    except AttributeError:
        return None


def _by_type(rules: tuple[Rule, ...]) -> dict[type[Node], tuple[Check, ...]]:
    serving: defaultdict[Callable[..., Hits], list[Rule]] = defaultdict(list)
    for rule in rules:
        if rule.function is not None:
            serving[rule.function].append(rule)
    by_type: defaultdict[type[Node], list[Check]] = defaultdict(list)
    for function, articles in serving.items():
        check = _check(function, articles)
        for kind in dict.fromkeys(kind for article in articles for kind in article.each):
            by_type[kind].append(check)
    return {kind: tuple(checks) for kind, checks in by_type.items()}


def _check(function: Callable[..., Hits], articles: list[Rule]) -> Check:
    needs = articles[0].needs
    own = tuple(path for path in needs if path[0] not in "/@")
    condition = Condition(
        tuple(path[1:] for path in needs if path[0] == "@"), tuple(path for path in needs if path[0] == "/")
    )
    return Check(
        function,
        condition,
        own,
        _reader(own),
        {kind: article for article in articles for kind in article.kinds},
        tuple(sorted({article.code for article in articles})),
    )


def _reader(paths: tuple[str, ...]) -> Needs | None:
    """One call that reads all needed values; the class is read too, so that there are always several."""
    return attrgetter(*paths, "__class__") if paths else None

"""Run bound rules over one tree: one walk, each function called once per node, nothing decided here but outcomes."""

from collections.abc import Iterable
from itertools import repeat
from operator import itemgetter
from typing import Any, NamedTuple

from beian_validate.context import Context
from beian_validate.docket import ABSENT, Check, Docket, Group, Reader, checks_by_type, docket, reader
from beian_validate.rule import Glance, Hit, Root, Rule
from beian_validate.schema.node import Node
from beian_validate.situation import Situation

MOST_DOCKETS = 512
"""How many kinds of filing are remembered."""
_NOWHERE = object()
_NODE = itemgetter(0)


class Found(NamedTuple):
    """A hit, the rule it belongs to and the node at which it was found."""

    rule: Rule
    pointer: str
    hit: Hit


class Blocked(NamedTuple):
    """Rules that could not judge a node because a value they need is missing or unreadable."""

    codes: tuple[str, ...]
    pointer: str
    path: str
    unreadable: bool

    @property
    def cause(self) -> str:
        """The pointer of the value; its path is on the node, or a pointer already."""
        return self.path if self.path.startswith("/") else f"{self.pointer}/{self.path.replace('.', '/')}"


class Crash(NamedTuple):
    """A rule that failed itself; the name of the exception is all that is kept of it."""

    code: str
    pointer: str
    error: str


class Tally:
    """What came out of one run."""

    __slots__ = ("applicable", "blocked", "crashed", "found", "unreadable")

    def __init__(self, unreadable: frozenset[str]) -> None:
        self.unreadable = unreadable
        self.found: list[Found] = []
        self.blocked: list[Blocked] = []
        self.crashed: list[Crash] = []
        self.applicable: frozenset[str] = frozenset()

    def block(self, codes: tuple[str, ...], pointer: str, path: str, *, only_unreadable: bool = False) -> None:
        """Note that rules could not judge a place for want of a value.

        Parameters:
            only_unreadable: whether the value may be missing, so that only one that could not be read is wanted.
        """
        blocked = Blocked(codes, pointer, path, False)
        if self.unreadable and is_within(blocked.cause, self.unreadable):
            self.blocked.append(blocked._replace(unreadable=True))
        elif not only_unreadable:
            self.blocked.append(blocked)

    def crash(self, check: Check, pointer: str, error: Exception) -> None:
        """Note that a check failed itself."""
        self.crashed += [Crash(code, pointer, type(error).__name__) for code in check.codes]


class Plan:
    """The rules of a validator, bound once; every kind of filing has its own docket, made when it first comes."""

    def __init__(self, rules: Iterable[Rule], glances: Iterable[Glance] = ()) -> None:
        self.rules = tuple(rules)
        self.articles = {rule.code: rule for rule in self.rules}
        self._glances = tuple(glances)
        self._checks = checks_by_type(self.rules)
        every = (check for checks in self._checks.values() for check in checks)
        self._beside = tuple(sorted({path for check in every for path in check.terms.beside}))
        self._read_beside = reader(tuple(pointer[1:].replace("/", ".") for pointer in self._beside))
        self._dockets: dict[tuple[Situation, tuple[str, ...], tuple[str, ...]], Docket] = {}

    def run(self, ctx: Context, unreadable: frozenset[str] = frozenset()) -> Tally:
        """Judge the tree of the context.

        Parameters:
            unreadable: pointers of values that were there but could not be read; they block, they are not missing.
        """
        tally, bound = Tally(unreadable), self._docket(ctx)
        kinds = [*map(type, map(_NODE, ctx.visits)), Root]
        sessions = map((bound.every_article if unreadable else bound.sessions).get, kinds, repeat(()))
        visits = (*ctx.visits, (ctx.root, "", ()))
        for session, values, (node, pointer, parents) in zip(sessions, (*ctx.survey.values, {}), visits, strict=False):
            ctx.pointer, ctx.parents = pointer, parents
            for looks_right, groups in session:
                try:
                    if looks_right(values, ctx):
                        continue
                except Exception:  # noqa: BLE001  a glance that fails is no answer; the rules themselves are asked
                    pass
                _judge(node, groups, ctx, tally)
        for check, error in bound.crashed:
            tally.crash(check, "", error)
        if bound.waiting:
            _wait(bound, ctx, tally)
        tally.applicable = bound.applicable(frozenset(kinds), self.rules)
        return tally

    def _docket(self, ctx: Context) -> Docket:
        """What is to be judged of such filings: by situation and by what the application leaves empty."""
        missing, nowhere = self._beside_absent(ctx)
        key = (ctx.situation, missing, nowhere)
        found = self._dockets.get(key)
        if found is None:
            if len(self._dockets) >= MOST_DOCKETS:
                self._dockets.clear()
            found = self._dockets[key] = docket(self._checks, ctx.situation, missing, nowhere, self._glances)
        return found

    def _beside_absent(self, ctx: Context) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Of the values that rules need beside a node: those that are not filled in, and those without a place."""
        if self._read_beside is None:
            return (), ()
        if ctx.application is not None and all(self._read_beside(ctx.application)):
            return (), ()
        values = {pointer: _beside(pointer, ctx) for pointer in self._beside}
        missing = tuple(pointer for pointer, value in values.items() if value in ABSENT)
        return missing, tuple(pointer for pointer, value in values.items() if value is _NOWHERE)


def _wait(bound: Docket, ctx: Context, tally: Tally) -> None:
    for node, pointer, _ in ctx.visits:
        for codes, cause in bound.waiting.get(type(node), ()):
            tally.block(codes, pointer, cause)


def _judge(node: Node, groups: tuple[Group, ...], ctx: Context, tally: Tally) -> None:
    for if_given, read_given, needs, read, checks, codes in groups:
        if read_given is not None and (path := _absent(if_given, read_given, node)):
            if tally.unreadable:
                tally.block(codes, ctx.pointer, path, only_unreadable=True)
            continue
        if read is not None and (path := _absent(needs, read, node)):
            tally.block(codes, ctx.pointer, path)
            continue
        for check in checks:
            try:
                for hit in check.function(node, ctx):
                    if hit.kind in check.rules:
                        tally.found.append(Found(check.rules[hit.kind], ctx.pointer, hit))
            except Exception as error:  # noqa: BLE001  a rule's fault must not hide what the other rules find
                tally.crash(check, ctx.pointer, error)


def _absent(paths: tuple[str, ...], read: Reader, node: Node) -> str:
    """The first path whose value is absent, or an empty text; false and zero are values."""
    try:
        values = read(node)
    except AttributeError:  # the node that holds the value is not there
        values = tuple([_value(node, path) for path in paths])
    if not all(values):
        for path, value in zip(paths, values, strict=False):
            if not value and value in ABSENT:
                return path
    return ""


def _beside(pointer: str, ctx: Context) -> Any:
    """The value at a pointer of the application, or `_NOWHERE` if the tree has no place for it."""
    if ctx.application is not None:
        return _value(ctx.application, pointer[1:].replace("/", "."))
    if ctx.sponsor is ctx.root and pointer.startswith("/sponsor/"):
        return _value(ctx.sponsor, pointer.removeprefix("/sponsor/").replace("/", "."))
    return _NOWHERE


def is_within(pointer: str, places: frozenset[str]) -> bool:
    """Whether a pointer is one of the places or lies below one."""
    return bool(places) and any(pointer == place or pointer.startswith(f"{place}/") for place in places)


def _value(node: Node, path: str) -> Any:
    value: Any = node
    for name in path.split("."):
        value = getattr(value, name, None)
    return value

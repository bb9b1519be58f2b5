"""How a rule is written: one decorated function that yields facts, and the page that holds its words."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import ModuleType
from typing import Any, Protocol, TypeVar

from beian_validate.checks.problem import Problem
from beian_validate.finding import Citation, Code, Safety, Severity, Value
from beian_validate.schema.node import Node
from beian_validate.situation import When


class Root(Node):
    """Stands for the node that was given to validate, whatever its type: for rules on all texts at once."""


class Row(Protocol):
    """A table row that decides instead of the rule: its severity and sources become the finding's."""

    @property
    def severity(self) -> Severity: ...
    @property
    def sources(self) -> tuple[Citation, ...]: ...


@dataclass(frozen=True, slots=True)
class Change:
    """A proposed change; `path` is relative to the node, or to the field of the hit when it is empty."""

    value: Any = field(repr=False)
    path: str = ""
    op: str = "replace"


@dataclass(frozen=True, slots=True)
class Proposal:
    """The changes that would clear a hit."""

    safety: Safety
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A fact that a rule has found; the engine makes the finding of it."""

    field: str
    params: Mapping[str, Value]
    kind: str = ""
    fix: Proposal | None = None
    row: Row | None = None


Hits = Iterator[Hit]
LooksRight = Callable[..., bool]
Function = TypeVar("Function", bound=Callable[..., Hits])


@dataclass(frozen=True, slots=True)
class Rule:
    """One article: what it judges, what it needs, how grave it is and where it comes from."""

    code: Code
    name: str
    each: tuple[type[Node], ...]
    needs: tuple[str, ...]
    severity: Severity
    sources: tuple[Citation, ...]
    since: date | None
    until: date | None
    kinds: tuple[str, ...]
    manual: bool
    function: Callable[..., Hits] | None
    when: When | None = None
    if_given: tuple[str, ...] = ()

    def in_force(self, as_of: date | None) -> bool:
        """Whether the article applies on that day; without a day, whether it applies still."""
        if as_of is None:
            return self.until is None
        return (self.since is None or self.since <= as_of) and (self.until is None or as_of <= self.until)


def rule(
    code: str,
    name: str,
    *,
    each: type[Node] | tuple[type[Node], ...],
    needs: tuple[str, ...] = (),
    if_given: tuple[str, ...] = (),
    severity: Severity,
    source: Citation | tuple[Citation, ...],
    since: str | None = None,
    until: str | None = None,
    kinds: tuple[str, ...] = ("",),
    manual: bool = False,
    when: When | None = None,
) -> Callable[[Function], Function]:
    """Make a function an article of the rule book.

    Stack several decorators on one function to give each kind of its hits a code of its own; the function is
    still called once per node.

    Parameters:
        code: three capitals and three digits, never used before.
        name: the same in words, as a kebab-case slug.
        each: the type of node that is judged, or several.
        needs: fields without which the rule is blocked at a node: a dotted path on the node, a pointer such as
            `/sponsor/name` on the application, or `@as_of`, `@provider`, `@province` of the run.
        if_given: fields of the node that may rightly be empty: then there is nothing to judge. Whether they must be
            filled in is for an article on presence.
        severity: used unless the hit carries a table row.
        source: where the rule comes from.
        since, until: ISO dates between which the rule is in force.
        kinds: the kinds of hit that this code stands for; the empty kind is that of hits without one.
        manual: the hits list what a person must look at, they are not findings.
        when: which filings it concerns at all, such as those of individuals; asked once for each kind of filing.
    """

    def register(function: Function) -> Function:
        article = _article(function)
        rules: list[Rule] = function.__dict__.setdefault("rules", [])
        rules.append(article)
        return function

    def _article(function: Callable[..., Hits] | None) -> Rule:
        types = each if isinstance(each, tuple) else (each,)
        sources = source if isinstance(source, tuple) else (source,)
        return Rule(
            Code(code), name, types, needs, severity, sources, _day(since), _day(until), kinds, manual, function,
            when, if_given,
        )  # fmt: skip

    return register


@dataclass(frozen=True, slots=True, eq=False)
class Glance:
    """A quick look at a node of one type that spares asking the articles which could have nothing to say.

    Where it says yes, all that they need is there and none of them hits; where it says no, they are asked.

    Parameters:
        each: the type of node.
        answers_for: the codes of those articles; a function with other codes too is asked in any case.
        looks_right: whether a node is right at a glance, by its values and the context. The values come by field,
            as a mapping: to ask a pydantic model for them takes several times as long.
    """

    each: type[Node]
    answers_for: frozenset[str]
    looks_right: LooksRight

    def covers(self, codes: Iterable[str]) -> bool:
        """Whether it answers for all codes of a function."""
        return self.answers_for.issuperset(codes)


def declare(code: str, name: str, *, severity: Severity, source: Citation) -> Rule:
    """An article that no function enforces: the shape of the input and the state of the tool itself."""
    return Rule(Code(code), name, (), (), severity, (source,), None, None, (), False, None)


def cite(source: str, article: str = "") -> Citation:
    """Cite an entry of the bibliography, and the article or row in it."""
    return Citation(source, article)


def hit(field: str, kind: str = "", fix: Proposal | None = None, row: Row | None = None, **params: Value) -> Hit:
    """Say what is wrong and where.

    Parameters:
        field: dotted path on the judged node, empty for the node itself; a path that starts with `/` is a
            pointer from the validated root.
        kind: which of the codes of this function is meant.
        fix: what would clear it.
        row: the table row that decided.
        params: the facts for the message.
    """
    return Hit(field, params, kind, fix, row)


def hits_of(field: str, problems: Iterable[Problem]) -> Hits:
    """The hits for what a check has found in one field: kind, facts and fix as they are."""
    for problem in problems:
        proposal = None if problem.fix is None else safe(problem.fix) if problem.safe else suggest(problem.fix)
        yield Hit(field, dict(problem.facts), problem.kind, proposal)


def safe(value: object) -> Proposal:
    """Propose a value for the field of the hit that cannot change what it means."""
    return Proposal(Safety.SAFE, (Change(value),))


def suggest(value: object) -> Proposal:
    """Propose a value for the field of the hit that a person should confirm."""
    return Proposal(Safety.SUGGESTED, (Change(value),))


def rules_of(chapter: ModuleType) -> tuple[Rule, ...]:
    """The articles of one chapter, sorted by code."""
    found = {article.code: article for member in vars(chapter).values() for article in _articles(member)}
    return tuple(found[code] for code in sorted(found))


def _articles(member: object) -> tuple[Rule, ...]:
    if isinstance(member, Rule):
        return (member,)
    return tuple(getattr(member, "rules", ())) if callable(member) else ()


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

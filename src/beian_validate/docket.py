"""What is to be judged of one kind of filing: which checks apply, which must wait, which are passed over.

A docket is made when the first filing of its kind comes and kept for the next: most articles concern only some
natures, orders, providers or provinces, and none of those is asked again at every node.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Any, NamedTuple

from beian_validate.context import Context
from beian_validate.rule import Glance, Hits, LooksRight, Rule
from beian_validate.schema.node import Node
from beian_validate.situation import Situation, When
from beian_validate.tree import Values

ABSENT: tuple[object, ...] = (None, "", ())
OVER = "over"
Reader = Callable[[Any], tuple[Any, ...]]


class Terms(NamedTuple):
    """What a check asks: of the situation, of the application beside the node, and of the node itself."""

    when: When | None
    given: tuple[str, ...]
    beside: tuple[str, ...]
    own: tuple[str, ...]
    if_given: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Check:
    """One function and the articles it serves, by kind of hit."""

    function: Callable[[Any, Context], Hits]
    terms: Terms
    rules: Mapping[str, Rule]
    codes: tuple[str, ...]


class Group(NamedTuple):
    """Checks that ask for the same values of a node, calls that read these, and the codes of all."""

    if_given: tuple[str, ...]
    read_given: Reader | None
    needs: tuple[str, ...]
    read: Reader | None
    checks: tuple[Check, ...]
    codes: tuple[str, ...]


Session = tuple[tuple[LooksRight, tuple[Group, ...]], ...]
"""What happens at a node of one type: glances, and what is judged where one of them leaves a doubt."""


def never(_values: Values, _ctx: Context) -> bool:
    """The glance that settles nothing, for what is judged in any case."""
    return False


class Docket:
    """What is to be judged of one kind of filing.

    Parameters:
        sessions: by type of node.
        waiting: by type of node, what is blocked at each one for want of a value of the application.
        passed_over: codes that do not apply.
        crashed: checks that failed to say whether they apply.
    """

    def __init__(
        self,
        sessions: Mapping[type[Node], Session],
        waiting: Mapping[type[Node], tuple[tuple[tuple[str, ...], str], ...]],
        passed_over: frozenset[str],
        crashed: tuple[tuple[Check, Exception], ...],
    ) -> None:
        self.sessions, self.waiting = sessions, {kind: blocked for kind, blocked in waiting.items() if blocked}
        self.passed_over, self.crashed = passed_over, crashed
        self._applicable: dict[frozenset[type[Node]], frozenset[str]] = {}

    @cached_property
    def every_article(self) -> Mapping[type[Node], Session]:
        """The sessions without their glances."""
        return {kind: tuple((never, groups) for _, groups in session) for kind, session in self.sessions.items()}

    def applicable(self, types: frozenset[type[Node]], rules: Iterable[Rule]) -> frozenset[str]:
        """The codes that can say something about a filing with these types of node."""
        if types not in self._applicable:
            self._applicable[types] = frozenset(
                rule.code
                for rule in rules
                if rule.function is None or (not types.isdisjoint(rule.each) and rule.code not in self.passed_over)
            )
        return self._applicable[types]


def docket(
    checks: Mapping[type[Node], tuple[Check, ...]],
    situation: Situation,
    missing: tuple[str, ...],
    nowhere: tuple[str, ...],
    glances: tuple[Glance, ...] = (),
) -> Docket:
    """Sort the checks for one kind of filing.

    Parameters:
        missing: pointers of the application that are not filled in.
        nowhere: pointers for which there is no application.
        glances: what may spare the checks of a node.
    """
    crashed: dict[Check, Exception] = {}

    def standing(check: Check) -> str:
        """What becomes of a check: empty when it is judged, the pointer that it waits for, or `OVER`."""
        terms = check.terms
        if not all(getattr(situation, name) for name in terms.given) or not set(nowhere).isdisjoint(terms.beside):
            return OVER
        waits_for = next((pointer for pointer in terms.beside if pointer in missing), "")
        return waits_for or ("" if applies(check) else OVER)

    def applies(check: Check) -> bool:
        try:
            return check.terms.when is None or check.terms.when(situation)
        except Exception as error:  # noqa: BLE001  a rule's fault must not hide what the other rules find
            crashed[check] = error
            return False

    standings = {check: standing(check) for of_kind in checks.values() for check in of_kind}
    sessions, waiting = {}, {}
    for kind, of_kind in checks.items():
        judged = [check for check in of_kind if not standings[check]]
        sessions[kind] = _session(judged, [glance for glance in glances if glance.each is kind])
        waiting[kind] = tuple(
            (check.codes, standings[check]) for check in of_kind if standings[check] not in ("", OVER)
        )
    over = frozenset(code for check, where in standings.items() if where == OVER for code in check.codes)
    return Docket(sessions, waiting, over, tuple(crashed.items()))


def _session(judged: list[Check], glances: list[Glance]) -> Session:
    by_glance: dict[LooksRight, list[Check]] = {glance.looks_right: [] for glance in glances}
    for check in judged:
        found = next((glance.looks_right for glance in glances if glance.covers(check.codes)), never)
        by_glance.setdefault(found, []).append(check)
    return tuple((looks_right, _grouped(spared)) for looks_right, spared in by_glance.items() if spared)


def _grouped(checks: Iterable[Check]) -> tuple[Group, ...]:
    groups: defaultdict[tuple[tuple[str, ...], tuple[str, ...]], list[Check]] = defaultdict(list)
    for check in checks:
        groups[check.terms.if_given, check.terms.own].append(check)
    return tuple(_group(if_given, needs, tuple(of_group)) for (if_given, needs), of_group in groups.items())


def _group(if_given: tuple[str, ...], needs: tuple[str, ...], checks: tuple[Check, ...]) -> Group:
    codes = tuple(code for check in checks for code in check.codes)
    return Group(if_given, reader(if_given), needs, reader(needs), checks, codes)


def reader(paths: tuple[str, ...]) -> Reader | None:
    """One call that reads all needed values; the class is read too, so that there are always several."""
    return attrgetter(*paths, "__class__") if paths else None


def checks_by_type(rules: Iterable[Rule]) -> Mapping[type[Node], tuple[Check, ...]]:
    """The rules as checks, one for each function, by the type of node that they judge."""
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
    return Check(
        function,
        Terms(
            when=articles[0].when,
            given=tuple(path[1:] for path in needs if path[0] == "@"),
            beside=tuple(path for path in needs if path[0] == "/"),
            own=tuple(path for path in needs if path[0] not in "/@"),
            if_given=articles[0].if_given,
        ),
        {kind: article for article in articles for kind in article.kinds},
        tuple(sorted({article.code for article in articles})),
    )

"""What a rule may know besides the node it judges."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, TypeVar

from beian_validate.law.filing import province_of
from beian_validate.schema.application import Application
from beian_validate.schema.node import Node
from beian_validate.schema.party import Sponsor
from beian_validate.schema.vocabulary import Nature, OrderType
from beian_validate.situation import SOLE_TRADERS_CODE, Situation, situation
from beian_validate.tree import Survey, Visit, texts

Answer = TypeVar("Answer")
_UNKNOWN = object()


class TypedText(NamedTuple):
    """A text somebody typed: where it stands and whether it is an identifier."""

    pointer: str
    value: str
    identifier: bool


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Under which circumstances a filing is judged: the day, the access provider, the province (two digits)."""

    as_of: date | None = None
    provider: str = ""
    province: str = ""


class Context:
    """One run over one tree. `parents` and `pointer` follow the walk: they are those of the node being judged.

    Parameters of a run, read-only for rules:
        as_of: the day of judgement, or None.
        provider: slug of the access provider, or empty.
        province: two digits of GB/T 2260, or empty; the sponsor's division comes before what the caller gave,
            and where neither is there, the province in which an address of the sponsor lies.
        given_province: what the caller gave.
        order: what the application asks for; a first filing when it does not say.
        application: the whole application, or None when only a part was given.
        sponsor: the sponsor of the application, an empty one when there is none.
        sponsors: its values, by field.
        visits: all filled-in nodes with their places.
        parents: the nodes above, nearest first.
        situation: all of this that does not depend on the nodes, for conditions that are asked once.
    """

    __slots__ = (
        "_memo", "application", "as_of", "given_province", "order", "parents", "pointer", "provider", "province",
        "root", "situation", "sponsor", "sponsors", "survey", "visits",
    )  # fmt: skip

    def __init__(self, root: Node, circumstances: Circumstances, survey: Survey) -> None:
        self.root = root
        self.survey, self.visits = survey, survey.visits
        self.application = root if isinstance(root, Application) else None
        self.sponsor = _sponsor(root)
        self.sponsors = vars(self.sponsor)
        self.as_of = circumstances.as_of
        self.provider = (self.application.provider if self.application else "") or circumstances.provider
        self.province = province_of(self.sponsor, circumstances.province)
        self.given_province = circumstances.province
        self.order = (self.application and self.application.order_type) or OrderType.NEW_SUBJECT
        self.situation = _situation(self)
        self.parents: tuple[Node, ...] = ()
        self.pointer = ""
        self._memo: dict[tuple[object, ...], Any] = {}

    def once(self, function: Callable[..., Answer], *arguments: Any) -> Answer:
        """The answer of a pure function, worked out once per run however many rules ask."""
        key = (function, *arguments)
        answer: Answer = self._memo.get(key, _UNKNOWN)
        if answer is _UNKNOWN:
            answer = self._memo[key] = function(*arguments)
        return answer

    def typed_texts(self) -> Iterator[TypedText]:
        """All texts of the tree."""
        return _all_texts(self.visits)


def _situation(ctx: Context) -> Situation:
    nature = ctx.sponsor.nature
    is_sole_trader = nature == Nature.ENTERPRISE and ctx.sponsor.certificate.number.startswith(SOLE_TRADERS_CODE)
    return situation(
        ctx.application is not None, nature, is_sole_trader, ctx.order,
        ctx.provider, ctx.province, ctx.given_province, ctx.as_of,
    )  # fmt: skip


def _all_texts(visits: Sequence[Visit]) -> Iterator[TypedText]:
    for node, pointer, _ in visits:
        for name, many, identifier, _ in texts(type(node)):
            value = getattr(node, name)
            if many:
                yield from (TypedText(f"{pointer}/{name}/{i}", item, identifier) for i, item in enumerate(value))
            elif value:
                yield TypedText(f"{pointer}/{name}", value, identifier)


def _sponsor(root: Node) -> Sponsor:
    if isinstance(root, Application):
        return root.sponsor
    return root if isinstance(root, Sponsor) else Sponsor()

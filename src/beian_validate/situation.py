"""What is known of a filing before its nodes are judged: by this, articles apply or do not."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from beian_validate.law.filing import SOLE_TRADER
from beian_validate.schema.vocabulary import Nature, OrderType

SOLE_TRADERS_CODE = "92"
"""How the credit codes of sole traders begin; on the forms they are enterprises."""


@dataclass(frozen=True, slots=True, eq=False)
class Situation:
    """One kind of filing on one day. Made by `situation`, which gives the same object for the same facts.

    Parameters:
        is_whole: whether a whole application is judged, not a part of one.
        nature: the nature of the sponsor, or None.
        is_sole_trader: an enterprise whose credit code begins with 92.
        order: what the application asks for.
        provider: slug of the access provider, or empty.
        province: two digits of GB/T 2260, or empty.
        given_province: the province that the caller named, or empty.
        as_of: the day of judgement, or None.
    """

    is_whole: bool
    nature: Nature | None
    is_sole_trader: bool
    order: OrderType
    provider: str
    province: str
    given_province: str
    as_of: date | None

    @property
    def is_individual(self) -> bool:
        """Whether the sponsor is a natural person."""
        return self.nature == Nature.INDIVIDUAL

    @property
    def party(self) -> str:
        """The nature as the tables of the provinces call it; they tell sole traders from other enterprises."""
        return SOLE_TRADER if self.is_sole_trader else self.nature or ""


When = Callable[[Situation], bool]
"""Whether an article applies to such filings at all."""

situation = lru_cache(maxsize=1024)(Situation)
"""The situation with these facts, in the order of the class; the same object again while it is in use."""


def of_individuals(situation: Situation) -> bool:
    """The sponsor is a natural person."""
    return situation.is_individual


def of_organisations(situation: Situation) -> bool:
    """The sponsor is not said to be a natural person."""
    return not situation.is_individual


def of_new_services(situation: Situation) -> bool:
    """The order files something that has no filing yet."""
    return situation.order in (OrderType.NEW_SUBJECT, OrderType.NEW_WEBSITE)


def of_filed_sponsors(situation: Situation) -> bool:
    """The order is for a sponsor that has a filing already."""
    return situation.order != OrderType.NEW_SUBJECT


def more_than_a_change(situation: Situation) -> bool:
    """The order files a service or brings it to this provider; a change leaves what it does not name as it is."""
    return situation.order != OrderType.CHANGE

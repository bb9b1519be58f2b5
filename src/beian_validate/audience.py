"""For whom the guide and the timeline speak: some notes concern one provider, one order or organisations only."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from beian_validate.schema.application import Application
from beian_validate.schema.open_vocabulary import provider_slug
from beian_validate.schema.vocabulary import Nature, OrderType


@dataclass(frozen=True, slots=True)
class Audience:
    """What decides which notes are told.

    Parameters:
        provider: slug of the access provider, or empty.
        order: what is applied for, or None when there is no application yet.
        party: `individual` or `organisation`, or empty when it is not known.
    """

    provider: str = ""
    order: OrderType | None = None
    party: str = ""

    def is_told(self, note: Mapping[str, Any]) -> bool:
        """Whether a note concerns this filing; what is not known excludes nothing but another provider's note."""
        of_order = self.order is None or self.order.value in note.get("orders", (self.order.value,))
        of_party = not self.party or note.get("party", self.party) == self.party
        return note["provider"] in ("", self.provider) and of_order and of_party


def audience(application: Application | None, provider: str = "") -> Audience:
    """For whom an application is, or for anybody with that provider."""
    if application is None:
        return Audience(provider_slug(provider))
    nature = application.sponsor.nature
    party = "" if nature is None else "individual" if nature == Nature.INDIVIDUAL else "organisation"
    slug = application.provider or provider_slug(provider)
    return Audience(slug, application.order_type or OrderType.NEW_SUBJECT, party)

"""What follows the approval: resolution, footer, public security, changes, licence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from beian_validate.checks.provinces import province_code
from beian_validate.event import Base, Basis, Event, State, span_of
from beian_validate.law.provinces import NATIONWIDE, Requirement, by_hand
from beian_validate.rules.deadlines import PUBLIC_SECURITY_DAYS, later
from beian_validate.schema.application import Application
from beian_validate.schema.vocabulary import AppKind, OrderType
from beian_validate.tables import table

UNBLOCK_DAYS: Final = (1, 2)
NEW: Final = (OrderType.NEW_SUBJECT, OrderType.NEW_WEBSITE)


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What is known when the approval is there or expected.

    Parameters:
        days: the days of all milestones.
        base: the days of the approval.
    """

    application: Application
    days: Mapping[str, date | None]
    as_of: date
    base: Base

    @property
    def order(self) -> OrderType:
        """What is applied for."""
        return self.application.order_type or OrderType.NEW_SUBJECT

    def events(self) -> Iterator[Event]:
        """Every entry of the last step."""
        yield from self._resolution()
        yield from self._numbers()
        if self.order in NEW or self.days["site_opened_on"] or self.days["public_security_filed_on"]:
            yield self._public_security()
        yield from standing(self.application)

    @property
    def _unblocked(self) -> Base:
        """When the block ends; counted from the approval when that is known."""
        least, most = UNBLOCK_DAYS
        basis = self.base.basis or Basis.APPROVAL
        return Base(later(self.base.first, least), later(self.base.last, most), basis, self.base.is_known)

    @property
    def _opening(self) -> Base:
        """When the site opens: the known day, or as soon as the block ends."""
        opened = self.days["site_opened_on"]
        return Base(opened, opened) if opened else self._unblocked

    def _resolution(self) -> Iterator[Event]:
        """The DNS records: added to a new site, switched for a filed one, left alone by a change."""
        facts, opened = {"span": span_of(*UNBLOCK_DAYS)}, self.days["site_opened_on"]
        if self.order == OrderType.CHANGE or not self._resolves:
            return
        if self.order == OrderType.ACCESS:
            yield self._dated("unblock", self._unblocked, "switch", facts)
        elif opened:
            yield Event("unblock", State.DONE, opened, opened, facts=facts)
        else:
            yield self._dated("unblock", self._unblocked, "", facts)

    @property
    def _resolves(self) -> bool:
        """Whether anything of the filing has a domain; an app without one has no records to add."""
        application = self.application
        return bool(application.websites or not application.apps or any(app.domains for app in application.apps))

    def _dated(self, key: str, start: Base, variant: str = "", facts: Mapping[str, Any] | None = None) -> Event:
        """An entry without an end: due when its days are known or past, else expected."""
        is_due = start.basis == Basis.KNOWN or (start.basis == Basis.APPROVAL and self.as_of > start.last)
        state = State.DUE if is_due else State.EXPECTED
        return Event(key, state, start.first, start.last, None, start.basis, start.is_known, variant, facts or {})

    def _numbers(self) -> Iterator[Event]:
        start, variant = self._opening, "" if self.order in NEW else "check"
        if self.application.websites or not self.application.apps:
            number = province_row(self.application, "website.icp_number_display").value
            yield self._dated("footer", start, variant, {"number": table("steps")["numbers"][number]})
        if self.application.apps:
            kinds = dict.fromkeys(app.kind or AppKind.APP for app in self.application.apps)
            letters = [table("steps")["letters"][kind.value] for kind in kinds]
            told = {"zh": "、".join(row["zh"] for row in letters), "en": ", ".join(row["en"] for row in letters)}
            yield self._dated("app-footer", start, "", {"letters": told})

    def _public_security(self) -> Event:
        start = self._opening
        facts, filed = {"days": PUBLIC_SECURITY_DAYS}, self.days["public_security_filed_on"]
        if filed:
            return Event("public-security", State.DONE, filed, filed, facts=facts)
        last = later(start.last, PUBLIC_SECURITY_DAYS)
        is_late = self.as_of > last
        state = State.EXPECTED
        if start.basis == Basis.KNOWN:
            state = State.MISSED if is_late else State.DUE
        elif start.basis == Basis.APPROVAL and self.as_of > start.last:
            state = State.DUE
        return Event("public-security", state, start.first, last, None, start.basis, start.is_known, facts=facts)


def standing(application: Application) -> Iterator[Event]:
    """What holds at any time."""
    yield Event("change", State.STANDING)
    if any(site.is_commercial for site in application.websites) or any(app.is_commercial for app in application.apps):
        yield Event("licence", State.STANDING)


def province_row(application: Application, name: str) -> Requirement:
    """The row of the province on a field that every province or the nationwide table tells."""
    province = province_code(application.sponsor.division_code) or NATIONWIDE
    return next(row for place in (province, NATIONWIDE) for row in by_hand(place) if row.field == name)

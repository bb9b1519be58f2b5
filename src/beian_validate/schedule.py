"""The timeline of a filing: what is done, what is due when, and how sure that is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from string import Formatter
from typing import Any, Final

from beian_validate.checks.provinces import province_code
from beian_validate.law.provinces import NATIONWIDE, Requirement, by_hand
from beian_validate.law.working_days import after, calendar
from beian_validate.rules.deadlines import (
    AUTHORITY_WORKING_DAYS,
    ORDER_DAYS,
    PUBLIC_SECURITY_DAYS,
    SMS_HOURS,
    day_of,
    later,
    sms_deadline,
)
from beian_validate.schema.application import Application
from beian_validate.schema.open_vocabulary import provider_slug
from beian_validate.schema.vocabulary import OrderType
from beian_validate.tables import table

UNBLOCK_DAYS: Final = (1, 2)


class State(StrEnum):
    """How a step stands on the day of looking."""

    DONE = "done"
    MISSED = "missed"
    DUE = "due"
    EXPECTED = "expected"
    STANDING = "standing"


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the timeline.

    Parameters:
        step: 1 to 8, the step of the filing that it belongs to.
        first, last: the days between which it happens or happened; None when no day can be told.
        moment: the exact deadline, where there is one.
        is_estimate: counted from an assumed day, as if the application were submitted on the day of looking.
        is_known: false where working days were counted beyond the announced holidays.
    """

    key: str
    step: int
    state: State
    first: date | None = None
    last: date | None = None
    moment: datetime | None = None
    is_estimate: bool = False
    is_known: bool = True
    facts: Mapping[str, Any] = field(default_factory=dict)

    def title(self, lang: str) -> str:
        """What it is, in `zh` or `en`."""
        return str(_row(self.key)["title"][lang])

    def text(self, lang: str) -> str:
        """What has to happen, in `zh` or `en`."""
        facts = {name: value[lang] if isinstance(value, dict) else value for name, value in self.facts.items()}
        return Formatter().vformat(_row(self.key)["text"][lang], (), facts)

    @property
    def sources(self) -> tuple[str, ...]:
        """Whose account it is, as identifiers of the bibliography."""
        return tuple(self.facts.get("sources") or _row(self.key)["sources"])

    def to_dict(self, lang: str) -> dict[str, Any]:
        """The entry as JSON."""
        return {
            "key": self.key,
            "step": self.step,
            "state": self.state.value,
            "title": self.title(lang),
            "text": self.text(lang),
            "first": self.first.isoformat() if self.first else None,
            "last": self.last.isoformat() if self.last else None,
            "moment": self.moment.isoformat() if self.moment else None,
            "is_estimate": self.is_estimate,
            "is_known": self.is_known,
            "sources": list(self.sources),
        }


@dataclass(frozen=True, slots=True)
class Timeline:
    """What is due when, in the order of the filing."""

    as_of: date
    provider: str
    events: tuple[Event, ...]

    @property
    def known_through(self) -> date:
        """The last day for which the State Council has announced holidays."""
        return calendar().known_through


def timeline(application: Application, as_of: date, *, provider: str = "") -> Timeline:
    """What is due when in a filing.

    Parameters:
        application: its `milestones` say what has happened.
        as_of: the day of looking; what is not submitted is counted as submitted on it.
        provider: slug of the access provider where the application names none.

    Source of the terms: `tables/steps.toml`, each with its own.
    """
    slug = application.provider or provider_slug(provider)
    return Timeline(as_of, slug, tuple(_events(application, as_of, slug)))


def terms_of(provider: str) -> Mapping[str, Any]:
    """How long the provider takes, in working days; the usual span where it is not known."""
    rows = table("steps")["providers"]
    found: Mapping[str, Any] = rows.get(provider, rows["default"])
    return found


def _row(key: str) -> Mapping[str, Any]:
    row: Mapping[str, Any] = table("steps")["deadlines"][key]
    return row


@cache
def _step(key: str) -> int:
    return int(_row(key)["step"])


@dataclass(frozen=True, slots=True)
class _Base:
    """The day from which the next term runs."""

    first: date
    last: date
    is_estimate: bool
    is_known: bool = True


def _events(application: Application, as_of: date, provider: str) -> Iterator[Event]:
    steps, terms = application.milestones, terms_of(provider)
    days = {name: day_of(steps, name) for name in type(steps).model_fields}
    sent = days["sent_to_authority_on"]
    past_review = days["provider_reviewed_at"] or days["sms_sent_at"] or sent or days["approved_on"]
    yield from _order(days, as_of, provider)
    start = _Base(as_of, as_of, is_estimate=True)
    review, base = _term("provider-review", past_review, start, terms["review"], terms["sources"])
    yield review
    handed, base = _term("to-authority", sent or days["approved_on"], base, terms["to_authority"], terms["sources"])
    yield handed
    yield _sms(application, days, as_of)
    answer, base = _term("authority-review", days["approved_on"], base, *_authority_terms(application))
    yield _judged(answer, as_of)
    yield from _afterwards(application, days, as_of, base)


def _order(days: Mapping[str, date | None], as_of: date, provider: str) -> Iterator[Event]:
    created, term = days["created_on"], ORDER_DAYS.get(provider)
    if created is None or term is None:
        return
    last = later(created, term)
    is_done = days["sent_to_authority_on"] or days["approved_on"]
    state = State.DONE if is_done else State.MISSED if as_of > last else State.DUE
    yield Event("order", _step("order"), state, created, last, facts={"days": term})


def _term(key: str, done: date | None, base: _Base, span: list[int], sources: tuple[str, ...]) -> tuple[Event, _Base]:
    """A term in working days, and the base of the next one."""
    least, most = span
    facts = {"span": _span(least, most), "days": AUTHORITY_WORKING_DAYS, "sources": tuple(sources)}
    if done:
        return Event(key, _step(key), State.DONE, done, done, facts=facts), _Base(done, done, is_estimate=False)
    first, last = after(base.first, least), after(base.last, most)
    is_known = base.is_known and first.is_known and last.is_known
    state = State.EXPECTED if base.is_estimate else State.DUE
    event = Event(key, _step(key), state, first.day, last.day, None, base.is_estimate, is_known, facts)
    return event, _Base(first.day, last.day, True, is_known)


def _authority_terms(application: Application) -> tuple[list[int], tuple[str, ...]]:
    """How many working days the authority of the province takes, and who says so besides the law."""
    row = _by_hand(application, "review.bureau_working_days")
    return [row.value["min"], row.value["max"]], (
        *_row("authority-review")["sources"],
        *(cited.id for cited in row.sources),
    )


def _by_hand(application: Application, name: str) -> Requirement:
    """The row of the province on a field that every province or the nationwide table tells."""
    province = province_code(application.sponsor.division_code) or NATIONWIDE
    return next(row for place in (province, NATIONWIDE) for row in by_hand(place) if row.field == name)


def _span(least: int, most: int) -> str:
    return str(least) if least == most else f"{least}–{most}"


def _judged(event: Event, as_of: date) -> Event:
    """The authority's term, missed when its last day has passed."""
    if event.state != State.DUE or event.last is None or as_of <= event.last or not event.is_known:
        return event
    return Event(event.key, event.step, State.MISSED, event.first, event.last, facts=event.facts)


def _sms(application: Application, days: Mapping[str, date | None], as_of: date) -> Event:
    order = application.order_type or OrderType.NEW_SUBJECT
    facts = {"hours": SMS_HOURS, "who": table("steps")["who"][order.value]}
    sent, done = application.milestones.sms_sent_at, days["sms_verified_at"] or days["approved_on"]
    if done:
        return Event("sms", _step("sms"), State.DONE, done, done, facts=facts)
    if sent is None:
        return Event("sms", _step("sms"), State.EXPECTED, is_estimate=True, facts=facts)
    last = sms_deadline(sent)
    state = State.MISSED if as_of > last.date() else State.DUE
    return Event("sms", _step("sms"), state, days["sms_sent_at"], last.date(), last, facts=facts)


def _afterwards(application: Application, days: Mapping[str, date | None], as_of: date, base: _Base) -> Iterator[Event]:
    step, opened = _step("unblock"), days["site_opened_on"]
    least, most = UNBLOCK_DAYS
    first, last = later(base.first, least), later(base.last, most)
    facts = {"span": _span(least, most)}
    if opened:
        yield Event("unblock", step, State.DONE, opened, opened, facts=facts)
    else:
        yield Event("unblock", step, State.EXPECTED, first, last, None, base.is_estimate, base.is_known, facts)
    start = _Base(opened, opened, False) if opened else _Base(first, last, True, base.is_known)
    state = State.DUE if opened else State.EXPECTED
    number = _by_hand(application, "website.icp_number_display").value
    yield Event(
        "footer",
        step,
        state,
        start.first,
        start.last,
        None,
        start.is_estimate,
        start.is_known,
        {"number": table("steps")["numbers"][number]},
    )
    yield _public_security(days, as_of, start)
    yield Event("change", step, State.STANDING)
    if any(site.is_commercial for site in application.websites) or any(app.is_commercial for app in application.apps):
        yield Event("licence", step, State.STANDING)


def _public_security(days: Mapping[str, date | None], as_of: date, start: _Base) -> Event:
    facts, filed = {"days": PUBLIC_SECURITY_DAYS}, days["public_security_filed_on"]
    step = _step("public-security")
    if filed:
        return Event("public-security", step, State.DONE, filed, filed, facts=facts)
    last = later(start.last, PUBLIC_SECURITY_DAYS)
    state = State.EXPECTED if start.is_estimate else State.MISSED if as_of > last else State.DUE
    return Event("public-security", step, state, start.first, last, None, start.is_estimate, start.is_known, facts)

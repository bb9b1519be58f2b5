"""The timeline of a filing: what is done, what is due when, and how sure that is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from beian_validate.aftermath import Aftermath, province_row, standing
from beian_validate.audience import Audience, audience
from beian_validate.event import Base, Basis, Event, State, row_of, span_of
from beian_validate.law.order_terms import order_term
from beian_validate.law.working_days import after, calendar
from beian_validate.rules.deadlines import (
    AUTHORITY_WORKING_DAYS,
    SMS_HOURS,
    day_of,
    later,
    order_begin,
    sms_deadline,
)
from beian_validate.schema.application import Application
from beian_validate.schema.vocabulary import OrderType
from beian_validate.tables import table


@dataclass(frozen=True, slots=True)
class Timeline:
    """What is due when, in the order of the filing."""

    as_of: date
    audience: Audience
    events: tuple[Event, ...]

    @property
    def provider(self) -> str:
        """Slug of the access provider, or empty."""
        return self.audience.provider

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
    told = audience(application, provider)
    return Timeline(as_of, told, tuple(_events(application, as_of, told.provider)))


def terms_of(provider: str) -> Mapping[str, Any]:
    """How long the provider takes, in working days; the usual span where it is not known."""
    rows = table("steps")["providers"]
    found: Mapping[str, Any] = rows.get(provider, rows["default"])
    return found


Days = Mapping[str, date | None]
"""The day of every milestone, by its name."""


def _events(application: Application, as_of: date, provider: str) -> Iterator[Event]:
    steps, terms = application.milestones, terms_of(provider)
    days = {name: day_of(steps, name) for name in type(steps).model_fields}
    sms = _sms(application, days, as_of)
    yield from _order(application, days, as_of, provider)
    base = Base(as_of, as_of, Basis.TODAY)
    review = "provider_reviewed_at", "sms_sent_at", "sent_to_authority_on", "approved_on"
    event, base = _term("provider-review", days, review, base, terms["review"], terms["sources"])
    yield event
    sent = "sent_to_authority_on", "approved_on"
    event, base = _term("to-authority", days, sent, base, terms["to_authority"], terms["sources"])
    yield event
    yield sms
    if sms.state == State.MISSED:
        yield Event("resubmit", State.DUE, facts={"hours": SMS_HOURS})
        yield from standing(application)
        return
    span, sources = _authority_terms(application)
    event, base = _term("authority-review", days, ("approved_on",), base, span, sources)
    yield _judged(event, as_of)
    yield from Aftermath(application, days, as_of, base).events()


def _order(application: Application, days: Days, as_of: date, provider: str) -> Iterator[Event]:
    term = order_term(provider)
    begin = order_begin(term, application.milestones) if term else None
    if term is None or begin is None:
        return
    since, last = begin[1], later(begin[1], term.days)
    is_done = days["sent_to_authority_on"] or days["approved_on"]
    state = State.DONE if is_done else State.MISSED if as_of > last else State.DUE
    facts = {"days": term.days, "since": since, "sources": tuple(cited.id for cited in term.sources)}
    variant = term.runs_from if term.runs_from != "creation" else ""
    done = days["sent_to_authority_on"]
    first, end = (done, done) if is_done else (since, last)
    yield Event("order", state, first, end, variant=variant, facts=facts)


def _term(
    key: str, days: Days, proofs: tuple[str, ...], base: Base, span: list[int], sources: tuple[str, ...]
) -> tuple[Event, Base]:
    """A term in working days, and the base of the next one.

    The first of the proofs is the milestone itself; a later one only proves that it has happened, not when.
    """
    facts = {"span": span_of(*span), "days": AUTHORITY_WORKING_DAYS, "sources": tuple(sources)}
    done = days[proofs[0]]
    proof = next((day for name in proofs if (day := days[name])), None)
    if proof:
        return Event(key, State.DONE, done, done, facts=facts), Base(proof, proof)
    first, last = after(base.first, span[0]), after(base.last, span[1])
    is_known = base.is_known and first.is_known and last.is_known
    state = State.EXPECTED if base.basis else State.DUE
    event = Event(key, state, first.day, last.day, None, base.basis, is_known, facts=facts)
    return event, Base(first.day, last.day, Basis.TODAY, is_known)


def _authority_terms(application: Application) -> tuple[list[int], tuple[str, ...]]:
    """How many working days the authority of the province takes, and who says so besides the law."""
    row = province_row(application, "review.bureau_working_days")
    sources = (*row_of("authority-review")["sources"], *(cited.id for cited in row.sources))
    return [row.value["min"], row.value["max"]], sources


def _judged(event: Event, as_of: date) -> Event:
    """The authority's term, missed when its last day has passed."""
    if event.state != State.DUE or event.last is None or as_of <= event.last or not event.is_known:
        return event
    return Event(event.key, State.MISSED, event.first, event.last, facts=event.facts)


def _sms(application: Application, days: Days, as_of: date) -> Event:
    order = application.order_type or OrderType.NEW_SUBJECT
    facts = {"hours": SMS_HOURS, "who": table("steps")["who"][order.value]}
    sent, done = application.milestones.sms_sent_at, days["sms_verified_at"]
    if done or days["approved_on"]:
        return Event("sms", State.DONE, done, done, facts=facts)
    if sent is None:
        return Event("sms", State.EXPECTED, basis=Basis.TODAY, facts=facts)
    last = sms_deadline(sent)
    state = State.MISSED if as_of > last.date() else State.DUE
    return Event("sms", state, days["sms_sent_at"], last.date(), last, facts=facts)

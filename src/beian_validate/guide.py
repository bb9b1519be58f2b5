"""The eight steps of a filing for one application: what to do, what is ready, what is missing, what to know."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from beian_validate.audience import Audience, audience
from beian_validate.event import Basis, Event, State
from beian_validate.explanation import told_by
from beian_validate.finding import Finding
from beian_validate.schedule import timeline
from beian_validate.schema.application import Application
from beian_validate.tables import table
from beian_validate.validator import Validator

STATES: Mapping[State, tuple[str, str]] = {
    State.DONE: ("已完成", "done"),
    State.MISSED: ("已过期", "missed"),
    State.DUE: ("待办", "due"),
    State.EXPECTED: ("预计", "expected"),
    State.STANDING: ("长期", "standing"),
}
_WORDS = {
    "zh": ("第{}步", "已备妥", "尚缺或有误：", "请人工核对："),
    "en": ("Step {}", "ready", "missing or wrong:", "for a person to look at:"),
}
_BASES = {
    Basis.TODAY: {"zh": "按今天提交估算", "en": "counted as if submitted today"},
    Basis.APPROVAL: {"zh": "按通过日估算", "en": "counted from the approval"},
}
_BEYOND_HOLIDAYS = {"zh": "超出已公布的放假安排，只扣周末", "en": "beyond the announced holidays, weekends only"}
UPLOAD = 4
STATIC_EVENTS = frozenset({"footer", "public-security", "change"})
"""What the plain guide tells without an application."""


@dataclass(frozen=True, slots=True)
class Step:
    """One of the eight steps as an application stands.

    Parameters:
        row: words and notes, from `tables/steps.toml`.
        findings: what is missing or wrong at this step.
        manual: what a person must look at.
        events: what is due when.
        is_judged: an application was given, and the step holds fields of it.
    """

    number: int
    row: Mapping[str, Any]
    findings: tuple[Finding, ...] = ()
    manual: tuple[Finding, ...] = ()
    events: tuple[Event, ...] = ()
    is_judged: bool = False


def guide(application: Application | None, *, as_of: date, provider: str = "", lang: str = "zh") -> str:
    """The eight steps of a filing as plain text, in the owner's words, with the source of every statement.

    Parameters:
        application: what is ready so far; without one, the plain guide.
        as_of: the day of looking.
        provider: slug of the access provider where the application names none.
        lang: `zh` or `en`.
    """
    told = audience(application, provider)
    blocks = ["\n".join(_block(step, told, lang)) for step in steps(application, as_of=as_of, provider=told.provider)]
    return "\n\n".join(blocks) + "\n"


def steps(application: Application | None, *, as_of: date, provider: str = "") -> tuple[Step, ...]:
    """The eight steps as the application stands."""
    rows: Sequence[Mapping[str, Any]] = table("steps")["steps"]
    events = timeline(application or Application(), as_of, provider=provider).events
    if application is None:
        told = tuple(event for event in events if event.key in STATIC_EVENTS)
        return tuple(Step(number, row, events=_of(told, number)) for number, row in enumerate(rows, 1))
    report = Validator(as_of=as_of, provider=provider).validate(application)
    return tuple(
        Step(
            number,
            row,
            tuple(found for found in report.findings if step_of(found.pointer) == number),
            tuple(found for found in report.manual if step_of(found.pointer) == number),
            _of(events, number),
            bool(row["fields"]) and (number != UPLOAD or bool(application.materials)),
        )
        for number, row in enumerate(rows, 1)
    )


def step_of(pointer: str) -> int:
    """The step at which a field is filled in; milestones belong to the last, the application itself to the first."""
    parts = pointer.split("/")
    best, length = (8 if pointer.startswith("/milestones") else 1), 0
    for number, row in enumerate(table("steps")["steps"], 1):
        for pattern in row["fields"]:
            wanted = pattern.split("/")
            is_above = all(want in ("*", part) for want, part in zip(wanted, parts, strict=False))
            if is_above and length < len(wanted) <= len(parts):
                best, length = number, len(wanted)
    return best


def _of(events: Sequence[Event], number: int) -> tuple[Event, ...]:
    return tuple(event for event in events if event.step == number)


def _block(step: Step, told: Audience, lang: str) -> Iterator[str]:
    title, ready, missing, manual = _WORDS[lang]
    is_ready = step.is_judged and not step.findings and not step.manual
    yield f"{title.format(step.number)} {step.row['title'][lang]}" + (f" ✓ {ready}" if is_ready else "")
    yield f"  {step.row['action'][lang]}"
    for heading, findings in ((missing, step.findings), (manual, step.manual)):
        if findings:
            yield f"  {heading}"
            yield from (f"    {found.code} {found.pointer} {found.message(lang)}" for found in findings)
    for event in step.events:
        yield from event_lines(event, lang)
    yield from note_lines(step.row, told, lang)


def event_lines(event: Event, lang: str) -> Iterator[str]:
    """One deadline for people: state, days, what has to happen, whose account it is."""
    marks = marks_of(event, lang)
    state = STATES[event.state][lang == "en"]
    yield f"  [{state}] {_when(event)}{event.title(lang)}" + (f" ({'; '.join(marks)})" if marks else "")
    yield f"      {event.text(lang)}"
    yield f"      — {told_by(event.sources, lang)}"


def _when(event: Event) -> str:
    if event.moment:
        return f"{event.moment:%Y-%m-%d %H:%M} "
    if event.last is None:
        return ""
    return f"{event.last} " if event.first in (None, event.last) else f"{event.first}…{event.last} "


def note_lines(row: Mapping[str, Any], told: Audience, lang: str) -> Iterator[str]:
    """What no file can prove but the owner should know, with its source."""
    for note in row.get("notes", ()):
        if told.is_told(note):
            yield f"  · {note[lang]}"
            yield f"      — {told_by(note['sources'], lang)}"


def marks_of(event: Event, lang: str) -> tuple[str, ...]:
    """How far the days of an entry can be trusted, in words."""
    counted = (_BASES[event.basis][lang],) if event.is_estimate else ()
    return (*counted, *([_BEYOND_HOLIDAYS[lang]] * (not event.is_known)))

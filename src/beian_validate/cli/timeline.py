"""`timeline`: what is due when, as text, JSON or a calendar."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import date, timedelta

from beian_validate.cli import OK, UNUSABLE
from beian_validate.cli.parser import language
from beian_validate.errors import ConfigError
from beian_validate.event import Event, State
from beian_validate.guide import event_lines, marks_of, note_lines
from beian_validate.load.one import application_at
from beian_validate.schedule import Timeline, timeline
from beian_validate.tables import table

_WORDS = {
    "zh": ("看的日子", "第{}步", "工作日按国务院放假通知计算，已知到 {}。"),
    "en": ("As of", "Step {}", "Working days follow the notices of the State Council, known through {}."),
}
LINE = 75


def run(options: Namespace) -> int:
    """Print the timeline of one application."""
    lang = options.lang or language()
    try:
        found = timeline(application_at(options.path), options.as_of or date.today(), provider=options.provider)
    except ConfigError as error:
        sys.stderr.write(f"beian-validate: {error}\n")
        return UNUSABLE
    write = {"text": as_text, "json": as_json, "ics": as_calendar}[options.format]
    sys.stdout.buffer.write(write(found, lang).encode("utf-8", "backslashreplace"))
    sys.stdout.flush()
    return OK


def as_text(found: Timeline, lang: str) -> str:
    """The timeline for people."""
    return "\n".join(_lines(found, lang)) + "\n"


def _lines(found: Timeline, lang: str) -> Iterator[str]:
    looked, step, known = _WORDS[lang]
    yield f"{looked} {found.as_of}"
    for number, row in enumerate(table("steps")["steps"], 1):
        yield ""
        yield f"{step.format(number)} {row['title'][lang]}"
        for event in found.events:
            if event.step == number:
                yield from event_lines(event, lang)
        yield from note_lines(row, found.audience, lang)
    yield ""
    yield known.format(found.known_through)


def as_json(found: Timeline, lang: str) -> str:
    """The timeline as JSON."""
    data = {
        "as_of": found.as_of.isoformat(),
        "provider": found.provider,
        "known_through": found.known_through.isoformat(),
        "events": [event.to_dict(lang) for event in found.events],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def as_calendar(found: Timeline, lang: str) -> str:
    """The deadlines ahead as a calendar (RFC 5545); each is an all-day entry on its last day."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//beian-validate//timeline//EN", "CALSCALE:GREGORIAN"]
    for event in found.events:
        if event.last and event.state in (State.DUE, State.EXPECTED):
            lines += _entry(event, found, lang)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _entry(event: Event, found: Timeline, lang: str) -> list[str]:
    assert event.last is not None
    end = event.last + timedelta(days=1) if event.last < date.max else event.last
    return [
        "BEGIN:VEVENT",
        f"UID:{event.key}-{event.last:%Y%m%d}@beian-validate",
        f"DTSTAMP:{found.as_of:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{event.last:%Y%m%d}",
        f"DTEND;VALUE=DATE:{end:%Y%m%d}",
        f"SUMMARY:{_escaped(event.title(lang))}",
        f"DESCRIPTION:{_escaped(' '.join((event.text(lang), *marks_of(event, lang))))}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets, each but the first with a blank before it."""
    piece, size = "", 0
    for character in line:
        length = len(character.encode("utf-8"))
        if size + length > LINE:
            yield piece
            piece, size = " ", 1
        piece, size = piece + character, size + length
    yield piece

"""Days and moments as spreadsheets, registrars and clerks write them, where only one reading is possible.

The year comes first in all of them; what puts the day or the month first, or has two digits for the year, may mean two
days and is not read.
"""

import re
import unicodedata
from contextlib import suppress
from datetime import date
from datetime import time as clock
from typing import Final

_DIVIDED: Final = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?", re.ASCII)
_IN_A_ROW: Final = re.compile(r"((?:19|20|21)\d{2})(\d{2})(\d{2})(?!\d)", re.ASCII)
_TIME: Final = re.compile(r"[T\s]*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,6})?)?", re.ASCII)
_LONGEST: Final = 40
_WITHOUT_END: Final = frozenset(
    "永久 永久有效 长期有效 长期 至长期 无期限 无限期 无固定期限 不限期 permanent forever indefinite".split()
)


def as_day(text: str) -> str:
    """The day in the form `YYYY-MM-DD`, without the time of day; empty where it cannot be read for sure.

    Parameters:
        text: a day as typed.
    """
    return _read(text)[0]


def as_moment(text: str) -> str:
    """The moment in the form `YYYY-MM-DDTHH:MM:SS`; empty where it cannot be read for sure.

    Parameters:
        text: a moment as typed, without a zone.
    """
    day, time = _read(text)
    return f"{day}T{time}" if day else ""


def has_no_end(text: str) -> bool:
    """Whether a text says that a certificate never ends.

    Parameters:
        text: an end of validity as typed.
    """
    return unicodedata.normalize("NFKC", text[:_LONGEST]).strip().casefold() in _WITHOUT_END


def _read(text: str) -> tuple[str, str]:
    plain = unicodedata.normalize("NFKC", text[: _LONGEST + 1]).strip()
    found = _DIVIDED.match(plain) or _IN_A_ROW.match(plain)
    rest = plain[found.end() :] if found else ""
    time = _TIME.fullmatch(rest)
    if found is None or len(text) > _LONGEST or (rest and time is None):
        return "", ""
    with suppress(ValueError):
        return date(*_numbers(found)).isoformat(), (clock(*_numbers(time)) if time else clock()).isoformat()
    return "", ""


def _numbers(found: re.Match[str]) -> tuple[int, int, int]:
    first, second, third = (int(group or 0) for group in found.groups())
    return first, second, third

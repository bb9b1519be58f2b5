"""Names about which nothing can be said: usual Chinese characters, and brackets as registries print them.

Nearly all names are of this form, so one look at them spares the many questions that the other modules ask.
"""

import re
from functools import cache
from typing import Final

from beian_validate.checks.han_variants import LOOK_ALIKES, TRADITIONAL
from beian_validate.checks.organisation_name import MAXIMUM

_FIRST: Final = 0x4E00
_LAST: Final = 0x9FFF
# A word that stands for none has four characters at most, so a longer name that begins with a Chinese one is none.
SHORTEST: Final = 5


def is_plain_organisation(name: str) -> bool:
    """Whether a registered name has five usual characters or more, and full-width round brackets in pairs, if any.

    None stands at the end, where notes are written, and nothing is left open with 某 or XX.

    Parameters:
        name: the name of an organisation.
    """
    return _organisation().fullmatch(name) is not None


def is_plain_title(name: str) -> bool:
    """Whether a name consists of three to thirty usual Chinese characters.

    Parameters:
        name: the name of a website or app.
    """
    return _title().fullmatch(name) is not None


@cache
def _organisation() -> re.Pattern[str]:
    inside = f"[{_usual()}A-Za-z0-9]"
    form = f"(?=.{{{SHORTEST},{MAXIMUM}}}\\Z)(?!.*(?:某|[Xx]{{2}}|）\\Z))"
    return re.compile(f"{form}[{_usual()}]{inside}*+(?:（{inside}++）{inside}*+)*+")


@cache
def _title() -> re.Pattern[str]:
    return re.compile(f"[{_usual()}]{{3,30}}")


@cache
def _usual() -> str:
    """The Chinese characters that are neither traditional nor look like others, for use inside [...]."""
    odd = sorted(ord(mark) for mark in {*TRADITIONAL, *LOOK_ALIKES} if _FIRST <= ord(mark) <= _LAST)
    runs = zip([_FIRST, *(code + 1 for code in odd)], [*(code - 1 for code in odd), _LAST], strict=True)
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in runs if first <= last)

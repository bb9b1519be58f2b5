"""The numbers of a person's documents other than the identity card.

Passports, travel and residence permits of Hong Kong, Macao and Taiwan, and the permanent resident cards of
2017 and 2023 (dossier: id.passport to id.foreign_pr_2023). Where the dossier is unsure, more is let through.
No fact ever holds a digit of the number.
"""

import re
from types import MappingProxyType
from typing import Final, NamedTuple

from beian_validate.checks import resident_id
from beian_validate.checks.problem import Problem
from beian_validate.checks.typed_number import fits_mod_11_2, plain, typing_problems, wrong_characters


class _Form(NamedTuple):
    pattern: re.Pattern[str]
    lengths: frozenset[int]


_FORMS: Final = MappingProxyType(
    {
        # A foreign passport may have any letters; one without a digit is a word typed by mistake.
        "passport": _Form(re.compile("(?=[A-Z]*[0-9])[0-9A-Z]{5,17}"), frozenset(range(5, 18))),
        "hong_kong_macao_travel_permit": _Form(re.compile("[HM][0-9]{8}(?:[0-9]{2})?"), frozenset({9, 11})),
        # Old Taiwan permits print a letter in brackets behind the number.
        "taiwan_travel_permit": _Form(
            re.compile(r"[0-9]{8}|[0-9]{10}(?:[A-Z]|\([A-Z]\)|（[A-Z]）)?"), frozenset({8, 10, 11})
        ),
        "permanent_resident_card": _Form(re.compile("[A-Z]{3}[0-9]{12}|9[0-9]{16}[0-9X]"), frozenset({15, 18})),
    }
)
_RESIDENCE: Final = MappingProxyType(
    {
        "hong_kong_macao_residence_permit": re.compile("8[12]0000"),
        "taiwan_residence_permit": re.compile("830000"),
    }
)
_CARD_OF_2023: Final = 18


def problems(kind: str, text: str) -> tuple[Problem, ...]:
    """The number of a person's document has the form of that kind of document.

    Kinds: `full-width`, `separators`, `lower-case` (one safe fix), `other-character` (facts `position` as
    typed, `count`), `length` (`length`, `expected`), `shape`, `check-character` (`position`),
    `other-document` (`looks_like`, a slug). Residence permits and identity cards: the kinds of `resident_id`
    too. An unknown document is not judged.

    Parameters:
        kind: slug of the certificate type, such as `passport`.
        text: the number as typed.
    """
    if kind == "resident_id_card":
        return resident_id.problems(text)
    if kind in _RESIDENCE:
        return _residence_problems(kind, text)
    form = _FORMS.get(kind)
    if form is None or (form.pattern.fullmatch(text) and not _check_problems(text)):
        return ()
    return _form_problems(kind, form, text)


def looks_like(text: str) -> str:
    """The slug of the document whose number this can only be; empty when there are several or none.

    Parameters:
        text: a number as typed.
    """
    number = plain(text)
    if not fits_mod_11_2(number):
        return ""
    if number.startswith("9"):
        return "permanent_resident_card"
    permit = next((kind for kind, opening in _RESIDENCE.items() if opening.match(number)), "")
    return permit or ("resident_id_card" if resident_id.birth_date(number) else "")


def _residence_problems(kind: str, text: str) -> tuple[Problem, ...]:
    problems = resident_id.problems(text)
    if not problems and _RESIDENCE[kind].match(text):
        return ()
    other = looks_like(text)
    if other not in ("", kind):
        return (Problem("other-document", (("looks_like", other),)),)
    return tuple(problem for problem in problems if problem.kind != "unknown-division")


def _form_problems(kind: str, form: _Form, text: str) -> tuple[Problem, ...]:
    wrong = wrong_characters(text)
    if wrong:
        return wrong
    number = plain(text)
    if form.pattern.fullmatch(number):
        return (*typing_problems(text), *_check_problems(number))
    other = looks_like(number)
    if other not in ("", kind):
        return (Problem("other-document", (("looks_like", other),)),)
    if len(number) not in form.lengths:
        return (Problem("length", (("length", len(number)), ("expected", _lengths(form)))),)
    return (*typing_problems(text), Problem("shape"))


def _lengths(form: _Form) -> str:
    shortest, longest = min(form.lengths), max(form.lengths)
    whole_range = len(form.lengths) == longest - shortest + 1
    return f"{shortest}-{longest}" if whole_range else ", ".join(map(str, sorted(form.lengths)))


def _check_problems(number: str) -> tuple[Problem, ...]:
    """Of all these documents only the 18 characters of a card of 2023 have a check character."""
    if len(number) != _CARD_OF_2023 or fits_mod_11_2(number):
        return ()
    return (Problem("check-character", (("position", _CARD_OF_2023),)),)

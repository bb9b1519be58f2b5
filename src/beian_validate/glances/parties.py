"""Glances at persons and certificates."""

import re
from datetime import date
from functools import lru_cache
from operator import itemgetter

from beian_validate.checks import credit_code, email, resident_id
from beian_validate.checks.area_codes import AREA_CODES
from beian_validate.checks.person_name import PLAIN
from beian_validate.checks.placeholder import FILLERS
from beian_validate.context import Context
from beian_validate.glances.codes import codes
from beian_validate.rule import Glance
from beian_validate.rules.certificates import MARGIN_MONTHS, months_after
from beian_validate.rules.identity_cards import is_usual_term
from beian_validate.rules.personal_numbers import OLDEST, OTHER_CARDS
from beian_validate.rules.provincial import demands
from beian_validate.schema.certificates import CertificateType
from beian_validate.schema.party import Certificate, Person
from beian_validate.situation import Situation
from beian_validate.tree import Values

IDENTITY_CARD, BUSINESS_LICENCE = CertificateType.RESIDENT_ID_CARD, CertificateType.BUSINESS_LICENCE
# Segments of the three great operators, without the endings of numbers that are typed to get past a form.
_MOBILE = "1(?:3[0-9]|5[0-35-9]|7[5-8]|8[0-9]|9[135-9])[0-9]{4}(?!0000|4321|5678|8000)[0-9]{4}"
_LANDLINE = "(?P<{0}>0(?:(?:10|2[0-9])(?=-[0-9]{{8}}(?![0-9]))|[3-9][0-9]{{2}}(?=-[0-9]{{7}})))-[0-9]{{7,8}}"
_SECOND, _OFFICE = _LANDLINE.format("second"), _LANDLINE.format("office")
_CARD = "[0-9]{6}(?P<year>[0-9]{4})[0-9]{7}[0-9X]"
_certificate = itemgetter("type", "number", "valid_from", "valid_to")
_texts = itemgetter("name", "mobile", "emergency_phone", "office_phone", "email")
_reachable = re.compile(
    rf"{_CARD}\|{PLAIN}\|(?P<mobile>{_MOBILE})\|(?!(?P=mobile))(?:{_MOBILE}|{_SECOND})\|{_OFFICE}\|(?P<email>[^|]+)"
).fullmatch
_alone = re.compile(rf"{_CARD}\|{PLAIN}\|(?:{_MOBILE})?\|\|\|").fullmatch
AGES = range(1, OLDEST)
"""Ages, by the year alone, that people have."""
ADULT, YEARS_OF_WORK = 21, 54
"""Ages, by the year alone, from which on no province asks for more, and up to which none minds."""
MAX_AGE = frozenset({"responsible_person.max_age"})


def is_in_order(certificate: Values, ctx: Context) -> bool:
    """A right number on an identity card or a business licence, valid today and beyond the margin as far as is told."""
    kind, number, begin, end = _certificate(certificate)
    if kind is IDENTITY_CARD:
        return ctx.once(_is_card_in_order, number, begin, end, ctx.as_of)
    return kind is BUSINESS_LICENCE and _is_valid(begin, end, ctx.as_of) and ctx.once(_is_credit_code, number)


def _is_credit_code(number: str) -> bool:
    return not credit_code.problems(number)


def _is_card_in_order(number: str, begin: date | None, end: date | str | None, today: date | None) -> bool:
    if not _is_valid(begin, end, today) or number.startswith(OTHER_CARDS) or resident_id.problems(number):
        return False
    born, year = int(number[6:10]), today.year if today else 0
    is_issued_rightly = begin is None or end is None or (is_usual_term(begin, end) and born < begin.year)
    return is_issued_rightly and year - born in AGES


def _is_valid(begin: date | None, end: date | str | None, today: date | None) -> bool:
    if today is None or (begin is not None and begin > today):
        return False
    return end is None or isinstance(end, str) or end > months_after(today, MARGIN_MONTHS)


def is_a_plain_person(person: Values, ctx: Context) -> bool:
    """A plain name, an identity card that shows its end, a usual age, two telephones, an office and an address.

    A legal representative as such has the card, and perhaps a telephone.
    """
    certificate = vars(person["certificate"])
    if certificate["type"] is not IDENTITY_CARD or certificate["valid_to"] is None or person["name"] in FILLERS:
        return False
    texts = f"{certificate['number']}|{'|'.join(_texts(person))}"
    if ctx.once(_is_reachable, texts, ctx.situation):
        return True
    alone = _alone(texts)
    return alone is not None and _is_of_age(alone, ctx.situation) and ctx.pointer.endswith("legal_representative")


def _is_reachable(texts: str, situation: Situation) -> bool:
    found = _reachable(texts)
    if found is None or not _is_of_age(found, situation) or email.problems(found["email"]):
        return False
    area, second = AREA_CODES.get(found["office"]), found["second"]
    return area is not None and situation.province in ("", area) and (second is None or second in AREA_CODES)


def _is_of_age(found: re.Match[str], situation: Situation) -> bool:
    today = situation.as_of
    return today is None or ADULT <= today.year - int(found["year"]) <= _oldest(situation)


@lru_cache(maxsize=1024)
def _oldest(situation: Situation) -> int:
    """The age, by the year alone, up to which the province does not mind."""
    return YEARS_OF_WORK if demands(situation, MAX_AGE) else OLDEST


PARTIES = (
    Glance(Certificate, codes("CER010-013", "CER020-035", "CER040-061"), is_in_order),
    Glance(
        Person,
        codes("CER003", "CER006", "PER003-008", "PER012-013", "PER023-028", "PER030-046", "PER050-055")
        | codes("PRV019-020", "PRV023"),
        is_a_plain_person,
    ),
)

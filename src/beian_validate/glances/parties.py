"""Glances at persons and certificates."""

import re
from functools import lru_cache

from beian_validate.checks import credit_code, email, resident_id
from beian_validate.checks.area_codes import AREA_CODES
from beian_validate.checks.person_name import is_plain
from beian_validate.checks.placeholder import FILLERS
from beian_validate.context import Context
from beian_validate.glances.codes import codes
from beian_validate.rule import Glance
from beian_validate.rules.certificates import MARGIN_MONTHS, months_after
from beian_validate.rules.numbers import OLDEST, OTHER_CARDS
from beian_validate.rules.provincial import demands
from beian_validate.schema.certificates import CertificateType
from beian_validate.schema.node import LONG_TERM
from beian_validate.schema.party import Certificate, Person
from beian_validate.situation import Situation

IDENTITY_CARD, BUSINESS_LICENCE = CertificateType.RESIDENT_ID_CARD, CertificateType.BUSINESS_LICENCE
# Segments of the three great operators, without the endings of numbers that are typed to get past a form.
_MOBILE = "1(?:3[0-9]|5[0-35-9]|7[5-8]|8[0-9]|9[135-9])[0-9]{4}(?!0000|4321|5678|8000)[0-9]{4}"
_LANDLINE = "(?P<{0}>0(?:(?:10|2[0-9])(?=-[0-9]{{8}}(?![0-9]))|[3-9][0-9]{{2}}(?=-[0-9]{{7}})))-[0-9]{{7,8}}"
_SECOND, _OFFICE = _LANDLINE.format("second"), _LANDLINE.format("office")
_mobile = re.compile(_MOBILE).fullmatch
_telephones = re.compile(f"{_MOBILE} (?:{_MOBILE}|{_SECOND}) {_OFFICE}").fullmatch
SHORTEST = 6
"""Characters of the shortest number of a document."""
AGES = range(1, OLDEST)
"""Ages, by the year alone, that people have."""
ADULT, YEARS_OF_WORK = 21, 54
"""Ages, by the year alone, from which on no province asks for more, and up to which none minds."""
MAX_AGE = frozenset({"responsible_person.max_age"})


def is_in_order(certificate: Certificate, ctx: Context) -> bool:
    """A right number on an identity card or a business licence, valid today and beyond the margin as far as is told."""
    begin, end, today = certificate.valid_from, certificate.valid_to, ctx.as_of
    if today is None or (begin is not None and begin > today):
        return False
    if not (end is None or end == LONG_TERM or end > months_after(today, MARGIN_MONTHS)):
        return False
    kind, number = certificate.type, certificate.number
    if kind is BUSINESS_LICENCE:
        return ctx.once(_is_credit_code, number)
    return kind is IDENTITY_CARD and ctx.once(_is_identity_number, number, today.year)


def _is_credit_code(number: str) -> bool:
    return not credit_code.problems(number)


def _is_identity_number(number: str, this_year: int) -> bool:
    return (
        not (number.startswith(OTHER_CARDS) or resident_id.problems(number)) and this_year - int(number[6:10]) in AGES
    )


def is_identified(person: Person, ctx: Context) -> bool:
    """A plain name beside an identity card that shows its end and a usual age."""
    certificate, today = person.certificate, ctx.as_of
    if certificate.type is not IDENTITY_CARD or certificate.valid_to is None or today is None:
        return False
    year = certificate.number[6:10]
    if is_plain(person.name) is None or not year.isdecimal():
        return False
    return ADULT <= today.year - int(year) <= _oldest(ctx.situation)


@lru_cache(maxsize=1024)
def _oldest(situation: Situation) -> int:
    """The age, by the year alone, at which the province does not mind."""
    return YEARS_OF_WORK if demands(situation, MAX_AGE) else OLDEST


def can_be_reached(person: Person, ctx: Context) -> bool:
    """Two different telephones, an office of the province and an e-mail address, all of them plain, and a document.

    A legal representative as such has the document, and perhaps a telephone.
    """
    mobile, second, office, address = person.mobile, person.emergency_phone, person.office_phone, person.email
    if person.certificate.type is None or len(person.certificate.number) < SHORTEST:
        return False
    if is_plain(person.name) is None or person.name in FILLERS:
        return False
    if office and second and address:
        return mobile != second and ctx.once(_are_plain, mobile, second, office, address, ctx.province)
    is_alone = not (second or office or address) and (mobile == "" or _mobile(mobile) is not None)
    return is_alone and ctx.pointer.endswith("legal_representative")


def _are_plain(mobile: str, second: str, office: str, address: str, province: str) -> bool:
    found = _telephones(f"{mobile} {second} {office}")
    if found is None or (found["second"] and found["second"] not in AREA_CODES):
        return False
    area = AREA_CODES.get(found["office"])
    return area is not None and (not province or area == province) and not email.problems(address)


PARTIES = (
    Glance(Certificate, codes("CER010-013", "CER020-035", "CER040-057"), is_in_order),
    Glance(Person, codes("CER003", "CER006", "PER012-013", "PER023-028", "PRV019-020", "PRV023"), is_identified),
    Glance(Person, codes("PER003-008", "PER030-046", "PER050-055"), can_be_reached),
)

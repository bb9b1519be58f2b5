"""Glances at the application, at persons and at certificates."""

from beian_validate.checks import credit_code, email, phone, resident_id
from beian_validate.checks.area_codes import AREA_CODES
from beian_validate.checks.person_name import problems as name_problems
from beian_validate.context import Context
from beian_validate.rule import Glance
from beian_validate.rules.certificates import MARGIN_MONTHS, months_after
from beian_validate.rules.contacts import VIRTUAL
from beian_validate.rules.numbers import OTHER_CARDS
from beian_validate.schema.application import Application
from beian_validate.schema.certificates import CertificateType
from beian_validate.schema.node import LONG_TERM
from beian_validate.schema.party import Certificate, Person
from beian_validate.situation import Situation

IDENTITY_CARD, BUSINESS_LICENCE = CertificateType.RESIDENT_ID_CARD, CertificateType.BUSINESS_LICENCE


def number_is_plain(certificate: Certificate, ctx: Context) -> bool:
    """A right identity number on an identity card, or a right credit code on a business licence."""
    kind, number = certificate.type, certificate.number
    if kind is BUSINESS_LICENCE:
        return not credit_code.problems(number)
    if kind is not IDENTITY_CARD or number.startswith(OTHER_CARDS) or resident_id.problems(number):
        return False
    return ctx.as_of is None or int(number[6:10]) < ctx.as_of.year


def is_valid_for_long(certificate: Certificate, ctx: Context) -> bool:
    """Valid today and beyond the margin."""
    begin, end, today = certificate.valid_from, certificate.valid_to, ctx.as_of
    if begin is None or end is None or today is None or begin > today:
        return False
    return end == LONG_TERM or end > ctx.once(months_after, today, MARGIN_MONTHS)


def is_named_as_on_a_card(person: Person, ctx: Context) -> bool:
    """A plain name beside an identity card."""
    name = person.name
    return name != "" and person.certificate.type is IDENTITY_CARD and not name_problems(name)


def can_be_reached(person: Person, ctx: Context) -> bool:
    """Two different telephones, an office of the province and an e-mail address, all of them plain, and a document."""
    mobile, second = person.mobile, person.emergency_phone
    return (
        mobile != second
        and bool(person.name and person.certificate.number and person.certificate.type)
        and _is_plain_mobile(mobile)
        and (_is_plain_mobile(second) or phone.area_code(second) in AREA_CODES)
        and _is_of_the_province(person.office_phone, ctx.province)
        and person.email != ""
        and not email.problems(person.email)
    )


def _is_plain_mobile(number: str) -> bool:
    return number != "" and not phone.mobile_problems(number) and not number.startswith(VIRTUAL)


def _is_of_the_province(number: str, province: str) -> bool:
    """Whether an office phone has an area code, of the province where that is known."""
    area = AREA_CODES.get(phone.area_code(number) or "")
    return area is not None and (not province or area == province) and not phone.landline_problems(number)


def is_one_person(application: Application, ctx: Context) -> bool:
    """One person answers for everything, with the same data everywhere."""
    sponsor = application.sponsor
    charged, representative = sponsor.person_in_charge, sponsor.legal_representative
    if not charged.name or application.apps:
        return False
    if representative is not None and _identity(representative) != _identity(charged):
        return False
    return all(_contact(site.person_in_charge) == _contact(charged) for site in application.websites)


def _identity(person: Person) -> tuple[str, str]:
    return person.name, person.certificate.number


def _contact(person: Person) -> tuple[str, str, str, str]:
    return person.name, person.certificate.number, person.mobile, person.email


def is_one_plain_service(application: Application, ctx: Context) -> bool:
    """One website with one domain, and no app."""
    websites = application.websites
    return len(websites) == 1 and not application.apps and len(websites[0].domains) == 1


def is_known_where(application: Application, ctx: Context) -> bool:
    """Provider and province are known, and the caller does not know them otherwise."""
    situation: Situation = ctx.situation
    is_told = bool(situation.provider and situation.province)
    return is_told and situation.given_province in ("", situation.province) and bool(application.websites)


def codes(first: str, *rest: str) -> frozenset[str]:
    """Codes, and runs of codes such as `CER020-033`."""
    return frozenset(code for word in (first, *rest) for code in _run(word))


def _run(word: str) -> list[str]:
    family, start, end = word[:3], word[3:6], word[7:] or word[3:6]
    return [f"{family}{number:03d}" for number in range(int(start), int(end) + 1)]


PARTIES = (
    Glance(Certificate, codes("CER020-033", "CER040-053"), number_is_plain, recurs=True),
    Glance(Certificate, codes("CER010-013"), is_valid_for_long, recurs=True),
    Glance(Person, codes("CER003", "PER023-028"), is_named_as_on_a_card, recurs=True),
    Glance(Person, codes("PER003-008", "PER030-045", "PER050-055"), can_be_reached, recurs=True),
    Glance(Application, codes("CON030-034", "PRV070-072"), is_one_person),
    Glance(Application, codes("DOM002", "SVC016", "APP011", "NAM033", "PRV058", "SPN014"), is_one_plain_service),
    Glance(Application, codes("CON001", "PRV001-002"), is_known_where),
)

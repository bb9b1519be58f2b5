"""Glances at the application and its sponsor."""

import re
from functools import cache, lru_cache
from operator import attrgetter

from beian_validate.checks import address, divisions
from beian_validate.checks.placeholder import FILLERS
from beian_validate.checks.plain_name import is_plain_organisation, plain_organisation
from beian_validate.checks.provinces import PROVINCES
from beian_validate.context import Context
from beian_validate.glances.codes import codes
from beian_validate.glances.parties import BUSINESS_LICENCE, IDENTITY_CARD
from beian_validate.materials import shown_fields
from beian_validate.rule import Glance
from beian_validate.rules.access import PROVIDERS
from beian_validate.rules.provincial import demands, operator
from beian_validate.schema.application import Application
from beian_validate.schema.party import RegistryRecord, Sponsor
from beian_validate.schema.service import DomainHolder
from beian_validate.schema.vocabulary import Nature
from beian_validate.schema.website import Website
from beian_validate.situation import Situation

_identity = attrgetter("name", "certificate.number", "certificate.valid_to")
_is_students = attrgetter("person_in_charge.is_student")
_CONTACT = ("name", "certificate.number", "certificate.valid_to", "mobile", "email")
_contact = attrgetter(*_CONTACT)
_contact_of_site = attrgetter(*(f"person_in_charge.{path}" for path in _CONTACT))
TEXT = frozenset({"address.forbidden_text"})
COMPANIES_CODE = "91"
"""How the credit codes of companies begin."""
_registered = attrgetter(
    "name", "investor", "registry_record.name", "certificate.number", "registry_record.number", "certificate.address",
    "registry_record.address",
)  # fmt: skip
_company = attrgetter(
    "name", "investor", "certificate.number", "division_code", "certificate.address", "address",
    "person_in_charge.name", "legal_representative.name",
)  # fmt: skip
_LONG, _PERSON = r"[\u4e00-\u9fff]\w{4}[^|]*", "[\u4e00-\u9fff]{2,}"
# The number begins like those of companies; what is long is no filler.
_whole = re.compile(rf"({_LONG})\|\1\|91[^|]*\|[^|]{{6}}\|{_LONG}\|{_LONG}\|{_PERSON}\|{_PERSON}").fullmatch


def is_one_person(application: Application, ctx: Context) -> bool:
    """One person answers for everything, with the same data everywhere."""
    sponsor = application.sponsor
    charged, representative = sponsor.person_in_charge, sponsor.legal_representative
    if not charged.name or application.apps:
        return False
    if representative is not None and _identity(representative) != _identity(charged):
        return False
    own = _contact(charged)
    return all(map(own.__eq__, map(_contact_of_site, application.websites)))


def is_one_plain_service(application: Application, ctx: Context) -> bool:
    """One website with one domain, and no app."""
    websites = application.websites
    return len(websites) == 1 and not application.apps and len(websites[0].domains) == 1


def is_known_where(application: Application, ctx: Context) -> bool:
    """Provider and province are known, and the caller does not know them otherwise; the sponsor files first."""
    is_told = application.provider in PROVIDERS and ctx.province != "" and ctx.given_province in ("", ctx.province)
    return is_told and application.sponsor.name != "" and application.sponsor.filing_number == ""


def needs_no_paper(application: Application, ctx: Context) -> bool:
    """A company without a list of materials and without a student, of which the province asks for no paper."""
    sponsor, charged = application.sponsor, application.sponsor.person_in_charge
    is_company = sponsor.nature is Nature.ENTERPRISE and charged.is_legal_representative is True
    if not is_company or charged.is_student or any(map(_is_students, application.websites)):
        return False
    return not application.materials and not demands(ctx.situation, shown_fields())


def is_as_registered(sponsor: Sponsor, ctx: Context) -> bool:
    """A plain name, and the same name, number and address on the certificate and at the company registry."""
    if sponsor.registry_record is None or sponsor.nature is None:
        return False
    return _agree("|".join(_registered(sponsor))) is not None and sponsor.name != operator(sponsor)


def _agree(texts: str) -> re.Match[str] | None:
    return _agreement().fullmatch(texts)


def is_named_like_the_sponsor(party: RegistryRecord | DomainHolder, ctx: Context) -> bool:
    """The same plain name as the sponsor's."""
    return party.name == ctx.sponsor.name and is_plain_organisation(party.name)


def is_a_whole_company(sponsor: Sponsor, ctx: Context) -> bool:
    """A company with its licence, its address and its legal representative, who is or is not in charge."""
    charged, representative = sponsor.person_in_charge, sponsor.legal_representative
    if sponsor.nature is not Nature.ENTERPRISE or representative is None:
        return False
    if sponsor.certificate.type is not BUSINESS_LICENCE or _whole("|".join(_company(sponsor))) is None:
        return False
    name, is_charged = charged.name, charged.is_legal_representative
    is_told = is_charged is False or (is_charged is True and name == representative.name)
    return is_told and name not in FILLERS and representative.name not in FILLERS


def is_represented(sponsor: Sponsor, ctx: Context) -> bool:
    """A company whose legal representative, with an identity card, is in charge himself."""
    charged, representative = sponsor.person_in_charge, sponsor.legal_representative
    return (
        sponsor.nature is Nature.ENTERPRISE
        and charged.is_legal_representative is True
        and charged.certificate.type is IDENTITY_CARD
        and (representative is None or charged.name == representative.name != "")
    )


def is_marked_rightly(website: Website, ctx: Context) -> bool:
    """The person in charge is marked as the legal representative, and is it by name."""
    person, representative = website.person_in_charge, ctx.sponsor.legal_representative
    if person.is_legal_representative is not True or representative is None:
        return False
    return person.name == representative.name != ""


def is_where_it_files(sponsor: Sponsor, ctx: Context) -> bool:
    """One detailed address, on the certificate too, that begins with the division, a county of today."""
    place, province = sponsor.address, ctx.province
    openings = _openings(sponsor.division_code)
    return (
        openings != ()
        and sponsor.nature is not None
        and place.startswith(openings)
        and place == sponsor.certificate.address
        and sponsor.division_code[:2] == sponsor.certificate.number[2:4] == province
        and not address.problems(place)
        and not any(map(place.__contains__, _forbidden(ctx.situation)))
    )


@lru_cache(maxsize=1024)
def _forbidden(situation: Situation) -> tuple[str, ...]:
    """What the province does not want in an address."""
    return tuple(word for row in demands(situation, TEXT) for word in row.value)


@cache
def _agreement() -> re.Pattern[str]:
    """A plain name, no investor or the same, the same at the registry, and number and address twice."""
    return re.compile(rf"({plain_organisation()})\|(?:\1)?\|\1\|([^|]+)\|\2\|([^|]+)\|\3")


def is_filed_first(sponsor: Sponsor, ctx: Context) -> bool:
    """A sponsor that names no filing of its own."""
    return sponsor.filing_number == ""


@lru_cache(maxsize=4096)
def _openings(code: str) -> tuple[str, ...]:
    """How addresses in a county of today begin, with and without the province; nothing for every other division."""
    if not (divisions.is_county_level(code) and divisions.is_current(code)):
        return ()
    name, city = divisions.full_name(code), divisions.city_name(code)
    is_told_apart = city and not any(city.startswith(row.short_name) for row in PROVINCES.values())
    return (name, name[name.index(city) :]) if is_told_apart else (name,)


FILING = (
    Glance(Application, codes("CON030-036", "PRV070-072"), is_one_person),
    Glance(
        Application,
        codes("DOM002", "SVC016", "SVC026-027", "APP011", "APP018-019", "NAM033", "PRV058", "SPN014"),
        is_one_plain_service,
    ),
    Glance(Application, codes("MAT001", "MAT005", "MAT050-052"), needs_no_paper),
    Glance(Application, codes("CON001", "CON003", "PRV001-002", "SPN017-018"), is_known_where),
    Glance(Sponsor, codes("CON010-013", "SPN003-006", "SPN015-016", "SPN041-045", "TXT011-012"), is_as_registered),
    Glance(
        Sponsor,
        codes("CER001-002", "CER004", "PER001", "PER009-011", "SPN001-012", "SPN047-048", "PRV081"),
        is_a_whole_company,
    ),
    Glance(Sponsor, codes("PER016", "PER022", "PRV010-014", "PRV021-022"), is_represented),
    Glance(Website, codes("PER016", "PER022"), is_marked_rightly),
    Glance(Sponsor, codes("CER005", "SPN022-039", "SPN049", "PRV090"), is_where_it_files),
    Glance(Sponsor, codes("SPN050-056"), is_filed_first),
    Glance(RegistryRecord, codes("SPN003-006", "SPN015-016", "TXT011-012"), is_named_like_the_sponsor),
    Glance(DomainHolder, codes("SPN003-006", "SPN015-016", "TXT011-012"), is_named_like_the_sponsor),
)

"""Glances at the application and its sponsor."""

from beian_validate.checks import address, brackets, divisions, organisation_name
from beian_validate.checks.placeholder import surely_says_something
from beian_validate.checks.text import licence_name_problems
from beian_validate.context import Context
from beian_validate.glances.codes import codes
from beian_validate.glances.parties import BUSINESS_LICENCE, IDENTITY_CARD
from beian_validate.materials import shown_fields
from beian_validate.rule import Glance
from beian_validate.rules.access import PROVIDERS
from beian_validate.rules.provincial import demands, operator
from beian_validate.schema.application import Application
from beian_validate.schema.party import Person, RegistryRecord, Sponsor
from beian_validate.schema.service import DomainHolder
from beian_validate.schema.vocabulary import Nature
from beian_validate.schema.website import Website

DIGITS = 6
"""Characters of a division."""
COMPANIES_CODE = "91"
"""How the credit codes of companies begin."""


def is_one_person(application: Application, ctx: Context) -> bool:
    """One person answers for everything, with the same data everywhere."""
    sponsor = application.sponsor
    charged, representative = sponsor.person_in_charge, sponsor.legal_representative
    if not charged.name or application.apps:
        return False
    if representative is not None and _identity(representative) != _identity(charged):
        return False
    own = _contact(charged)
    return all(_contact(site.person_in_charge) == own for site in application.websites)


def _identity(person: Person) -> tuple[object, ...]:
    return person.name, person.certificate.number, person.certificate.valid_to


def _contact(person: Person) -> tuple[object, ...]:
    return person.name, person.certificate.number, person.certificate.valid_to, person.mobile, person.email


def is_one_plain_service(application: Application, ctx: Context) -> bool:
    """One website with one domain, and no app."""
    websites = application.websites
    return len(websites) == 1 and not application.apps and len(websites[0].domains) == 1


def is_known_where(application: Application, ctx: Context) -> bool:
    """Provider and province are known, and the caller does not know them otherwise; the sponsor files first."""
    is_told = application.provider in PROVIDERS and ctx.province != "" and ctx.given_province in ("", ctx.province)
    return is_told and application.sponsor.name != "" and application.sponsor.filing_number == ""


def needs_no_paper(application: Application, ctx: Context) -> bool:
    """A company without a list of materials, in whose name and scope no paper of the province is called for."""
    sponsor = application.sponsor
    is_company = sponsor.nature is Nature.ENTERPRISE and sponsor.person_in_charge.is_legal_representative is True
    return is_company and not application.materials and not demands(ctx.situation, shown_fields())


def is_as_registered(sponsor: Sponsor, ctx: Context) -> bool:
    """A plain name, and the same name, number and address on the certificate and at the company registry."""
    record, certificate = sponsor.registry_record, sponsor.certificate
    return (
        record is not None
        and record.name == sponsor.name != ""
        and record.number == certificate.number != ""
        and record.address == certificate.address != ""
        and sponsor.investor in ("", sponsor.name)
        and sponsor.nature is not None
        and sponsor.name != operator(sponsor)
        and ctx.once(_is_plain_name, sponsor.name)
    )


def _is_plain_name(name: str) -> bool:
    return not (brackets.problems(name) or licence_name_problems(name) or organisation_name.problems(name))


def is_named_like_the_sponsor(party: RegistryRecord | DomainHolder, ctx: Context) -> bool:
    """The same plain name as the sponsor's."""
    return party.name == ctx.sponsor.name != "" and ctx.once(_is_plain_name, party.name)


def is_a_whole_company(sponsor: Sponsor, ctx: Context) -> bool:
    """A company with its licence, its address and its legal representative, who is or is not in charge."""
    certificate, charged, representative = sponsor.certificate, sponsor.person_in_charge, sponsor.legal_representative
    if sponsor.nature is not Nature.ENTERPRISE or certificate.type is not BUSINESS_LICENCE or representative is None:
        return False
    texts = sponsor.name, certificate.address, sponsor.address, charged.name, representative.name
    return (
        all(map(surely_says_something, texts))
        and sponsor.investor == sponsor.name
        and len(sponsor.division_code) == DIGITS
        and certificate.number.startswith(COMPANIES_CODE)
        and (charged.is_legal_representative is False or _is_the_representative(charged, representative))
    )


def _is_the_representative(charged: Person, representative: Person) -> bool:
    return charged.is_legal_representative is True and charged.name == representative.name


def is_marked_rightly(node: Sponsor | Website, ctx: Context) -> bool:
    """The person in charge is marked as the legal representative, and is it by name."""
    person, representative = node.person_in_charge, ctx.sponsor.legal_representative
    is_marked = person.is_legal_representative is True and representative is not None
    return is_marked and representative is not None and person.name == representative.name != ""


def is_represented(sponsor: Sponsor, ctx: Context) -> bool:
    """A company whose legal representative, with an identity card, is in charge himself."""
    charged = sponsor.person_in_charge
    return (
        sponsor.nature is Nature.ENTERPRISE
        and charged.is_legal_representative is True
        and charged.certificate.type is IDENTITY_CARD
    )


def is_where_it_files(sponsor: Sponsor, ctx: Context) -> bool:
    """One detailed address, on the certificate too, in the city and the province of the division, a county of today."""
    place, code, province = sponsor.address, sponsor.division_code, ctx.province
    return (
        sponsor.nature is not None
        and place != ""
        and place == sponsor.certificate.address
        and sponsor.certificate.number[2:4] == province != ""
        and divisions.is_known(code)
        and divisions.is_county_level(code)
        and divisions.is_current(code)
        and (divisions.city_name(code) or " ") in place
        and (divisions.division_name(code) or " ") in place
        and address.province_named(place) == province
        and not address.problems(place)
    )


FILING = (
    Glance(Application, codes("CON030-036", "PRV070-072"), is_one_person),
    Glance(
        Application,
        codes("DOM002", "SVC016", "SVC026-027", "APP011", "APP018-019", "NAM033", "PRV058", "SPN014"),
        is_one_plain_service,
    ),
    Glance(Application, codes("MAT001", "MAT050-052"), needs_no_paper),
    Glance(Application, codes("CON001", "CON003", "PRV001-002", "SPN017-018"), is_known_where),
    Glance(Sponsor, codes("CON010-013", "SPN003-006", "SPN015-016", "SPN041-045", "TXT011-012"), is_as_registered),
    Glance(
        Sponsor, codes("CER001-002", "CER004", "PER001", "PER009-011", "SPN001-012", "SPN047-048"), is_a_whole_company
    ),
    Glance(Sponsor, codes("PER016", "PER022"), is_marked_rightly),
    Glance(Website, codes("PER016", "PER022"), is_marked_rightly),
    Glance(Sponsor, codes("PRV010-014", "PRV021-022"), is_represented),
    Glance(Sponsor, codes("CER005", "SPN022-039", "SPN049"), is_where_it_files),
    Glance(RegistryRecord, codes("SPN003-006", "SPN015-016", "TXT011-012"), is_named_like_the_sponsor),
    Glance(DomainHolder, codes("SPN003-006", "SPN015-016", "TXT011-012"), is_named_like_the_sponsor),
)

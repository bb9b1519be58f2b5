"""Glances at the application and its sponsor."""

import re
from functools import lru_cache
from operator import itemgetter

from beian_validate.checks import address, divisions
from beian_validate.checks.placeholder import FILLERS
from beian_validate.checks.plain_name import is_plain_organisation
from beian_validate.checks.provinces import PROVINCES
from beian_validate.context import Context
from beian_validate.glances.codes import codes
from beian_validate.glances.parties import BUSINESS_LICENCE, IDENTITY_CARD
from beian_validate.law.provinces import requirements
from beian_validate.materials import shown_fields
from beian_validate.rule import Glance
from beian_validate.rules.access import PROVIDERS
from beian_validate.rules.certificates import NAMED_SO
from beian_validate.rules.provincial import demands, operator
from beian_validate.schema.application import Application
from beian_validate.schema.party import RegistryRecord, Sponsor
from beian_validate.schema.service import DomainHolder
from beian_validate.schema.vocabulary import Nature
from beian_validate.schema.website import Website
from beian_validate.situation import Situation
from beian_validate.tree import Values

_CONTACT = itemgetter("name", "mobile", "email")
_CARD = itemgetter("number", "valid_to")
TEXT = frozenset({"address.forbidden_text"})
DIGITS = 6
"""Characters of a division."""
COMPANIES_CODE = "91"
"""How the credit codes of companies begin."""
OTHER_BODIES = tuple(ending for ending, prefix in NAMED_SO.items() if prefix != COMPANIES_CODE)
"""How the names of other bodies end."""
_LONG, _PERSON = r"[\u4e00-\u9fff]\w{4}[^|]*", "[\u4e00-\u9fff]{2,}"
_says = re.compile(rf"(?:{_LONG}\|){{3}}{_PERSON}\|{_PERSON}").fullmatch
"""Three texts too long for a filler, and the names of two persons."""


def is_one_person(application: Values, ctx: Context) -> bool:
    """One person answers for everything, with the same data everywhere."""
    charged, representative = vars(ctx.sponsors["person_in_charge"]), ctx.sponsors["legal_representative"]
    if charged["name"] == "" or application["apps"]:
        return False
    card = _CARD(vars(charged["certificate"]))
    if representative is not None:
        held = vars(representative)
        if held["name"] != charged["name"] or _CARD(vars(held["certificate"])) != card:
            return False
    own = _CONTACT(charged)
    for website in application["websites"]:
        person = vars(vars(website)["person_in_charge"])
        if _CONTACT(person) != own or _CARD(vars(person["certificate"])) != card:
            return False
    return True


def is_one_plain_service(application: Values, ctx: Context) -> bool:
    """One website with one domain, and no app."""
    websites = application["websites"]
    return len(websites) == 1 and not application["apps"] and len(websites[0].domains) == 1


def is_known_where(application: Values, ctx: Context) -> bool:
    """Provider and province are known, and the caller does not know them otherwise; the sponsor files first."""
    is_told = application["provider"] in PROVIDERS and ctx.province != "" and ctx.given_province in ("", ctx.province)
    return is_told and ctx.sponsors["name"] != "" and ctx.sponsors["filing_number"] == ""


def needs_no_paper(application: Values, ctx: Context) -> bool:
    """No list of materials, and no paper that the province asks for by what the application shows."""
    return application["materials"] == () and not _asks_for_papers(ctx.situation)


@lru_cache(maxsize=1024)
def _asks_for_papers(situation: Situation) -> bool:
    of = situation
    return bool(requirements(of.province, of.party, of.order, of.as_of, shown_fields()))


def is_as_registered(sponsor: Values, ctx: Context) -> bool:
    """A plain name, and the same name, number and address on the certificate and at the company registry."""
    if sponsor["registry_record"] is None or sponsor["nature"] is None:
        return False
    name, record, certificate = sponsor["name"], vars(sponsor["registry_record"]), vars(sponsor["certificate"])
    return (
        record["name"] == name
        and record["number"] == certificate["number"] != ""
        and record["address"] == certificate["address"] != ""
        and sponsor["investor"] in ("", name)
        and is_plain_organisation(name)
        and name != operator(ctx.sponsor)
    )


def is_named_like_the_sponsor(party: Values, ctx: Context) -> bool:
    """The same plain name as the sponsor's."""
    return party["name"] == ctx.sponsors["name"] and is_plain_organisation(party["name"])


def is_a_whole_company(sponsor: Values, ctx: Context) -> bool:
    """A company with its licence, its address and its legal representative, who is or is not in charge."""
    representative, certificate = sponsor["legal_representative"], vars(sponsor["certificate"])
    if sponsor["nature"] is not Nature.ENTERPRISE or representative is None:
        return False
    name, place, registered = sponsor["name"], sponsor["address"], certificate["address"]
    is_plain = certificate["type"] is BUSINESS_LICENCE and certificate["number"].startswith(COMPANIES_CODE)
    if not is_plain or name.endswith(OTHER_BODIES):
        return False
    if sponsor["investor"] != name or len(sponsor["division_code"]) != DIGITS:
        return False
    charged, representatives = vars(sponsor["person_in_charge"]), vars(representative)["name"]
    is_charged = charged["is_legal_representative"]
    is_told = is_charged is False or (is_charged is True and charged["name"] == representatives)
    if not is_told or charged["name"] in FILLERS or representatives in FILLERS:
        return False
    return _says(f"{name}|{registered}|{place}|{charged['name']}|{representatives}") is not None


def is_represented(sponsor: Values, ctx: Context) -> bool:
    """A company whose legal representative, with an identity card, is in charge himself."""
    charged, representative = vars(sponsor["person_in_charge"]), sponsor["legal_representative"]
    return (
        sponsor["nature"] is Nature.ENTERPRISE
        and charged["is_legal_representative"] is True
        and charged["certificate"].type is IDENTITY_CARD
        and (representative is None or charged["name"] == representative.name != "")
    )


def is_marked_rightly(website: Values, ctx: Context) -> bool:
    """The person in charge is marked as the legal representative, and is it by name."""
    person, representative = vars(website["person_in_charge"]), ctx.sponsors["legal_representative"]
    if person["is_legal_representative"] is not True or representative is None:
        return False
    return bool(person["name"] == representative.name != "")


def is_where_it_files(sponsor: Values, ctx: Context) -> bool:
    """One detailed address, on the certificate too, that begins with the division, a county of today."""
    place, code, certificate = sponsor["address"], sponsor["division_code"], vars(sponsor["certificate"])
    openings = _openings(code)
    return (
        openings != ()
        and sponsor["nature"] is not None
        and place.startswith(openings)
        and place == certificate["address"]
        and code[:2] == certificate["number"][2:4] == ctx.province
        and not address.problems(place)
        and not any(map(place.__contains__, _forbidden(ctx.situation)))
    )


@lru_cache(maxsize=1024)
def _forbidden(situation: Situation) -> tuple[str, ...]:
    """What the province does not want in an address."""
    return tuple(word for row in demands(situation, TEXT) for word in row.value)


def is_filed_first(sponsor: Values, ctx: Context) -> bool:
    """A sponsor that names no filing of its own."""
    return bool(sponsor["filing_number"] == "")


@lru_cache(maxsize=4096)
def _openings(code: str) -> tuple[str, ...]:
    """How addresses in a county of today begin, with and without the province; nothing for every other division."""
    is_county = divisions.is_county_level(code) and divisions.is_current(code)
    if not is_county or not PROVINCES[code[:2]].icp_abbreviation:
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
    Glance(
        Sponsor,
        codes("CON010-013", "SPN003-006", "SPN015-016", "SPN041-045", "SPN058", "SPN060-061", "TXT011-012"),
        is_as_registered,
    ),
    Glance(
        Sponsor,
        codes("CER001-002", "CER004", "PER001", "PER009-011", "SPN001-012", "SPN047-048", "CER062", "PRV081"),
        is_a_whole_company,
    ),
    Glance(Sponsor, codes("PER016", "PER022", "PRV010-014", "PRV021-022"), is_represented),
    Glance(Website, codes("PER016", "PER022"), is_marked_rightly),
    Glance(Sponsor, codes("CER005", "SPN022-039", "SPN049", "SPN057", "SPN062", "PRV090"), is_where_it_files),
    Glance(Sponsor, codes("SPN050-056", "SPN059"), is_filed_first),
    Glance(RegistryRecord, codes("SPN003-006", "SPN015-016", "TXT011-012"), is_named_like_the_sponsor),
    Glance(DomainHolder, codes("SPN003-006", "SPN015-016", "TXT011-012"), is_named_like_the_sponsor),
)

"""SPN022 to SPN049, SPN057 to SPN062: addresses, divisions, the sponsor's name and investor."""

from datetime import date
from functools import partial

from beian_validate.checks import address, divisions, organisation_name, place
from beian_validate.checks.person_name import looks_like_a_person
from beian_validate.checks.placeholder import is_placeholder
from beian_validate.checks.problem import Problem
from beian_validate.checks.provinces import PROVINCES
from beian_validate.checks.text import clean_identifier
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.law.provinces import requirements
from beian_validate.rule import Hits, cite, hit, hits_of, rule
from beian_validate.rules.names import same_but_spelling
from beian_validate.rules.persons import is_misnamed
from beian_validate.rules.provincial import decided_by_row, operator
from beian_validate.rules.slips import ELSEWHERE, is_divisions_slip, is_mixed_up
from beian_validate.schema.party import Sponsor
from beian_validate.schema.vocabulary import Nature
from beian_validate.situation import Situation, of_individuals, of_organisations

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
DOOR = (cite("ucloud-review-faq"), cite("inspur-refusals"))
SYMBOLS = cite("ucloud-review-faq")
PROVINCE = (cite("ucloud-review-faq"), cite("tencent-subject-faq"), cite("tencent-refusals"))
DIVISION = (cite("gbt-2260"), cite("miit-form-2023"))
REGION = (cite("miit-form-2023"), cite("taobao-icp-submit"))
INVESTOR = (cite("xrcloud-filing-form"), cite("agency-refusals"))
NAME = (cite("miit-form-2023"), cite("isms-code-tables"))
IN_TRANSITION = 2
"""Years for which forms may still have a division that was given up."""
ZONES = frozenset("79")
"""Fifth digits of such codes; the standard has hardly any there."""
OWNED = frozenset({Nature.ENTERPRISE, Nature.GOVERNMENT, Nature.PUBLIC_INSTITUTION})
OWNER = frozenset({"investor_or_superior.name"})


def _of_the_province(situation: Situation) -> bool:
    return situation.nature not in ELSEWHERE


article = partial(rule, each=Sponsor, needs=("address",))


@article("SPN030", "address-without-door-number", severity=WARNING, source=DOOR, kinds=("no-door-number", "too-short"))
@article("SPN022", "address-ends-at-the-district", severity=ERROR, source=DOOR, kinds=("district-only",))
@article("SPN023", "address-is-a-reference", severity=ERROR, source=DOOR, kinds=("reference",))
@article("SPN024", "address-in-latin", severity=WARNING, source=DOOR, kinds=("latin",))
@article("SPN025", "phone-in-address", severity=WARNING, source=DOOR, kinds=("phone",))
@article("SPN026", "address-odd-symbol", severity=WARNING, source=SYMBOLS, kinds=("odd-symbol",))
@article("SPN031", "address-abbreviated", severity=ERROR, source=DOOR, kinds=("abbreviated",))
@article("SPN032", "address-symbol", severity=ERROR, source=SYMBOLS, kinds=("forbidden-symbol",))
def address_is_detailed(sponsor: Sponsor, ctx: Context) -> Hits:
    """The communication address leads to a door, or the remark says that no finer one exists."""
    problems = address.problems(sponsor.address)
    if not problems or is_placeholder(sponsor.address):
        return
    for found in hits_of("address", _untold(problems, address.says_most_detailed(sponsor.remark))):
        has_no_door = found.kind in ("no-door-number", "too-short")
        yield decided_by_row(found, ctx, "address.detail_level") if has_no_door else found


def _untold(problems: tuple[Problem, ...], is_most_detailed: bool) -> tuple[Problem, ...]:
    """The problems that the remark does not answer; an address without a door need not be called short as well."""
    kinds = {problem.kind for problem in problems}
    told = {"no-door-number", "too-short"} if is_most_detailed else set()
    if "no-door-number" in kinds:
        told.add("too-short")
    return tuple(problem for problem in problems if problem.kind not in told)


@rule(
    "SPN033", "address-of-another-province", each=Sponsor, needs=("nature", "address", "@province"), severity=ERROR,
    source=PROVINCE, when=_of_the_province,
)  # fmt: skip
def address_is_in_the_province(sponsor: Sponsor, ctx: Context) -> Hits:
    """An organisation has its communication address in the province in which it files."""
    named = address.province_named(sponsor.address)
    if named and named != ctx.province and not is_divisions_slip(sponsor, ctx):
        yield hit("address", province=_name_of(ctx.province), named=_name_of(named))


@rule(
    "SPN034", "certificate-address-of-another-province", each=Sponsor,
    needs=("nature", "certificate.address", "@province"), severity=ERROR, source=PROVINCE,
    when=_of_the_province,
)  # fmt: skip
def certificate_address_is_in_the_province(sponsor: Sponsor, ctx: Context) -> Hits:
    """An organisation files in the province that its certificate names."""
    named = address.province_named(sponsor.certificate.address)
    if named and named != ctx.province and not is_divisions_slip(sponsor, ctx):
        yield hit("certificate.address", province=_name_of(ctx.province), named=_name_of(named))


@rule(
    "SPN028", "division-of-another-province", each=Sponsor, needs=("nature", "division_code", "@province"),
    severity=ERROR, source=PROVINCE, when=_of_the_province,
)  # fmt: skip
def division_is_in_the_province_of_the_addresses(sponsor: Sponsor, ctx: Context) -> Hits:
    """The division is chosen in the province that both addresses name."""
    named = address.province_named(sponsor.address)
    if named and is_divisions_slip(sponsor, ctx):
        yield hit("division_code", province=_name_of(ctx.province), named=_name_of(named))


article = partial(rule, each=Sponsor, needs=("division_code",), source=DIVISION)


@article("SPN029", "division-of-no-province", severity=ERROR, kinds=("nowhere",))
@article("SPN057", "division-without-an-authority", severity=ERROR, kinds=("outside",))
@article("SPN035", "division-code-shape", severity=ERROR, kinds=("shape",))
@article("SPN036", "division-unknown", severity=WARNING, kinds=("unknown",))
@article("SPN037", "division-too-coarse", severity=WARNING, kinds=("coarse",))
@article("SPN038", "division-given-up", severity=WARNING, kinds=("old",))
@article("SPN049", "division-given-up-lately", severity=ADVICE, kinds=("lately",))
@article("SPN062", "division-of-a-zone", severity=ADVICE, kinds=("zone",))
def division_is_a_county(sponsor: Sponsor, ctx: Context) -> Hits:
    """The division is a district or county of today."""
    code = sponsor.division_code
    if not _is_six_digits(code):
        is_told = _is_six_digits(clean_identifier(code)) or is_placeholder(code)
        if not is_told:  # width and blanks have articles of their own
            yield hit("division_code", "shape", length=len(code))
    elif divisions.province_of(code) is None:
        yield hit("division_code", "nowhere", code=code)
    elif not PROVINCES[code[:2]].icp_abbreviation:
        if not is_divisions_slip(sponsor, ctx):
            yield hit("division_code", "outside", code=code, division=PROVINCES[code[:2]].name)
    elif not divisions.is_known(code):
        yield hit("division_code", "zone" if _may_be_a_zone(code) else "unknown", code=code)
    elif not divisions.is_county_level(code):
        yield hit("division_code", "coarse", code=code, division=divisions.full_name(code))
    elif not divisions.is_current(code):
        yield hit("division_code", _how_old(code, ctx.as_of), code=code, division=divisions.full_name(code))


def _may_be_a_zone(code: str) -> bool:
    """Whether an unknown code is built like those that statistics and registries give to the zones of a city."""
    return code[4] in ZONES and divisions.city_name(code) != ""


def _how_old(code: str, as_of: date | None) -> str:
    """Whether a code was given up so long ago that no form has it any more."""
    division = divisions.find(code)
    until = division.until if division else None
    return "lately" if as_of is None or until is None or until >= as_of.year - IN_TRANSITION else "old"


@rule(
    "SPN039", "address-of-another-city", each=Sponsor, needs=("address", "division_code"), severity=WARNING,
    source=REGION,
)  # fmt: skip
def address_is_in_the_city(sponsor: Sponsor, ctx: Context) -> Hits:
    """The city with which the address begins is the one that was chosen."""
    code = sponsor.division_code
    if not divisions.is_current(code):
        return
    city = divisions.city_name(code) or divisions.division_name(code) or ""
    if city in sponsor.address or address.province_named(sponsor.address) not in (None, code[:2]):
        return
    named = place.city_named(sponsor.address)
    if named and not city.startswith(named):
        yield hit("address", division=divisions.full_name(code))


@rule(
    "SPN027", "address-of-another-district", each=Sponsor, needs=("address", "division_code"), severity=WARNING,
    source=REGION,
)  # fmt: skip
def address_is_in_the_district(sponsor: Sponsor, ctx: Context) -> Hits:
    """The district that the address names is the one that was chosen."""
    code = sponsor.division_code
    if not (divisions.is_current(code) and divisions.is_county_level(code)):
        return
    named = _district_named(sponsor.address, code)
    if named:
        # Where the certificate lies in that district too, it is the choice that is wrong.
        is_chosen_wrongly = _district_named(sponsor.certificate.address, code) == named
        field = "division_code" if is_chosen_wrongly else "address"
        yield hit(field, division=divisions.full_name(code), named=named)


def _district_named(text: str, code: str) -> str:
    """Another district of the same city with which an address goes on after the city; empty where it is the own."""
    rest, own = place.after_the_city(text), divisions.division_name(code) or ""
    city, province = place.city_named(text), address.province_named(text)
    if (city and not divisions.city_name(code).startswith(city)) or province not in (None, code[:2]):
        return ""  # told by SPN039 and SPN033
    counties = divisions.counties_of(code[:4])
    if own not in counties or rest.startswith(own) or own.startswith(rest[:2]):
        return ""
    return next((name for name in counties if rest.startswith(name)), "")


@rule(
    "SPN040", "investor-of-an-individual", each=Sponsor, needs=("name", "nature"), if_given=("investor",),
    severity=WARNING, source=INVESTOR, when=of_individuals,
)  # fmt: skip
def individual_is_the_investor(sponsor: Sponsor, ctx: Context) -> Hits:
    """An individual is the investor."""
    if is_placeholder(sponsor.name) or is_placeholder(sponsor.investor):
        return
    if not same_but_spelling(sponsor.investor, sponsor.name) and not is_mixed_up(sponsor) and not is_misnamed(ctx):
        yield hit("investor")


def _of_owned_organisations(situation: Situation) -> bool:
    """Whether such a sponsor cannot belong to a person, and the province says nothing about its investor itself."""
    rows = requirements(situation.province, situation.party, situation.order, situation.as_of, OWNER)
    return situation.nature in OWNED and not situation.is_sole_trader and not rows


article = partial(
    rule, each=Sponsor, needs=("name", "nature"), if_given=("investor",), source=INVESTOR, when=_of_owned_organisations
)


@article("SPN047", "investor-is-a-person", severity=WARNING, kinds=("person",))
@article("SPN048", "investor-is-the-representative", severity=ADVICE, kinds=("representative",))
def organisation_has_an_organisation_as_investor(sponsor: Sponsor, ctx: Context) -> Hits:
    """The investor of a company, or the body above an institution, is an organisation and no person."""
    investor, representative = sponsor.investor, sponsor.legal_representative
    if is_mixed_up(sponsor) or is_placeholder(investor) or same_but_spelling(investor, sponsor.name):
        return
    if investor == operator(sponsor) and (representative or sponsor.person_in_charge.is_legal_representative):
        yield hit("investor", "representative")
    elif investor == sponsor.person_in_charge.name or looks_like_a_person(investor):
        yield hit("investor", "person")


@rule(
    "SPN045", "organisation-named-like-a-person", each=Sponsor, needs=("name", "nature"), severity=WARNING, source=NAME,
    when=of_organisations,
)  # fmt: skip
def organisation_has_a_name_of_its_own(sponsor: Sponsor, ctx: Context) -> Hits:
    """An organisation other than a sole trader is not named like the person who represents it."""
    is_operator = sponsor.name == operator(sponsor) and not ctx.situation.is_sole_trader
    if is_operator and not is_placeholder(sponsor.name) and not is_mixed_up(sponsor):
        yield hit("name")


article = partial(rule, each=Sponsor, needs=("name",), source=NAME, when=of_organisations)


@article("SPN041", "sponsor-name-is-a-number", severity=ERROR, kinds=("digits-only", "number-like", "no-letter"))
@article("SPN042", "sponsor-name-is-an-address", severity=ERROR, kinds=("domain", "email"))
@article("SPN043", "sponsor-name-too-short", severity=WARNING, kinds=("too-short",))
@article("SPN044", "sponsor-name-too-long", severity=ERROR, kinds=("length",))
@article("SPN058", "more-than-the-name", severity=WARNING, kinds=("label", "note", "trailing"))
@article("SPN060", "several-names", severity=WARNING, kinds=("several",))
@article("SPN061", "sponsor-name-is-a-pattern", severity=WARNING, kinds=("pattern",))
def sponsor_has_a_name_as_on_a_certificate(sponsor: Sponsor, ctx: Context) -> Hits:
    """The sponsor goes by the name on its certificate, not by a domain, a number or a site name."""
    problems = organisation_name.problems(sponsor.name)
    if not problems or is_placeholder(sponsor.name):
        return
    record = sponsor.registry_record
    if record is not None and record.name not in ("", sponsor.name):  # told by CON010 letter by letter
        problems = tuple(problem for problem in problems if problem.kind not in organisation_name.BESIDE)
    yield from hits_of("name", problems)


def _is_six_digits(code: str) -> bool:
    return len(code) == 6 and code.isascii() and code.isdigit()


def _name_of(province: str) -> str:
    return PROVINCES[province].name

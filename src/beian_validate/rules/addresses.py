"""SPN030 to SPN049: addresses, divisions, the sponsor's name and investor."""

from functools import partial

from beian_validate.checks import address, divisions, organisation_name, place
from beian_validate.checks.problem import Problem
from beian_validate.checks.provinces import PROVINCES
from beian_validate.checks.text import clean_identifier
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, cite, hit, hits_of, rule
from beian_validate.rules.names import same_but_spelling
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
ELSEWHERE = frozenset({Nature.INDIVIDUAL, Nature.OVERSEAS_INSTITUTION})
"""Sponsors whose certificate may name another place than the province in which they file."""


def _of_the_province(situation: Situation) -> bool:
    return situation.nature not in ELSEWHERE


article = partial(rule, each=Sponsor, needs=("address",))


@article("SPN030", "address-without-door-number", severity=WARNING, source=DOOR, kinds=("no-door-number", "too-short"))
@article("SPN031", "address-abbreviated", severity=WARNING, source=DOOR, kinds=("abbreviated",))
@article("SPN032", "address-symbol", severity=ERROR, source=SYMBOLS, kinds=("forbidden-symbol",))
def address_is_detailed(sponsor: Sponsor, ctx: Context) -> Hits:
    """The communication address leads to a door, or the remark says that no finer one exists."""
    problems = address.problems(sponsor.address)
    if problems:
        yield from hits_of("address", _untold(problems, address.says_most_detailed(sponsor.remark)))


def _untold(problems: tuple[Problem, ...], is_most_detailed: bool) -> tuple[Problem, ...]:
    """The problems that the remark does not answer; an address without a door need not be called short as well."""
    kinds = {problem.kind for problem in problems}
    told = {"no-door-number", "too-short", "abbreviated"} if is_most_detailed else set()
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
    if named and named != ctx.province:
        yield hit("address", province=_name_of(ctx.province), named=_name_of(named))


@rule(
    "SPN034", "certificate-address-of-another-province", each=Sponsor,
    needs=("nature", "certificate.address", "@province"), severity=ERROR, source=PROVINCE,
    when=_of_the_province,
)  # fmt: skip
def certificate_address_is_in_the_province(sponsor: Sponsor, ctx: Context) -> Hits:
    """An organisation files in the province that its certificate names."""
    named = address.province_named(sponsor.certificate.address)
    if named and named != ctx.province:
        yield hit("certificate.address", province=_name_of(ctx.province), named=_name_of(named))


article = partial(rule, each=Sponsor, needs=("division_code",), source=DIVISION)


@article("SPN035", "division-code-shape", severity=ERROR, kinds=("shape",))
@article("SPN036", "division-unknown", severity=ADVICE, kinds=("unknown",))
@article("SPN037", "division-too-coarse", severity=WARNING, kinds=("coarse",))
@article("SPN038", "division-given-up", severity=ADVICE, kinds=("old",))
def division_is_a_county(sponsor: Sponsor, ctx: Context) -> Hits:
    """The division is a district or county of today."""
    code = sponsor.division_code
    if not _is_six_digits(code):
        if not _is_six_digits(clean_identifier(code)):  # width and blanks have articles of their own
            yield hit("division_code", "shape", length=len(code))
    elif not divisions.is_known(code):
        yield hit("division_code", "unknown", code=code)
    elif not divisions.is_county_level(code):
        yield hit("division_code", "coarse", code=code, division=divisions.full_name(code))
    elif not divisions.is_current(code):
        yield hit("division_code", "old", code=code, division=divisions.full_name(code))


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
    "SPN040", "investor-of-an-individual", each=Sponsor, needs=("name", "nature", "investor"), severity=WARNING,
    source=INVESTOR, when=of_individuals,
)  # fmt: skip
def individual_is_the_investor(sponsor: Sponsor, ctx: Context) -> Hits:
    """An individual is the investor."""
    if not same_but_spelling(sponsor.investor, sponsor.name):
        yield hit("investor")


article = partial(rule, each=Sponsor, needs=("name",), source=NAME, when=of_organisations)


@article("SPN041", "sponsor-name-is-a-number", severity=ERROR, kinds=("digits-only", "number-like", "no-letter"))
@article("SPN042", "sponsor-name-is-an-address", severity=ERROR, kinds=("domain", "email"))
@article("SPN043", "sponsor-name-too-short", severity=WARNING, kinds=("too-short",))
@article("SPN044", "sponsor-name-too-long", severity=ERROR, kinds=("length",))
def sponsor_has_a_name_as_on_a_certificate(sponsor: Sponsor, ctx: Context) -> Hits:
    """The sponsor goes by the name on its certificate, not by a domain, a number or a site name."""
    yield from hits_of("name", organisation_name.problems(sponsor.name))


def _is_six_digits(code: str) -> bool:
    return len(code) == 6 and code.isascii() and code.isdigit()


def _name_of(province: str) -> str:
    return PROVINCES[province].name

"""SPN030 to SPN049: addresses, divisions, the sponsor's name and investor."""

from beian_validate.checks import address, divisions, organisation_name, place
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, cite, hit, hits_of, rule
from beian_validate.rules.names import same_but_spelling
from beian_validate.schema.party import Sponsor
from beian_validate.schema.vocabulary import Nature

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
GUIDE = (cite("tencent-refusals"), cite("huawei-refusals"))
DIVISIONS = cite("gbt-2260")


@rule("SPN030", "address-without-door-number", each=Sponsor, needs=("address",), severity=WARNING, source=GUIDE, kinds=("no-door-number", "too-short"))
@rule("SPN031", "address-abbreviated", each=Sponsor, needs=("address",), severity=WARNING, source=GUIDE, kinds=("abbreviated",))
@rule("SPN032", "address-symbol", each=Sponsor, needs=("address",), severity=ERROR, source=GUIDE, kinds=("forbidden-symbol",))
def address_is_detailed(sponsor: Sponsor, ctx: Context) -> Hits:
    """The communication address leads to a door, or the remark says that no finer one exists."""
    problems = address.problems(sponsor.address)
    if problems and address.says_most_detailed(sponsor.remark):
        problems = tuple(problem for problem in problems if problem.kind == "forbidden-symbol")
    yield from hits_of("address", problems)


@rule("SPN033", "address-of-another-province", each=Sponsor, needs=("nature", "address", "@province"), severity=ERROR, source=GUIDE)
def address_is_in_the_province(sponsor: Sponsor, ctx: Context) -> Hits:
    """An organisation has its communication address in the province in which it files."""
    named = place.province_named(sponsor.address)
    if named and named != ctx.province and sponsor.nature != Nature.INDIVIDUAL:
        yield hit("address", province=ctx.province, named=named)


@rule("SPN034", "certificate-address-of-another-province", each=Sponsor, needs=("nature", "certificate.address", "@province"), severity=ERROR, source=GUIDE)
def certificate_address_is_in_the_province(sponsor: Sponsor, ctx: Context) -> Hits:
    """An organisation files in the province that its certificate names."""
    named = place.province_named(sponsor.certificate.address)
    if named and named != ctx.province and sponsor.nature != Nature.INDIVIDUAL:
        yield hit("certificate.address", province=ctx.province, named=named)


@rule("SPN035", "division-code-shape", each=Sponsor, needs=("division_code",), severity=ERROR, source=DIVISIONS, kinds=("shape",))
@rule("SPN036", "division-unknown", each=Sponsor, needs=("division_code",), severity=ADVICE, source=DIVISIONS, kinds=("unknown",))
@rule("SPN037", "division-too-coarse", each=Sponsor, needs=("division_code",), severity=WARNING, source=DIVISIONS, kinds=("coarse",))
@rule("SPN038", "division-given-up", each=Sponsor, needs=("division_code",), severity=ADVICE, source=DIVISIONS, kinds=("old",))
def division_is_a_county(sponsor: Sponsor, ctx: Context) -> Hits:
    """The division is a district or county of today."""
    code = sponsor.division_code
    if not (len(code) == 6 and code.isascii() and code.isdigit()):
        if code.isascii() and " " not in code:
            yield hit("division_code", "shape", length=len(code))
    elif not ctx.once(divisions.is_known, code):
        yield hit("division_code", "unknown", code=code)
    elif not ctx.once(divisions.is_county_level, code):
        yield hit("division_code", "coarse", code=code, name=divisions.full_name(code))
    elif not ctx.once(divisions.is_current, code):
        yield hit("division_code", "old", code=code, name=divisions.full_name(code))


@rule("SPN039", "address-of-another-city", each=Sponsor, needs=("address", "division_code"), severity=WARNING, source=GUIDE)
def address_is_in_the_city(sponsor: Sponsor, ctx: Context) -> Hits:
    """The city that the address names is the one that was chosen."""
    named = place.city_named(sponsor.address)
    if not named or not divisions.is_current(sponsor.division_code):
        return
    city, own = divisions.city_name(sponsor.division_code), divisions.division_name(sponsor.division_code)
    if city and named not in (city, own):
        yield hit("address", city=city)


@rule("SPN040", "investor-of-an-individual", each=Sponsor, needs=("name", "nature", "investor"), severity=WARNING, source=cite("taobao-icp-submit"))
def individual_is_the_investor(sponsor: Sponsor, ctx: Context) -> Hits:
    """An individual is the investor."""
    if sponsor.nature == Nature.INDIVIDUAL and not same_but_spelling(sponsor.investor, sponsor.name):
        yield hit("investor")


@rule("SPN041", "sponsor-name-is-a-number", each=Sponsor, needs=("name",), severity=ERROR, source=GUIDE, kinds=("digits-only", "credit-code", "no-letter"))
@rule("SPN042", "sponsor-name-is-an-address", each=Sponsor, needs=("name",), severity=ERROR, source=GUIDE, kinds=("domain", "email"))
@rule("SPN043", "sponsor-name-too-short", each=Sponsor, needs=("name",), severity=WARNING, source=GUIDE, kinds=("too-short",))
@rule("SPN044", "sponsor-name-too-long", each=Sponsor, needs=("name",), severity=ERROR, source=GUIDE, kinds=("length",))
def sponsor_has_a_name_as_on_a_certificate(sponsor: Sponsor, ctx: Context) -> Hits:
    """The sponsor goes by the name on its certificate, not by a domain, a number or a site name."""
    if sponsor.nature != Nature.INDIVIDUAL:
        yield from hits_of("name", organisation_name.problems(sponsor.name))



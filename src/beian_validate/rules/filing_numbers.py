"""SPN050 to SPN056, SPN059: the sponsor's own filing number."""

from dataclasses import replace
from functools import partial

from beian_validate.checks import icp_number
from beian_validate.checks.provinces import province_by_abbreviation
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, cite, hit, hits_of, rule
from beian_validate.schema.party import Sponsor

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
NUMBERS = (cite("footer-licence-numbers"), cite("tencent-filing-numbers"))
NUMBER = ("filing_number",)
FIRST_YEAR, WITH_A_YEAR = 2005, 10
"""Filings began in 2005; numbers of ten digits begin with the year."""
FILING_DIGITS = "8 or 10"
"""How the check words the count of digits of a filing number, as against that of a licence."""


article = partial(rule, each=Sponsor, if_given=NUMBER, source=NUMBERS)


@article(
    "SPN050",
    "filing-number-dirty",
    severity=WARNING,
    kinds=(
        "missing-hao",
        "hyphen-before-hao",
        "lower-case",
        "dash",
        "superfluous-hao",
        "missing-hyphen",
        "superfluous-hyphen",
        "traditional",
        "extra-text",
    ),
)
@article("SPN051", "filing-number-form", severity=ERROR, kinds=("not-a-filing-number",))
@article("SPN052", "filing-number-digits", severity=ERROR, kinds=("digits",))
@article("SPN053", "filing-number-abbreviation", severity=ADVICE, kinds=("tolerated-abbreviation",))
@article("SPN054", "filing-number-of-a-website", severity=WARNING, kinds=("of-a-website",))
@article("SPN055", "filing-number-of-another-province", severity=WARNING, kinds=("province",))
@article("SPN056", "filing-number-parts", severity=WARNING, kinds=("licence-digits", "suffix", "unknown-province"))
def filing_number_is_the_sponsors(sponsor: Sponsor, ctx: Context) -> Hits:
    """The filing number is that of the sponsor, in its canonical spelling, from the sponsor's province."""
    for found in hits_of("filing_number", icp_number.problems(sponsor.filing_number)):
        is_of_a_licence = found.kind == "digits" and found.params["expected"] != FILING_DIGITS
        yield replace(found, kind="licence-digits") if is_of_a_licence else found
    number = icp_number.parse(sponsor.filing_number)
    if number is None:
        return
    if number.number:
        yield hit("filing_number", "of-a-website", number=sponsor.filing_number)
    issued = province_by_abbreviation(number.province)
    if ctx.province and issued and issued.code != ctx.province:
        yield hit("filing_number", "province", number=sponsor.filing_number)


@rule(
    "SPN059", "filing-number-of-an-impossible-year", each=Sponsor, needs=("@as_of",), if_given=NUMBER, severity=WARNING,
    source=NUMBERS,
)  # fmt: skip
def filing_number_is_of_a_year_of_filings(sponsor: Sponsor, ctx: Context) -> Hits:
    """The year in a filing number of ten digits is neither to come nor before there were filings."""
    number = icp_number.parse(sponsor.filing_number)
    if number is None or number.kind != "filing" or len(number.serial) != WITH_A_YEAR or ctx.as_of is None:
        return
    year = int(number.serial[:4])
    if not FIRST_YEAR <= year <= ctx.as_of.year:
        yield hit("filing_number", number=sponsor.filing_number, year=year)

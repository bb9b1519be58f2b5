"""DOM021, DOM029 to DOM041: what the suffix of a domain says about who may file it."""

from functools import partial

from beian_validate.checks.domain_label import to_ascii
from beian_validate.checks.domain_suffix import is_approved_suffix, restrictions, suffix, table_date
from beian_validate.context import Context
from beian_validate.finding import Severity, Wording
from beian_validate.rule import Hits, cite, hit, rule
from beian_validate.rules.domains import is_of_an_app, meant
from beian_validate.schema.service import Domain
from beian_validate.schema.vocabulary import Nature
from beian_validate.situation import Situation

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
SUFFIXES = cite("tencent-domains")
LAW = (cite("state-council-2018-55"), cite("government-application-rules"))
GOVERNMENT = tuple(map(to_ascii, (".gov.cn", ".政务", ".政务.cn")))
INSTITUTION = tuple(map(to_ascii, (".cn", ".中国", ".公益", ".公益.cn")))
BOUND = frozenset({Nature.GOVERNMENT, Nature.PUBLIC_INSTITUTION, Nature.ENTERPRISE, Nature.INDIVIDUAL})
"""Natures of which it is said which suffixes are theirs."""
DEEPEST = 4
"""How many levels the domain of an app may have, a suffix such as com.cn counted as one."""


@rule("DOM021", "suffix-not-approved", each=Domain, needs=("name",), severity=WARNING, source=SUFFIXES)
def suffix_is_approved(domain: Domain, ctx: Context) -> Hits:
    """The suffix of the domain is one that the ministry has approved, as far as our list knows."""
    ending = suffix(meant(domain, ctx, below=is_of_an_app(ctx)))
    if ending and not is_approved_suffix(ending):
        yield hit("name", suffix=suffix(domain.name), table_date=table_date())


def _has_own_suffixes(situation: Situation) -> bool:
    return situation.nature in BOUND


article = partial(rule, each=Domain, needs=("name", "/sponsor/nature"), source=LAW, when=_has_own_suffixes)


@article("DOM029", "government-without-government-suffix", severity=ERROR, kinds=("government",))
@article("DOM030", "institution-without-national-suffix", severity=WARNING, kinds=("institution",))
@article("DOM031", "government-suffix-of-another", severity=WARNING, kinds=("foreign",))
def suffix_fits_the_nature(domain: Domain, ctx: Context) -> Hits:
    """Government organs, and only they, use gov.cn and 政务; public institutions use cn and 公益."""
    name, nature = meant(domain, ctx, below=True), ctx.sponsor.nature
    is_governmental = name.endswith(GOVERNMENT)
    if not name:
        return
    if nature == Nature.GOVERNMENT and not is_governmental:
        yield hit("name", "government", domain=domain.name)
    elif nature == Nature.PUBLIC_INSTITUTION and not name.endswith((*GOVERNMENT, *INSTITUTION)):
        yield hit("name", "institution", domain=domain.name)
    elif is_governmental and nature not in (Nature.GOVERNMENT, Nature.PUBLIC_INSTITUTION):
        yield hit("name", "foreign", domain=domain.name)


@rule("DOM033", "domain-of-an-app-too-deep", each=Domain, needs=("name",), severity=WARNING, source=cite("ucloud-app"))
def domain_of_an_app_has_few_levels(domain: Domain, ctx: Context) -> Hits:
    """The domain of an app goes down to the fourth level."""
    name = meant(domain, ctx, below=True) if is_of_an_app(ctx) else ""
    levels = name.count(".") - suffix(name).count(".") + 1
    if levels > DEEPEST:
        yield hit("name", domain=domain.name, levels=levels, limit=DEEPEST)


def _is_a_company_or_person(situation: Situation) -> bool:
    return situation.nature in (Nature.ENTERPRISE, Nature.INDIVIDUAL)


@rule(
    "DOM037", "suffix-kept-for-others", each=Domain, needs=("name", "/sponsor/name", "/sponsor/nature"),
    severity=WARNING, source=SUFFIXES, when=_is_a_company_or_person,
)  # fmt: skip
def suffix_is_open_to_the_sponsor(domain: Domain, ctx: Context) -> Hits:
    """Suffixes kept for schools, science, defence and charities are used by these."""
    name = meant(domain, ctx, below=True)
    for row in restrictions():
        is_kind = ctx.sponsor.nature == Nature.ENTERPRISE and any(word in ctx.sponsor.name for word in row.words)
        if name.endswith(row.ending) and not is_kind:
            yield hit("name", suffix=row.ending, holders=Wording(row.holders, row.holders_en))

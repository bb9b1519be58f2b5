"""DOM: domain names, how many, how long, where registered."""

import re
from datetime import timedelta
from functools import partial

from beian_validate.checks import domain_name
from beian_validate.checks.domain_label import to_ascii
from beian_validate.checks.domain_suffix import is_approved_suffix, suffix, table_date
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, cite, hit, hits_of, rule
from beian_validate.rules.certificates import months_after
from beian_validate.rules.provincial import decided_by_row
from beian_validate.schema.app import App
from beian_validate.schema.application import Application
from beian_validate.schema.service import Domain
from beian_validate.schema.vocabulary import Nature
from beian_validate.schema.website import Website
from beian_validate.situation import Situation, of_new_services

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
GUIDE = (cite("tencent-domains"), cite("huawei-domains"))
MARGIN_MONTHS, SYNCHRONISED_DAYS = 3, 3
GOVERNMENT = ("gov.cn", "政务", "政务.cn")
INSTITUTION = ("cn", "公益", "公益.cn")
ABROAD = re.compile(
    r"godaddy|namecheap|namesilo|cloudflare|squarespace|porkbun|gandi|enom|tucows|name\.com|google|dynadot|hover|ovh|ionos|"
    r"network solutions|publicdomainregistry|markmonitor",
    re.IGNORECASE,
)
"""Registrars abroad that hold no approval of the ministry; any other name is left to the provider's look-up."""


@rule(
    "DOM001",
    "several-domains",
    each=Website,
    needs=("domains",),
    severity=ERROR,
    source=(cite("aliyun-limits-2019"), cite("ucloud-domain-notice")),
    since="2019-04-22",
    when=of_new_services,
)
def new_website_has_one_domain(website: Website, ctx: Context) -> Hits:
    """A new website is filed with one domain."""
    if len(website.domains) > 1:
        yield hit("domains", count=len(website.domains))


@rule(
    "DOM002", "domain-twice", each=Application, severity=ERROR, source=(cite("tencent-domains"), cite("huawei-domains"))
)
def every_website_has_its_own_domain(application: Application, ctx: Context) -> Hits:
    """No domain is filed twice in one application."""
    places = [
        (f"websites.{i}.domains.{j}.name", domain.name)
        for i, website in enumerate(application.websites)
        for j, domain in enumerate(website.domains)
    ]
    seen: set[str] = set()
    for path, name in places if len(places) > 1 else ():
        folded = to_ascii(domain_name.normalise(name))
        if folded and folded in seen:
            yield hit(path, domain=name)
        seen.add(folded)


@rule("DOM003", "domain-name-missing", each=Domain, severity=ERROR, source=GUIDE)
def domain_has_a_name(domain: Domain, ctx: Context) -> Hits:
    """A domain is named."""
    if not domain.name.strip():
        yield hit("name")


article = partial(rule, each=Domain, needs=("name",))


@article("DOM010", "domain-is-a-url", severity=ERROR, source=GUIDE, kinds=("url",))
@article("DOM011", "domain-with-www", severity=ERROR, source=GUIDE, kinds=("www",))
@article("DOM012", "sub-domain", severity=ERROR, source=GUIDE, kinds=("sub-domain",))
@article("DOM013", "wildcard-domain", severity=ERROR, source=GUIDE, kinds=("wildcard",))
@article("DOM014", "domain-is-an-ip-address", severity=ERROR, source=GUIDE, kinds=("ip-address",))
@article("DOM015", "domain-upper-case", severity=ADVICE, source=cite("rfc-1035"), kinds=("upper-case",))
@article(
    "DOM016", "domain-label", severity=ERROR, source=(cite("rfc-1123"), cite("rfc-5891")), kinds=("label", "length")
)
@article("DOM017", "domain-without-suffix", severity=ERROR, source=GUIDE, kinds=("no-suffix", "suffix-only"))
@article("DOM018", "domain-is-an-email", severity=ERROR, source=GUIDE, kinds=("email",))
@article("DOM019", "several-domains-in-one-field", severity=ERROR, source=GUIDE, kinds=("several",))
@article("DOM020", "domain-trailing-dot", severity=WARNING, source=GUIDE, kinds=("trailing-dot",))
def domain_is_a_registrable_name(domain: Domain, ctx: Context) -> Hits:
    """A website is filed under the registered domain itself; an app may use one below it."""
    problems = ctx.once(domain_name.problems, domain.name)
    if problems and ctx.parents and isinstance(ctx.parents[0], App):
        problems = tuple(problem for problem in problems if problem.kind not in ("sub-domain", "www"))
    yield from hits_of("name", problems)


@rule("DOM021", "suffix-not-approved", each=Domain, needs=("name",), severity=WARNING, source=cite("tencent-domains"))
def suffix_is_approved(domain: Domain, ctx: Context) -> Hits:
    """The suffix of the domain is one that the ministry has approved, as far as our list knows."""
    if ctx.once(domain_name.problems, domain.name):
        return
    ending = suffix(domain.name)
    if ending and not is_approved_suffix(ending):
        yield hit("name", suffix=ending, table_date=table_date())


@rule("DOM022", "domain-not-verified", each=Domain, severity=ERROR, source=GUIDE)
def domain_is_verified(domain: Domain, ctx: Context) -> Hits:
    """The domain has passed real-name verification."""
    if domain.real_name_verified is False:
        yield hit("real_name_verified", domain=domain.name)


article = partial(rule, each=Domain, needs=("real_name_verified_on", "@as_of"), source=GUIDE, severity=WARNING)


@article("DOM023", "domain-verified-lately", kinds=("lately",))
@article("DOM024", "domain-verified-in-the-future", kinds=("future",))
def verification_has_arrived(domain: Domain, ctx: Context) -> Hits:
    """Real-name verification is three days old, so that the authority's system knows of it."""
    day, today = domain.real_name_verified_on, ctx.as_of
    if day and today and day > today:
        yield hit("real_name_verified_on", "future", verified_on=day, as_of=ctx.as_of)
    elif day and today and day + timedelta(days=SYNCHRONISED_DAYS) > today:
        yield hit("real_name_verified_on", "lately", verified_on=day, as_of=ctx.as_of, days=SYNCHRONISED_DAYS)


article = partial(rule, each=Domain, needs=("expires_on", "@as_of"), source=GUIDE)


@article("DOM025", "domain-expired", severity=ERROR, kinds=("expired",))
@article("DOM026", "domain-expires-soon", severity=WARNING, kinds=("soon",))
def domain_stays_registered(domain: Domain, ctx: Context) -> Hits:
    """The domain is registered for three months more."""
    end, today = domain.expires_on, ctx.as_of
    if end and today and end < today:
        yield hit("expires_on", "expired", domain=domain.name, expires_on=end, as_of=ctx.as_of)
    elif end and today and end <= ctx.once(months_after, today, MARGIN_MONTHS):
        soon = hit("expires_on", "soon", domain=domain.name, expires_on=end, as_of=ctx.as_of, months=MARGIN_MONTHS)
        yield decided_by_row(soon, ctx, "domain.remaining_validity_min_months")


@rule(
    "DOM027",
    "domain-dates-in-wrong-order",
    each=Domain,
    needs=("registered_on", "expires_on"),
    severity=ERROR,
    source=GUIDE,
)
def domain_expires_after_registration(domain: Domain, ctx: Context) -> Hits:
    """A domain expires after it was registered."""
    if domain.registered_on and domain.expires_on and domain.expires_on <= domain.registered_on:
        yield hit("expires_on", registered_on=domain.registered_on, expires_on=domain.expires_on)


@rule("DOM028", "registrar-abroad", each=Domain, needs=("registrar",), severity=ERROR, source=GUIDE)
def registrar_is_in_the_mainland(domain: Domain, ctx: Context) -> Hits:
    """The domain is kept by a registrar that the ministry has approved."""
    if ABROAD.search(domain.registrar):
        yield hit("registrar", registrar=domain.registrar, domain=domain.name)


SUFFIX = ("name", "/sponsor/nature")
LAW = (cite("state-council-2018-55"), cite("government-application-rules"))
BOUND = frozenset({Nature.GOVERNMENT, Nature.PUBLIC_INSTITUTION, Nature.ENTERPRISE, Nature.INDIVIDUAL})
"""Natures of which it is said which suffixes are theirs."""


def _has_own_suffixes(situation: Situation) -> bool:
    return situation.nature in BOUND


article = partial(rule, each=Domain, needs=SUFFIX, source=LAW, when=_has_own_suffixes)


@article("DOM029", "government-without-government-suffix", severity=ERROR, kinds=("government",))
@article("DOM030", "institution-without-national-suffix", severity=WARNING, kinds=("institution",))
@article("DOM031", "government-suffix-of-another", severity=WARNING, kinds=("foreign",))
def suffix_fits_the_nature(domain: Domain, ctx: Context) -> Hits:
    """Government organs, and only they, use gov.cn and 政务; public institutions use cn and 公益."""
    name, nature = domain.name.lower(), ctx.sponsor.nature
    is_governmental = any(name.endswith(f".{ending}") for ending in GOVERNMENT)
    if nature == Nature.GOVERNMENT and not is_governmental:
        yield hit("name", "government", domain=domain.name)
    elif (
        nature == Nature.PUBLIC_INSTITUTION
        and not is_governmental
        and not any(name.endswith(f".{e}") for e in INSTITUTION)
    ):
        yield hit("name", "institution", domain=domain.name)
    elif is_governmental and nature not in (Nature.GOVERNMENT, Nature.PUBLIC_INSTITUTION):
        yield hit("name", "foreign", domain=domain.name)

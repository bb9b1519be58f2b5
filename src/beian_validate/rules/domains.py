"""DOM: domain names, how many, how long, where registered."""

import re
from datetime import timedelta
from functools import partial

from beian_validate.checks import domain_name
from beian_validate.checks.domain_label import to_ascii
from beian_validate.checks.text import code_point
from beian_validate.context import Context
from beian_validate.finding import Severity, Wording
from beian_validate.rule import Hits, cite, hit, hits_of, rule
from beian_validate.rules.certificates import months_after
from beian_validate.rules.provincial import decided_by_row
from beian_validate.schema.app import App
from beian_validate.schema.application import Application
from beian_validate.schema.service import Domain
from beian_validate.schema.website import Website
from beian_validate.situation import more_than_a_change, of_new_services

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
GUIDE = (cite("tencent-domains"), cite("huawei-domains"))
BELOW = frozenset({"sub-domain", "www"})
"""Kinds of problem that say the name lies below the registered domain."""
SLIPS_OF_SPELLING = frozenset({"upper-case", "full-width", "ideographic-dot", "trailing-dot"})
"""Kinds of problem that leave no doubt which name is meant."""
MISSING = {
    "holder.name": Wording("持有者", "holder"),
    "real_name_verified": Wording("实名认证状态", "real-name check"),
    "expires_on": Wording("到期日", "expiry"),
}
MARGIN_MONTHS, SYNCHRONISED_DAYS = 3, 3
ABROAD = re.compile(
    r"(?<![a-z0-9])(?:godaddy|namecheap|namesilo|cloudflare|squarespace|porkbun|gandi|enom|tucows|name\.com|google|"
    r"dynadot|hover|ovh|ionos|network solutions|publicdomainregistry|markmonitor|amazon registrar|alibaba cloud us|"
    r"alibaba\.com singapore|alibabacloud us|hostinger|bluehost|wix\.com|spaceship|"
    r"key-systems|onamae|epik)(?![a-z0-9])|狗爹",
    re.IGNORECASE,
)
"""Registrars abroad that hold no approval of the ministry; any other name is left to the provider's look-up."""
LATIN = re.compile("[A-Za-z]|狗爹")


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
SYNTAX = (cite("rfc-1123"), cite("rfc-5891"))


@article("DOM010", "domain-is-a-url", severity=ERROR, source=GUIDE, kinds=("url",))
@article("DOM011", "domain-with-www", severity=ERROR, source=GUIDE, kinds=("www",))
@article("DOM012", "sub-domain", severity=ERROR, source=GUIDE, kinds=("sub-domain",))
@article("DOM013", "wildcard-domain", severity=ERROR, source=GUIDE, kinds=("wildcard",))
@article("DOM014", "domain-is-an-ip-address", severity=ERROR, source=GUIDE, kinds=("ip-address",))
@article("DOM015", "domain-upper-case", severity=ADVICE, source=cite("rfc-1035"), kinds=("upper-case",))
@article("DOM016", "domain-label", severity=ERROR, source=SYNTAX, kinds=("label",))
@article("DOM017", "domain-without-suffix", severity=ERROR, source=GUIDE, kinds=("no-suffix", "suffix-only"))
@article("DOM018", "domain-is-an-email", severity=ERROR, source=GUIDE, kinds=("email",))
@article("DOM019", "several-domains-in-one-field", severity=ERROR, source=GUIDE, kinds=("several",))
@article("DOM020", "domain-trailing-dot", severity=WARNING, source=GUIDE, kinds=("trailing-dot",))
@article("DOM032", "domain-with-ideographic-dot", severity=WARNING, source=GUIDE, kinds=("ideographic-dot",))
@article("DOM034", "suffix-mistyped", severity=ERROR, source=GUIDE, kinds=("mistyped-suffix",))
@article("DOM040", "domain-too-long", severity=ERROR, source=SYNTAX, kinds=("length",))
@article("DOM041", "comma-for-the-dot", severity=ERROR, source=SYNTAX, kinds=("comma",))
def domain_is_a_registrable_name(domain: Domain, ctx: Context) -> Hits:
    """A website is filed under the registered domain itself; an app may use one below it."""
    problems = ctx.once(domain_name.problems, domain.name)
    if problems and is_of_an_app(ctx):
        problems = tuple(problem for problem in problems if problem.kind not in BELOW)
    yield from hits_of("name", problems)


def is_of_an_app(ctx: Context) -> bool:
    """Whether the domain that is judged belongs to an app."""
    return bool(ctx.parents) and isinstance(ctx.parents[0], App)


def meant(domain: Domain, ctx: Context, *, below: bool = False) -> str:
    """The name in its ASCII form, or nothing while it is not clear which name is meant.

    Parameters:
        domain: the domain that is judged.
        ctx: the run.
        below: whether a name below the registered one is clear too.
    """
    kinds = {problem.kind for problem in ctx.once(domain_name.problems, domain.name)} - SLIPS_OF_SPELLING
    if kinds - BELOW or (kinds and not below):
        return ""
    return to_ascii(domain_name.normalise(domain.name)).rstrip(".")


@rule("DOM039", "letter-of-another-script", each=Domain, needs=("name",), severity=WARNING, source=cite("miit-2018-7"))
def domain_has_letters_of_the_registries(domain: Domain, ctx: Context) -> Hits:
    """A domain consists of Latin letters, digits, hyphens and Han characters."""
    position = domain_name.foreign_letter(domain.name)
    if position and not ctx.once(domain_name.problems, domain.name):
        yield hit("name", position=position, code_point=code_point(domain.name[position - 1]))


@rule("DOM035", "domain-record-incomplete", each=Domain, severity=ADVICE, source=GUIDE, when=more_than_a_change)
def domain_record_is_told(domain: Domain, ctx: Context) -> Hits:
    """Holder, real-name check and expiry of the domain are given, so that they can be compared."""
    fields = (
        ("holder.name", domain.holder.name.strip()),
        ("real_name_verified", domain.real_name_verified is not None or domain.real_name_verified_on),
        ("expires_on", domain.expires_on),
    )
    missing = [path for path, value in fields if not value]
    if missing and domain.name.strip():
        yield hit(missing[0], domain=domain.name, missing=tuple(MISSING[path] for path in missing))


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
        if domain.registered_on and domain.registered_on > today:
            return  # the dates are exchanged, as DOM027 tells
        yield hit("expires_on", "expired", domain=domain.name, expires_on=end, as_of=ctx.as_of)
    elif end and today and end <= ctx.once(months_after, today, MARGIN_MONTHS):
        soon = hit("expires_on", "soon", domain=domain.name, expires_on=end, as_of=ctx.as_of, months=MARGIN_MONTHS)
        yield decided_by_row(soon, ctx, "domain.remaining_validity_min_months")


@rule(
    "DOM045", "domain-registered-in-the-future", each=Domain, needs=("registered_on", "@as_of"), severity=WARNING,
    source=GUIDE,
)  # fmt: skip
def domain_is_registered(domain: Domain, ctx: Context) -> Hits:
    """The domain has been registered already."""
    is_told = domain.expires_on and domain.registered_on and domain.expires_on <= domain.registered_on
    if domain.registered_on and ctx.as_of and domain.registered_on > ctx.as_of and not is_told:
        yield hit("registered_on", registered_on=domain.registered_on, as_of=ctx.as_of)


@rule(
    "DOM027",
    "domain-dates-in-wrong-order",
    each=Domain,
    needs=("registered_on", "expires_on"),
    severity=ERROR,
    source=GUIDE,
)
def domain_expires_after_registration(domain: Domain, ctx: Context) -> Hits:
    """A domain expires after it was registered; DOM025 tells of an end in the past."""
    begin, end, today = domain.registered_on, domain.expires_on, ctx.as_of
    if begin and end and end <= begin and not (today and end < today and begin <= today):
        yield hit("expires_on", registered_on=domain.registered_on, expires_on=domain.expires_on)


@rule("DOM028", "registrar-abroad", each=Domain, needs=("registrar",), severity=ERROR, source=GUIDE)
def registrar_is_in_the_mainland(domain: Domain, ctx: Context) -> Hits:
    """The domain is kept by a registrar that the ministry has approved."""
    if is_abroad(domain.registrar):
        yield hit("registrar", registrar=domain.registrar, domain=domain.name)


def is_abroad(registrar: str) -> bool:
    """Whether a registrar is one abroad; all of these but one are written in Latin letters."""
    return LATIN.search(registrar) is not None and ABROAD.search(registrar) is not None

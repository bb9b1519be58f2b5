"""PRV100 to PRV109: what a remark must say, by province."""

from functools import partial

from beian_validate.context import Context
from beian_validate.law.provinces import Requirement
from beian_validate.rule import Hits
from beian_validate.rules.provinces_certificates import NO_TRADE_NAME
from beian_validate.rules.provinces_counts import resources
from beian_validate.rules.provincial import (
    asks,
    demands,
    is_represented,
    judged,
    mentions,
    of_province,
    operator,
    remarks,
    services,
    told,
)
from beian_validate.schema.party import Sponsor
from beian_validate.schema.website import Website


def _emergency_user(sponsor: Sponsor, row: Requirement, ctx: Context) -> Hits:
    if sponsor.person_in_charge.emergency_phone and not mentions(remarks(ctx), row):
        yield told("remark", "emergency", row)


def _no_trade_name(sponsor: Sponsor, row: Requirement, ctx: Context) -> Hits:
    name = operator(sponsor)
    is_concerned = name and sponsor.name in {pattern.format(operator=name) for pattern in NO_TRADE_NAME}
    if is_concerned and not mentions(remarks(ctx), row):
        yield told("remark", "no-trade-name", row, text=row.value["mentions"][0][0])


def _licence(sponsor: Sponsor, row: Requirement, ctx: Context) -> Hits:
    names = "\n".join((sponsor.name, *(service.name for service in services(ctx.application))))
    word = next((word for word in row.value["words"] if word in names), "")
    if word and not mentions(remarks(ctx), row):
        yield told("remark", "licence", row, word=word)


def _role(sponsor: Sponsor, row: Requirement, ctx: Context) -> Hits:
    if is_represented(sponsor) is False and not mentions(remarks(ctx), row):
        yield told("remark", "role", row)


def _resources(sponsor: Sponsor, row: Requirement, ctx: Context) -> Hits:
    count = len(resources(ctx.application)) if ctx.application else 0
    if count > row.value["when_count_gt"] and not mentions(remarks(ctx), row):
        yield told("remark", "resources", row, count=count)


SPONSOR = {
    "remark.emergency_phone_user": _emergency_user,
    "remark.individual_business_no_trade_name": _no_trade_name,
    "remark.licence_details": _licence,
    "remark.subject_in_charge_role": _role,
    "remark.multi_resource": _resources,
}
_SPONSOR = frozenset(SPONSOR)


article = partial(of_province, each=Sponsor, when=asks(_SPONSOR))


@article("PRV100", "user-of-emergency-phone-not-told", kinds=("emergency",))
@article("PRV101", "missing-trade-name-not-told", kinds=("no-trade-name",))
@article("PRV102", "licence-not-told", kinds=("licence",))
@article("PRV103", "role-not-told", kinds=("role",))
@article("PRV104", "resources-not-told", kinds=("resources",))
def remark_of_the_sponsor_says_what_the_province_asks(sponsor: Sponsor, ctx: Context) -> Hits:
    """The remarks tell what the province wants to know about the sponsor."""
    return judged(sponsor, ctx, SPONSOR, _SPONSOR)


def _several_places(website: Website, row: Requirement, ctx: Context) -> Hits:
    if len(set(website.access.locations)) > 1 and not mentions(website.remark, row):
        yield told("remark", "places", row, count=len(set(website.access.locations)))


def _opening(website: Website, row: Requirement, ctx: Context) -> Hits:
    if website.remark.strip() and not mentions(website.remark, row):
        yield told("remark", "opening", row)


def _declaration(website: Website, row: Requirement, ctx: Context) -> Hits:
    if not mentions(website.remark, row):
        yield told("remark", "declaration", row)


def _too_short(website: Website, row: Requirement, ctx: Context) -> Hits:
    shortest = row.value.get("min_chars", 0) if isinstance(row.value, dict) else 0
    if len(website.remark.strip()) < shortest:
        yield told("remark", "short", row, count=len(website.remark.strip()), limit=shortest)


WEBSITE = {
    "remark.multi_ip": _several_places,
    "remark.opening_time": _opening,
    "remark.personal_site_declaration": _declaration,
    "remark.site_content": _too_short,
}
_WEBSITE = frozenset(WEBSITE)
_CONTENT = frozenset({"remark.site_content"})


article = partial(of_province, each=Website, when=asks(_WEBSITE))


@article("PRV105", "several-server-places-not-told", kinds=("places",))
@article("PRV106", "opening-time-not-told", kinds=("opening",))
@article("PRV107", "declaration-of-personal-site-missing", kinds=("declaration",))
@article("PRV108", "remark-on-content-missing", kinds=("missing",))
@article("PRV109", "remark-too-short", kinds=("short",))
def remark_of_the_website_says_what_the_province_asks(website: Website, ctx: Context) -> Hits:
    """The remark tells what the province wants to know about the website."""
    missing = (
        None
        if website.remark.strip()
        else next(filter(lambda row: _asks(row, website, ctx), demands(ctx.situation, _CONTENT)), None)
    )
    if missing:
        yield told("remark", "missing", missing)
    else:
        yield from judged(website, ctx, WEBSITE, _WEBSITE)


def _asks(row: Requirement, website: Website, ctx: Context) -> bool:
    """Whether the row wants a remark on this website's content."""
    if row.value is True:
        return True
    if "if_content" in row.value:
        return row.value["if_content"] in website.content_types
    if "unless_content" in row.value:
        return bool(website.content_types) and row.value["unless_content"] not in website.content_types
    least = row.value.get("min_sites", 0)
    return bool(least) and ctx.application is not None and len(ctx.application.websites) >= least

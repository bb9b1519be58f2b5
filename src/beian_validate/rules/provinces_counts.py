"""PRV030 to PRV034: how many websites, domains and resources a province allows."""

from functools import partial

from beian_validate.context import Context
from beian_validate.law.provinces import Requirement
from beian_validate.rule import Hits
from beian_validate.rules.provincial import asks, demands, judged, of_province, services, told
from beian_validate.schema.application import Application
from beian_validate.schema.website import Website
from beian_validate.situation import of_new_services

SITES = frozenset({"order.site_count_max"})


def _sites_of_order(application: Application, row: Requirement, ctx: Context) -> Hits:
    count = len(application.websites)
    if count > row.value:
        yield told("websites", "sites", row, count=count, limit=row.value)


def _domains_of_order(application: Application, row: Requirement, ctx: Context) -> Hits:
    is_plain = isinstance(row.value, int)
    limit = row.value if is_plain else row.value["max"]
    count = sum(len(website.domains) for website in application.websites)
    is_told = any(len(application.websites) > sites.value for sites in demands(ctx.situation, SITES))
    is_told |= of_new_services(ctx.situation) and len(application.websites) <= limit  # one domain each: DOM001
    is_explained = not is_plain and any(material.kind in row.value["unless"] for material in application.materials)
    if count > limit and not is_told and not is_explained:
        yield told("websites", "domains", row, count=count, limit=limit)


def _sites_of_sponsor(application: Application, row: Requirement, ctx: Context) -> Hits:
    count = len(application.websites)
    if count > row.value:
        yield told("websites", "all-sites", row, count=count, limit=row.value)


def _resources(application: Application, row: Requirement, ctx: Context) -> Hits:
    count = len(resources(application))
    if count > row.value:
        yield told("websites", "resources", row, count=count, limit=row.value)


def resources(application: Application) -> set[str]:
    """The cloud instances that an application names."""
    return {service.access.instance_id for service in services(application) if service.access.instance_id}


APPLICATION = {
    "order.site_count_max": _sites_of_order,
    "order.domain_count_max": _domains_of_order,
    "subject.site_count_max": _sites_of_sponsor,
    "order.cloud_resource_max": _resources,
}
_APPLICATION = frozenset(APPLICATION)


article = partial(of_province, each=Application, when=asks(_APPLICATION))


@article("PRV030", "too-many-websites-in-one-order", kinds=("sites",))
@article("PRV031", "too-many-domains-in-one-order", kinds=("domains",))
@article("PRV032", "too-many-websites-of-one-sponsor", kinds=("all-sites",))
@article("PRV033", "too-many-resources-in-one-order", kinds=("resources",))
def order_is_within_the_counts(application: Application, ctx: Context) -> Hits:
    """One order holds no more websites, domains and resources than the province allows."""
    return judged(application, ctx, APPLICATION, _APPLICATION)


def _home_urls(website: Website, row: Requirement, ctx: Context) -> Hits:
    if len(website.home_urls) > row.value:
        yield told("home_urls", "home", row, count=len(website.home_urls), limit=row.value)


WEBSITE = {"website.homepage_url_max": _home_urls}
_WEBSITE = frozenset(WEBSITE)


article = partial(of_province, each=Website, when=asks(_WEBSITE))


@article("PRV034", "too-many-home-pages", kinds=("home",))
def website_has_one_home_page(website: Website, ctx: Context) -> Hits:
    """A website names no more home pages than the province allows."""
    return judged(website, ctx, WEBSITE, _WEBSITE)

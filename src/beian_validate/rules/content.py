"""WEB: content and type of the service, by the nature of the sponsor."""

from functools import partial

from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, cite, hit, rule
from beian_validate.rules.slips import is_mixed_up
from beian_validate.schema.app import App
from beian_validate.schema.vocabulary import ContentType, ServiceType
from beian_validate.schema.website import Website
from beian_validate.situation import of_individuals, of_organisations

SERVICES = (Website, App)
FOR_INDIVIDUALS = frozenset({ContentType.OTHER, ContentType.BLOG})
BY_NATURE = ("content_types", "/sponsor/nature")


article = partial(
    rule, each=SERVICES, needs=BY_NATURE, source=(cite("seed-guide"), cite("tencent-refusals")), when=of_individuals
)


@article("WEB001", "content-not-for-individuals", severity=Severity.ERROR, kinds=("refused",))
@article("WEB002", "blog-of-an-individual", severity=Severity.ADVICE, kinds=("blog",))
def individuals_choose_other(service: Website | App, ctx: Context) -> Hits:
    """The content of an individual's site is "other"."""
    if is_mixed_up(ctx.sponsor):
        return
    for index, content in enumerate(service.content_types):
        if content not in FOR_INDIVIDUALS:
            yield hit(f"content_types.{index}", "refused", content=content)
        elif content == ContentType.BLOG:
            yield hit(f"content_types.{index}", "blog", content=content)


@rule(
    "WEB003", "general-portal-chosen", each=SERVICES, needs=BY_NATURE, severity=Severity.WARNING,
    source=cite("seed-guide"), when=of_organisations,
)  # fmt: skip
def own_site_is_not_a_general_portal(service: Website | App, ctx: Context) -> Hits:
    """An organisation's own site is not a general portal."""
    for index, content in enumerate(service.content_types):
        if content == ContentType.GENERAL_PORTAL:
            yield hit(f"content_types.{index}", content=content)


@rule(
    "WEB004",
    "website-service-type",
    each=Website,
    needs=("service_type",),
    severity=Severity.ERROR,
    source=cite("seed-guide"),
)
def website_is_a_website_service(website: Website, ctx: Context) -> Hits:
    """A website is filed as a website service, whether it shows a company or sells its goods."""
    if website.service_type != ServiceType.WEBSITE_APPLICATION:
        yield hit("service_type", found=website.service_type, wanted=ServiceType.WEBSITE_APPLICATION)

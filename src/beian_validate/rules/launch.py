"""WEB020 to WEB039: home page, remark, number of contents, commercial services."""

import re
from functools import partial

from beian_validate.checks import domain_name
from beian_validate.checks.domain_label import to_ascii
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, cite, hit, rule, safe
from beian_validate.schema.app import App
from beian_validate.schema.vocabulary import ContentType, Nature, ServiceType
from beian_validate.schema.website import Website
from beian_validate.situation import more_than_a_change, of_individuals

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
SERVICES = (Website, App)
FORM = (cite("taobao-icp-submit"), cite("miit-form-2023"))
SCHEME = re.compile(r"(?:https?:)?//", re.IGNORECASE)
HOST_END = re.compile("[/:?#]")
MANY_CONTENTS = 3


article = partial(rule, each=Website, needs=("home_urls",), source=FORM)


@article("WEB020", "home-url-with-protocol", severity=WARNING, kinds=("protocol",))
@article("WEB021", "home-url-of-another-domain", severity=ERROR, kinds=("domain",))
def home_page_is_under_the_domain(website: Website, ctx: Context) -> Hits:
    """The home page lies under the filed domain and is written without http://."""
    if any(ctx.once(domain_name.problems, domain.name) for domain in website.domains):
        return  # which domain is meant is not clear yet
    names = [to_ascii(domain.name) for domain in website.domains if domain.name]
    for index, url in enumerate(website.home_urls):
        scheme = SCHEME.match(url)
        rest = url[scheme.end() :] if scheme else url
        if scheme:
            yield hit(f"home_urls.{index}", "protocol", safe(rest.rstrip("/")))
        host = HOST_END.split(rest.lower(), maxsplit=1)[0].strip()
        if names and host and not any(f".{to_ascii(host)}".endswith(f".{name}") for name in names):
            yield hit(f"home_urls.{index}", "domain", domain=website.domains[0].name)


@rule(
    "WEB022",
    "content-not-explained",
    each=SERVICES,
    needs=("content_types", "/sponsor/nature"),
    severity=WARNING,
    source=cite("tencent-refusals"),
    when=of_individuals,
)
def individual_says_what_other_means(service: Website | App, ctx: Context) -> Hits:
    """An individual who chooses "other" says in the remark what the site holds."""
    if ContentType.OTHER in service.content_types and not service.remark.strip() and not service.description.strip():
        yield hit("remark")


@rule(
    "WEB023",
    "many-contents",
    each=SERVICES,
    needs=("content_types",),
    severity=WARNING,
    source=cite("tencent-refusals"),
)
def contents_are_few(service: Website | App, ctx: Context) -> Hits:
    """Few contents are ticked, each within the business scope."""
    count = len(set(service.content_types))  # what is ticked twice is told by its own article
    if count > MANY_CONTENTS:
        yield hit("content_types", count=count, limit=MANY_CONTENTS)


article = partial(rule, each=SERVICES, needs=("is_commercial", "/sponsor/nature"), source=cite("state-council-292"))


@article("WEB024", "commercial-individual", severity=ERROR, kinds=("individual",))
@article("WEB025", "commercial-needs-licence", severity=ADVICE, kinds=("licence",))
def commercial_service_has_a_licence(service: Website | App, ctx: Context) -> Hits:
    """A commercial information service needs a telecommunications licence, which individuals cannot hold."""
    if service.is_commercial:
        yield hit("is_commercial", "individual" if ctx.sponsor.nature == Nature.INDIVIDUAL else "licence")


@rule("WEB026", "content-twice", each=SERVICES, needs=("content_types",), severity=ADVICE, source=FORM)
def contents_differ(service: Website | App, ctx: Context) -> Hits:
    """No content is ticked twice."""
    seen: set[ContentType] = set()
    for index, content in enumerate(service.content_types):
        if content in seen:
            yield hit(f"content_types.{index}", content=content)
        seen.add(content)


@rule(
    "WEB027", "app-service-type", each=App, needs=("service_type",), severity=ERROR, source=cite("seed-guide"),
    when=more_than_a_change,
)  # fmt: skip
def app_is_an_app_service(app: App, ctx: Context) -> Hits:
    """An app is filed as an app service, a mini-program as a mini-program."""
    if app.service_type in (ServiceType.WEBSITE_APPLICATION, ServiceType.WECHAT_ACCOUNT):
        yield hit("service_type", found=app.service_type, wanted=ServiceType.APP_APPLICATION)

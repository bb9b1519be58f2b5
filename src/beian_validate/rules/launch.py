"""WEB020 to WEB039: home page, remark, number of contents, commercial services."""

import re
from functools import partial

from beian_validate.checks.denial import affirmed
from beian_validate.checks.domain_label import to_ascii
from beian_validate.checks.domain_name import normalise
from beian_validate.checks.text import ascii_width
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, cite, hit, rule, safe, suggest
from beian_validate.rules.domains import meant
from beian_validate.schema.app import App
from beian_validate.schema.vocabulary import AppKind, ContentType, Nature, ServiceType
from beian_validate.schema.website import Website
from beian_validate.situation import more_than_a_change, of_individuals, of_organisations

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
SERVICES = (Website, App)
FORM = (cite("taobao-icp-submit"), cite("miit-form-2023"))
SCHEME = re.compile(r"\A(?:https?:)?//", re.IGNORECASE)
HOST_END = re.compile("[/:?#]")
HOST = re.compile(r"[\w-]+(?:[.。．｡][\w-]+)+\.?")
MANY_CONTENTS = 3


@rule("WEB030", "home-url-missing", each=Website, severity=ADVICE, source=FORM, when=more_than_a_change)
def website_has_a_home_page(website: Website, ctx: Context) -> Hits:
    """A website names its home page."""
    if website.domains and not any(url.strip() for url in website.home_urls):
        yield hit("home_urls")


article = partial(rule, each=Website, needs=("home_urls",), source=FORM)


@article("WEB020", "home-url-with-protocol", severity=WARNING, kinds=("protocol",))
@article("WEB021", "home-url-of-another-domain", severity=ERROR, kinds=("domain",))
@article("WEB028", "home-url-with-path", severity=WARNING, kinds=("path",))
@article("WEB029", "home-url-malformed", severity=ERROR, kinds=("form",))
def home_page_is_under_the_domain(website: Website, ctx: Context) -> Hits:
    """The home page is a host under the filed domain, without http:// before it and without a path behind."""
    names = [meant(domain, ctx) for domain in website.domains if domain.name]
    for index, url in enumerate(website.home_urls):
        text = ascii_width(url.strip())
        rest = SCHEME.sub("", text, count=1)
        host = HOST_END.split(rest, maxsplit=1)[0].strip()
        if rest and not HOST.fullmatch(host):
            yield hit(f"home_urls.{index}", "form")
            continue
        yield from _additions(f"home_urls.{index}", text, rest, host)
        # Which domain is meant may not be clear yet.
        if (
            host
            and names
            and all(names)
            and not any(f".{to_ascii(normalise(host)).rstrip('.')}".endswith(f".{name}") for name in names)
        ):
            yield hit(f"home_urls.{index}", "domain", domain=website.domains[0].name)


def _additions(field: str, text: str, rest: str, host: str) -> Hits:
    """What stands before and behind the host of a home page."""
    bare = rest.rstrip("/")
    if rest != text:
        yield hit(field, "protocol", safe(bare))
    if bare != host:
        yield hit(field, "path", suggest(host))
    elif rest != bare and rest == text:
        yield hit(field, "path", safe(bare))


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


article = partial(
    rule, each=SERVICES, needs=("/sponsor/nature",), if_given=("is_commercial",), source=cite("state-council-292")
)


@article("WEB024", "commercial-individual", severity=ERROR, kinds=("individual",))
@article("WEB025", "commercial-needs-licence", severity=ADVICE, kinds=("licence",))
def commercial_service_has_a_licence(service: Website | App, ctx: Context) -> Hits:
    """A commercial information service needs a telecommunications licence, which individuals cannot hold."""
    if service.is_commercial:
        yield hit("is_commercial", "individual" if ctx.sponsor.nature == Nature.INDIVIDUAL else "licence")


FOR_MONEY = re.compile(
    "佣金|抽成|商[家户]入驻|入驻(?:商[家户]|开店)|第三方(?:商[家户]|卖家).{0,8}(?:入驻|开店|交易|销售)|会员(?:费|收费)|付费(?:会员|阅读|查询|下载)|"
    "(?:收费|有偿)(?:提供|发布|查询|下载)?[^，]{0,4}信息|向会员收"
)
"""What a service does that others pay for, beyond selling its own goods."""


@rule(
    "WEB034", "commercial-by-its-words", each=SERVICES, severity=ADVICE,
    source=cite("state-council-292"), when=of_organisations,
)  # fmt: skip
def commercial_service_says_so(service: Website | App, ctx: Context) -> Hits:
    """A service that takes money for information or for a platform is marked as commercial."""
    if service.is_commercial:
        return
    for field, text in (("description", service.description), ("remark", service.remark)):
        found = next((word for part in affirmed(text) if (word := FOR_MONEY.search(part))), None)
        if found:
            yield hit(field, word=found[0])
            return


@rule("WEB026", "content-twice", each=SERVICES, needs=("content_types",), severity=ADVICE, source=FORM)
def contents_differ(service: Website | App, ctx: Context) -> Hits:
    """No content is ticked twice."""
    seen: set[ContentType] = set()
    for index, content in enumerate(service.content_types):
        if content in seen:
            yield hit(f"content_types.{index}", content=content)
        seen.add(content)


SERVICE_OF = {
    AppKind.APP: ServiceType.APP_APPLICATION,
    AppKind.MINI_PROGRAM: ServiceType.MINI_PROGRAM,
    AppKind.QUICK_APP: ServiceType.QUICK_APP,
}
article = partial(rule, each=App, needs=("service_type",), source=cite("seed-guide"), when=more_than_a_change)


@article("WEB027", "app-service-type", severity=ERROR, kinds=("website",))
@article("WEB033", "service-type-of-another-kind-of-app", severity=ADVICE, kinds=("kind",))
def app_is_an_app_service(app: App, ctx: Context) -> Hits:
    """An app is filed as an app service, a mini-program as a mini-program."""
    wanted = SERVICE_OF[app.kind or AppKind.APP]
    if app.service_type in (ServiceType.WEBSITE_APPLICATION, ServiceType.WECHAT_ACCOUNT):
        yield hit("service_type", "website", found=app.service_type, wanted=wanted)
    elif app.kind and app.service_type != wanted:
        yield hit("service_type", "kind", found=app.service_type, wanted=wanted)

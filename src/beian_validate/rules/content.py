"""WEB001 to WEB009: content, type, remark and description of the service, by the nature of the sponsor."""

import re
from functools import partial

from beian_validate.checks.denial import affirmed
from beian_validate.checks.placeholder import is_placeholder
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, cite, hit, rule
from beian_validate.rules.business import business_in
from beian_validate.rules.provincial import demands
from beian_validate.rules.slips import is_mixed_up
from beian_validate.schema.app import App
from beian_validate.schema.party import Sponsor
from beian_validate.schema.vocabulary import ContentType, ServiceType
from beian_validate.schema.website import Website
from beian_validate.situation import of_individuals, of_organisations

SERVICES = (Website, App)
FOR_INDIVIDUALS = frozenset({ContentType.OTHER, ContentType.BLOG})
BY_NATURE = ("content_types", "/sponsor/nature")
CONTENT, TOPIC = frozenset({"remark.site_content"}), frozenset({"website.topic"})
"""Fields on which a province may have a word of its own."""
SAYS_NOTHING = re.compile("(?:我的|本|个人|这是|这个)?(?:的)?(?:网站|站点|博客|主页|小站|小程序|应用|备注|网页)[。.]?")
IDLE = re.compile(
    r"[a-z0-9 ]{1,10}|(.)\1*|(?:本|该)?(?:网站|站点|内容|应用)?(?:正在|尚在|还在)?"
    r"(?:建设|开发|筹建|制作|完善|装修)中?[，,。.！! ]*(?:敬请期待)?|"
    "(?:稍后|后续|以后|日后)再?(?:补充|填写|完善)",
    re.IGNORECASE,
)
"""What fills a field and tells nothing."""
MARKS = re.compile("[\u2600-\u27bf\u2b50\U0001f000-\U0001faff●◆■□▲△▼※→←]|</?[A-Za-z][^<>]{0,40}>|&[a-z]{2,6};")


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


@rule(
    "WEB005", "remark-says-nothing", each=SERVICES, needs=("remark", "/sponsor/nature"), severity=Severity.WARNING,
    source=cite("tencent-refusals"), when=of_individuals,
)  # fmt: skip
def individuals_remark_tells_the_content(service: Website | App, ctx: Context) -> Hits:
    """The remark of an individual's site tells what the site holds."""
    remark = service.remark.strip()
    is_told = is_placeholder(remark) and bool(demands(ctx.situation, CONTENT))
    if not is_told and (is_placeholder(remark) or SAYS_NOTHING.fullmatch(remark)):
        yield hit("remark", remark=remark)


@rule(
    "WEB035", "content-told-nowhere", each=SERVICES, needs=("/sponsor/nature",), if_given=("description",),
    severity=Severity.WARNING, source=(cite("huawei-preparation"), cite("qingcloud-limits")), when=of_organisations,
)  # fmt: skip
def description_tells_the_content(service: Website | App, ctx: Context) -> Hits:
    """The description of an organisation's service tells what it holds, unless the remark does."""
    if _is_idle(service.description) and (not service.remark.strip() or _is_idle(service.remark)):
        yield hit("description", text=service.description)


def _is_idle(text: str) -> bool:
    """Whether a text was only typed to fill the field, or puts the content off."""
    return is_placeholder(text) or IDLE.fullmatch(text.strip()) is not None


@rule(
    "WEB006", "business-of-an-individual", each=(Sponsor, *SERVICES), needs=("/sponsor/nature",),
    severity=Severity.WARNING, source=(cite("tencent-refusals"), cite("huawei-refusals")), when=of_individuals,
)  # fmt: skip
def individuals_site_is_personal(node: Sponsor | Website | App, ctx: Context) -> Hits:
    """Neither remarks nor description of an individual's site speak of business, companies or forums."""
    if is_mixed_up(ctx.sponsor):
        return
    description = "" if isinstance(node, Sponsor) else node.description
    for field, text in (("remark", node.remark), ("description", description)):
        found = next(filter(None, map(business_in, affirmed(text))), "")
        if found and not any(found in row.value.get("forbid", ()) for row in demands(ctx.situation, TOPIC)):
            yield hit(field, word=found)


@rule(
    "WEB007", "marks-in-the-remark", each=SERVICES, if_given=("remark",), severity=Severity.WARNING,
    source=cite("tencent-refusals"),
)  # fmt: skip
def remark_is_plain_text(service: Website | App, ctx: Context) -> Hits:
    """A remark holds no emoji, ornaments or HTML."""
    found = MARKS.search(service.remark)
    if found:
        yield hit("remark", mark=found[0], position=found.start() + 1)

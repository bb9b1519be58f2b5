"""SVC017 to SVC030: the cloud product behind a filing, how long it is paid for and how many sites it carries."""

import re
from collections import Counter
from datetime import date, timedelta
from functools import partial

from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, cite, hit, rule
from beian_validate.rules.certificates import months_after
from beian_validate.rules.provincial import services
from beian_validate.schema.application import Application
from beian_validate.schema.open_vocabulary import Provider
from beian_validate.schema.service import ServiceNumber
from beian_validate.situation import Situation, more_than_a_change

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
TERMS = (
    cite("aliyun-ecs-service-codes"), cite("aliyun-service-number-faq"), cite("tencent-cloud-services"),
    cite("huawei-conditions"),
)  # fmt: skip
ISSUERS = frozenset({"aliyun", "tencent", "huawei"})
"""Providers that say which products carry a filing and for how long they must have been bought."""
MONTHS, MONTHS_OF_DEDICATED_CLOUD, REVIEW_DAYS = 3, 12, 30
LEEWAY = timedelta(days=3)
"""Products that are bought for three months end a little earlier or later."""
MONTHS_LEFT = {"tencent": 1, "ucloud": 3}
"""For how many months a product must still be paid for when the filing is submitted."""
SITES_PER_INSTANCE = 5
STRICT = frozenset({"tencent", "huawei", "ucloud"})
"""Providers that state the number of sites per instance without exception."""

DEDICATED = re.compile("专属云|dedicated cloud", re.IGNORECASE)
BY_USE = re.compile("按量|按需|竞价|抢占|pay.as.you.go|pay.per.use|spot", re.IGNORECASE)
ABROAD = re.compile(
    "香港|澳门|台湾|海外|境外|国际|新加坡|日本|东京|首尔|曼谷|雅加达|吉隆坡|孟买|硅谷|弗吉尼亚|法兰克福|伦敦|"
    "hong ?kong|singapore|tokyo|frankfurt|virginia|silicon valley",
    re.IGNORECASE,
)
NO_SERVER = re.compile(
    r"对象存储|云存储|内容分发|数据库|域名|证书|短信|邮箱|(?<![a-z])(?:oss|obs|cos|cdn|rds|ssl|redis|mysql|dns|ddos|waf|sms)(?![a-z])",
    re.IGNORECASE,
)
SERVER = re.compile("ecs|cvm|服务器|主机|bcc|flexus", re.IGNORECASE)
BALANCER = re.compile("负载均衡|(?<![a-z])clb(?![a-z])", re.IGNORECASE)
WITHOUT_CODES = re.compile("轻量|lighthouse|负载均衡|(?<![a-z])clb(?![a-z])", re.IGNORECASE)


def _says_what_carries(situation: Situation) -> bool:
    return situation.provider in ISSUERS


article = partial(rule, each=ServiceNumber, needs=("product", "@provider"), severity=WARNING, when=_says_what_carries)


@article("SVC019", "product-without-codes", source=cite("tencent-authorisation-codes"), kinds=("without-codes",))
@article("SVC021", "product-carries-no-filing", source=cite("aliyun-service-number-api"), kinds=("no-server",))
@article("SVC023", "product-paid-by-use", source=TERMS, kinds=("by-use",))
@article("SVC024", "product-outside-the-mainland", source=TERMS, kinds=("abroad",))
def product_can_carry_a_filing(number: ServiceNumber, ctx: Context) -> Hits:
    """The product is a server in the mainland, bought as a subscription."""
    product = number.product
    if ctx.provider == "tencent" and number.value.strip() and WITHOUT_CODES.search(product):
        yield hit("product", "without-codes", product=product)
    elif _is_no_server(product, ctx):
        yield hit("product", "no-server", product=product)
    for kind, words in (("by-use", BY_USE), ("abroad", ABROAD)):
        if words.search(product):
            yield hit("product", kind, product=product)


def _is_no_server(product: str, ctx: Context) -> bool:
    """Whether a product is no server; Tencent does not take the address of a load balancer either."""
    is_balancer = ctx.provider == "tencent" and BALANCER.search(product) is not None
    return (is_balancer or NO_SERVER.search(product) is not None) and not SERVER.search(product)


MARKS = {
    "aliyun": re.compile("阿里云|alibaba|aliyun", re.IGNORECASE),
    "tencent": re.compile("腾讯云|tencent|(?<![a-z])cvm(?![a-z])|lighthouse", re.IGNORECASE),
    "huawei": re.compile("华为云|huawei|flexus", re.IGNORECASE),
    "baidu": re.compile("百度|(?<![a-z])bcc(?![a-z])", re.IGNORECASE),
    "jd": re.compile("京东云", re.IGNORECASE),
    "ucloud": re.compile("ucloud|优刻得|uhost", re.IGNORECASE),
}
"""What a product is called at one provider alone."""


def _has_products_of_its_own(situation: Situation) -> bool:
    return situation.provider in MARKS


@rule(
    "SVC030", "product-of-another-provider", each=ServiceNumber, needs=("product", "@provider"), severity=WARNING,
    source=(cite("aliyun-service-number-api"), cite("tencent-cloud-services"), cite("huawei-conditions")),
    when=_has_products_of_its_own,
)  # fmt: skip
def product_is_the_providers(number: ServiceNumber, ctx: Context) -> Hits:
    """The cloud product is one of the access provider through which the filing goes."""
    owners = [provider for provider, mark in MARKS.items() if mark.search(number.product)]
    if owners and ctx.provider not in owners:
        yield hit("product", product=number.product, provider=Provider(ctx.provider))


def is_past(day: date, ctx: Context) -> bool:
    """Whether a product has run out already, which is told elsewhere."""
    return ctx.as_of is not None and day < ctx.as_of


@rule(
    "SVC017", "product-expires-soon", each=ServiceNumber, needs=("expires_on", "@as_of"), severity=WARNING,
    source=cite("aliyun-limits"),
)  # fmt: skip
def product_outlives_the_review(number: ServiceNumber, ctx: Context) -> Hits:
    """The cloud product is paid for until the authority's review is over."""
    if ctx.provider in MONTHS_LEFT or number.expires_on is None or ctx.as_of is None:
        return
    if ctx.as_of <= number.expires_on < ctx.as_of + timedelta(days=REVIEW_DAYS):
        yield hit("expires_on", expires_on=number.expires_on, days=REVIEW_DAYS)


def _says_what_is_left(situation: Situation) -> bool:
    return situation.provider in MONTHS_LEFT


@rule(
    "SVC025", "product-runs-out", each=ServiceNumber, needs=("expires_on", "@as_of", "@provider"), severity=ERROR,
    source=(cite("tencent-cloud-services"), cite("ucloud-limits")), when=_says_what_is_left,
)  # fmt: skip
def product_is_paid_for_long_enough(number: ServiceNumber, ctx: Context) -> Hits:
    """On the day of filing the product is paid for as long as the provider asks."""
    if number.expires_on is None or ctx.as_of is None or is_past(number.expires_on, ctx):
        return
    months = MONTHS_LEFT[ctx.provider]
    if number.expires_on < months_after(ctx.as_of, months) - LEEWAY:
        yield hit("expires_on", expires_on=number.expires_on, months=months)


@rule(
    "SVC018", "product-bought-for-too-short", each=ServiceNumber, needs=("purchased_on", "expires_on", "@provider"),
    severity=ERROR, source=TERMS, when=_says_what_carries,
)  # fmt: skip
def product_is_bought_for_three_months(number: ServiceNumber, ctx: Context) -> Hits:
    """The cloud product is bought for three months or more, renewals included; a dedicated cloud for a year."""
    if number.purchased_on is None or number.expires_on is None or is_past(number.expires_on, ctx):
        return
    is_dedicated = ctx.provider == "huawei" and DEDICATED.search(number.product)
    months = MONTHS_OF_DEDICATED_CLOUD if is_dedicated else MONTHS
    if number.purchased_on <= number.expires_on < months_after(number.purchased_on, months) - LEEWAY:
        yield hit("expires_on", purchased_on=number.purchased_on, expires_on=number.expires_on, months=months)


@rule(
    "SVC028", "product-bought-in-the-future", each=ServiceNumber, needs=("purchased_on", "@as_of"), severity=WARNING,
    source=TERMS,
)  # fmt: skip
def product_is_bought(number: ServiceNumber, ctx: Context) -> Hits:
    """The cloud product has been bought already."""
    if number.purchased_on and ctx.as_of and number.purchased_on > ctx.as_of:
        yield hit("purchased_on", purchased_on=number.purchased_on, as_of=ctx.as_of)


def _counts_sites(situation: Situation) -> bool:
    return situation.provider in STRICT | ISSUERS


article = partial(rule, each=Application, needs=("@provider",), when=_counts_sites)
COUNTS = (cite("tencent-authorisation-codes"), cite("huawei-conditions"), cite("ucloud-limits"))


@article("SVC026", "too-many-sites-on-one-instance", severity=ERROR, source=COUNTS, kinds=("strict",))
@article("SVC027", "many-sites-on-one-instance", severity=WARNING, source=cite("aliyun-access-check"), kinds=("usual",))
def instance_carries_five_sites(application: Application, ctx: Context) -> Hits:
    """One instance carries five sites or apps."""
    counts = Counter(s.access.instance_id for s in services(application) if s.access.instance_id)
    kind = "strict" if ctx.provider in STRICT else "usual"
    for instance, count in counts.items():
        if count > SITES_PER_INSTANCE:
            first = next(i for i, s in enumerate(services(application)) if s.access.instance_id == instance)
            yield hit(_place(application, first), kind, count=count, limit=SITES_PER_INSTANCE)


def _place(application: Application, index: int) -> str:
    """The field of the instance of one service, websites counted before apps."""
    sites = len(application.websites)
    service = f"websites.{index}" if index < sites else f"apps.{index - sites}"
    return f"{service}.access.instance_id"


SITES_PER_ORDER = {"tencent": (10, 1), "ucloud": (3, 3)}
"""How many websites an organisation and an individual may put into one order of these providers."""


def _limits_orders(situation: Situation) -> bool:
    return situation.provider in SITES_PER_ORDER and more_than_a_change(situation)


@rule(
    "WEB031", "too-many-websites-for-the-provider", each=Application, severity=WARNING,
    source=(cite("tencent-website-faq"), cite("ucloud-limits")), when=_limits_orders,
)  # fmt: skip
def order_is_within_the_providers_count(application: Application, ctx: Context) -> Hits:
    """One order holds no more websites than the provider takes at a time."""
    limit = SITES_PER_ORDER[ctx.provider][ctx.situation.is_individual]
    if len(application.websites) > limit:
        yield hit("websites", count=len(application.websites), limit=limit)

"""SVC: the service number (备案服务号) that ties the filing to a cloud product."""

from functools import partial

from beian_validate.checks.service_number import code_problems, normalise
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, cite, hit, hits_of, rule
from beian_validate.rules.access import is_filed_by_its_platform
from beian_validate.schema.app import App
from beian_validate.schema.application import Application
from beian_validate.schema.service import ServiceNumber
from beian_validate.schema.vocabulary import OrderType, ServiceNumberState
from beian_validate.schema.website import Website
from beian_validate.situation import Situation

NEED_NUMBER = frozenset({"aliyun"})
"""Providers whose form does not go on without a number."""

GUIDE = cite("seed-guide")
TERMS = (GUIDE, cite("aliyun-terms"))
ACCOUNTS = (GUIDE, cite("aliyun-filing-process"), cite("aliyun-account"))


def _goes_by_number(situation: Situation) -> bool:
    return situation.provider in NEED_NUMBER and situation.order != OrderType.CHANGE


article = partial(rule, each=(Website, App), needs=("@provider",), source=ACCOUNTS, when=_goes_by_number)


@article("SVC001", "service-number-missing", severity=Severity.ERROR, kinds=("nothing",))
@article("SVC022", "service-number-or-instance-missing", severity=Severity.WARNING, kinds=("unnamed",))
def service_has_a_number(service: Website | App, ctx: Context) -> Hits:
    """Every service filed through a provider that issues service numbers names one, or its own cloud instance."""
    is_named = service.service_number.value.strip() or service.access.instance_id
    if not is_named and not is_filed_by_its_platform(service):
        is_known = service.service_number.product or service.access.ip_addresses
        yield hit("service_number.value", "unnamed" if is_known else "nothing", provider=ctx.provider)


article = partial(rule, each=ServiceNumber, needs=("@provider",), if_given=("value",))


@article("SVC002", "service-number-masked", severity=Severity.ERROR, source=TERMS, kinds=("masked",))
@article("SVC003", "service-number-cut-off", severity=Severity.ERROR, source=TERMS, kinds=("cut-off",))
@article("SVC004", "service-number-blank", severity=Severity.ERROR, source=TERMS, kinds=("inner-blank", "edge-blank"))
@article("SVC005", "service-number-dash", severity=Severity.ERROR, source=TERMS, kinds=("typographic-dash",))
@article("SVC006", "service-number-character", severity=Severity.ERROR, source=TERMS, kinds=("wrong-character",))
@article("SVC007", "service-number-groups", severity=Severity.ERROR, source=TERMS, kinds=("wrong-groups",))
@article("SVC008", "service-number-upper-case", severity=Severity.WARNING, source=TERMS, kinds=("upper-case",))
@article("SVC009", "service-number-too-long", severity=Severity.ERROR, source=TERMS, kinds=("too-long",))
@article("SVC010", "not-a-service-number", severity=Severity.ERROR, source=TERMS, kinds=("not-a-service-number",))
@article("SVC011", "service-number-full-width", severity=Severity.ERROR, source=TERMS, kinds=("full-width",))
@article(
    "SVC020",
    "authorisation-code-shape",
    severity=Severity.WARNING,
    source=cite("seed-guide"),
    kinds=("provider-shape",),
)
def number_has_the_shape_of_its_provider(number: ServiceNumber, ctx: Context) -> Hits:
    """A service number is complete and spelt as its provider spells it."""
    yield from hits_of("value", code_problems(ctx.provider, number.value))


article = partial(rule, each=ServiceNumber, if_given=("state",), source=GUIDE, severity=Severity.ERROR)


@article("SVC012", "service-number-used", kinds=("used",))
@article("SVC013", "service-number-product-changed", kinds=("changed",))
@article("SVC014", "service-number-expired", kinds=("expired",))
def number_is_unused(number: ServiceNumber, ctx: Context) -> Hits:
    """The service number is still unused, or filed this very service, and its product neither changed nor expired."""
    is_filed_with_it = number.state == ServiceNumberState.USED and _is_filed(ctx)
    if number.state is not None and number.state != ServiceNumberState.UNUSED and not is_filed_with_it:
        yield hit("state", number.state.value)


def _is_filed(ctx: Context) -> bool:
    """Whether the services were filed before, or are by now: their numbers are used, as they should be."""
    approved_on = ctx.application.milestones.approved_on if ctx.application else None
    return ctx.order == OrderType.CHANGE or approved_on is not None


@rule(
    "SVC015", "product-expired", each=ServiceNumber, needs=("expires_on", "@as_of"), severity=Severity.ERROR,
    source=GUIDE,
)  # fmt: skip
def product_has_not_expired(number: ServiceNumber, ctx: Context) -> Hits:
    """The cloud product behind the service number is still paid for on the day of filing."""
    expired = number.expires_on is not None and ctx.as_of is not None and number.expires_on < ctx.as_of
    if expired and number.state != ServiceNumberState.EXPIRED:
        yield hit("expires_on", expires_on=number.expires_on, as_of=ctx.as_of)


@rule("SVC016", "service-number-twice", each=Application, severity=Severity.ERROR, source=TERMS)
def every_service_has_its_own_number(application: Application, ctx: Context) -> Hits:
    """One service number files one service."""
    services: list[tuple[str, Website | App]] = [(f"websites.{i}", site) for i, site in enumerate(application.websites)]
    services += [(f"apps.{i}", app) for i, app in enumerate(application.apps)]
    seen: set[str] = set()
    for path, service in services if len(services) > 1 else ():
        number = normalise(service.service_number.value)
        if number and number in seen:
            yield hit(f"{path}.service_number.value")
        seen.add(number)

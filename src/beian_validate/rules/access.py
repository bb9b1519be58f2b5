"""ACC, CON003: where the service runs and with what addresses."""

import re
from difflib import get_close_matches
from functools import partial

from beian_validate.checks import ip_address
from beian_validate.context import Context
from beian_validate.finding import Safety, Severity, Wording
from beian_validate.rule import Change, Hits, Proposal, cite, hit, hits_of, rule, suggest
from beian_validate.schema.app import App
from beian_validate.schema.application import Application
from beian_validate.schema.open_vocabulary import Provider
from beian_validate.schema.service import Access
from beian_validate.schema.vocabulary import AppKind
from beian_validate.schema.website import Website
from beian_validate.situation import Situation, more_than_a_change

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
FORM = (cite("miit-form-2023"), cite("miit-xml-v3"))
PRIVATE_KINDS = ("private", "loopback", "link-local", "reserved", "documentation", "multicast", "shared", "unspecified")
SCHEMA = cite("beian-validate-schema")
PROVIDERS = tuple(str(provider) for provider in Provider)
SERVICES = (Website, App)
MISSING = {
    "ip_addresses": Wording("IP 地址", "IP addresses"),
    "locations": Wording("服务器放置地", "place of the server"),
}
OUTSIDE = frozenset({"71", "81", "82"})
MANY_ADDRESSES = 3
DIVIDERS = re.compile(r"[;；,，、\s]+")


@rule("CON003", "provider-not-listed", each=Application, needs=("provider",), severity=ADVICE, source=SCHEMA)
def provider_is_a_listed_one(application: Application, ctx: Context) -> Hits:
    """The access provider is one whose rules are known."""
    if application.provider not in PROVIDERS:
        close = get_close_matches(application.provider.lower(), PROVIDERS, n=1)
        nearest = close[0] if close else next((slug for slug in PROVIDERS if slug in application.provider.lower()), "")
        yield hit("provider", fix=suggest(nearest) if nearest else None, provider=application.provider)


article = partial(rule, each=Access, needs=("ip_addresses",), source=FORM)


@article("ACC001", "ip-address-syntax", severity=ERROR, kinds=("syntax",))
@article("ACC002", "ip-address-not-public", severity=ERROR, kinds=PRIVATE_KINDS)
@article("ACC003", "ip-range-reversed", severity=ERROR, kinds=("range-reversed",))
@article("ACC004", "ip-address-with-port", severity=ERROR, kinds=("port",))
@article("ACC005", "ip-network-block", severity=WARNING, kinds=("network",))
@article("ACC012", "several-ip-addresses-in-one-entry", severity=WARNING, kinds=("several",))
@article("ACC006", "ip-range-mark", severity=WARNING, kinds=("range-mark",))
def addresses_are_public(access: Access, ctx: Context) -> Hits:
    """The addresses of the service are public addresses of the access provider."""
    for index, text in enumerate(access.ip_addresses):
        several = [part for part in DIVIDERS.split(text) if part]
        if len(several) > 1 and not any(ip_address.problems(part) for part in several):
            one_each = (*access.ip_addresses[:index], *several, *access.ip_addresses[index + 1 :])
            change = Proposal(Safety.SAFE, (Change(list(dict.fromkeys(one_each)), "ip_addresses"),))
            yield hit(f"ip_addresses.{index}", "several", change, count=len(several))
        elif text:
            yield from hits_of(f"ip_addresses.{index}", ip_address.problems(text))


@rule("ACC007", "ip-address-twice", each=Access, needs=("ip_addresses",), severity=WARNING, source=FORM)
def addresses_differ(access: Access, ctx: Context) -> Hits:
    """No address is given twice."""
    for index, text in enumerate(access.ip_addresses):
        if text and text in access.ip_addresses[:index]:
            yield hit(f"ip_addresses.{index}")


@rule(
    "ACC008",
    "many-ip-addresses",
    each=Access,
    needs=("ip_addresses",),
    severity=ADVICE,
    source=cite("inspur-filing-form"),
)
def addresses_are_few(access: Access, ctx: Context) -> Hits:
    """A site has few addresses; one provider takes three."""
    if len(access.ip_addresses) > MANY_ADDRESSES:
        yield hit("ip_addresses", count=len(access.ip_addresses), limit=MANY_ADDRESSES)


@rule(
    "ACC009",
    "server-outside-the-mainland",
    each=Access,
    needs=("locations",),
    severity=ERROR,
    source=cite("miit-order-33"),
)
def server_is_in_the_mainland(access: Access, ctx: Context) -> Hits:
    """Only services on servers in the mainland are filed."""
    for index, location in enumerate(access.locations):
        if location in OUTSIDE:
            yield hit(f"locations.{index}")


def _takes_one_address(situation: Situation) -> bool:
    return situation.provider == "qingcloud"


@rule(
    "ACC013", "one-ip-address-only", each=Access, needs=("ip_addresses",), severity=WARNING,
    source=cite("qingcloud-limits"), when=_takes_one_address,
)  # fmt: skip
def provider_takes_one_address(access: Access, ctx: Context) -> Hits:
    """A site filed through a provider that takes one address has one."""
    if len(access.ip_addresses) > 1:
        yield hit("ip_addresses", count=len(access.ip_addresses))


@rule("ACC011", "server-not-told", each=SERVICES, severity=ADVICE, source=FORM, when=more_than_a_change)
def service_says_where_it_runs(service: Website | App, ctx: Context) -> Hits:
    """Address and place of the server are given, unless the provider knows them by the instance or its number."""
    access = service.access
    if access.instance_id or service.service_number.value.strip() or is_filed_by_its_platform(service):
        return
    fields = (("ip_addresses", "".join(access.ip_addresses).strip()), ("locations", access.locations))
    missing = [field for field, value in fields if not value]
    if missing:
        yield hit(f"access.{missing[0]}", missing=tuple(MISSING[field] for field in missing))


def is_filed_by_its_platform(service: Website | App) -> bool:
    """Whether a service is a mini-program or quick app, which runs on the servers of its platform."""
    return isinstance(service, App) and service.kind in (AppKind.MINI_PROGRAM, AppKind.QUICK_APP)


@rule("ACC010", "access-mode-missing", each=Access, severity=ADVICE, source=FORM, when=more_than_a_change)
def access_has_a_mode(access: Access, ctx: Context) -> Hits:
    """It is said how the server is connected."""
    if not access.modes:
        yield hit("modes")

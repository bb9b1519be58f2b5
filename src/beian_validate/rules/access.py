"""ACC: where the service runs and with what addresses."""

from functools import partial

from beian_validate.checks import ip_address
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, cite, hit, hits_of, rule
from beian_validate.schema.service import Access
from beian_validate.situation import more_than_a_change

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
FORM = (cite("miit-form-2023"), cite("miit-xml-v3"))
PRIVATE_KINDS = ("private", "loopback", "link-local", "reserved", "documentation", "multicast", "shared", "unspecified")
OUTSIDE = frozenset({"71", "81", "82"})
MANY_ADDRESSES = 3


article = partial(rule, each=Access, needs=("ip_addresses",), source=FORM)


@article("ACC001", "ip-address-syntax", severity=ERROR, kinds=("syntax",))
@article("ACC002", "ip-address-not-public", severity=ERROR, kinds=PRIVATE_KINDS)
@article("ACC003", "ip-range-reversed", severity=ERROR, kinds=("range-reversed",))
@article("ACC004", "ip-address-with-port", severity=ERROR, kinds=("port",))
@article("ACC005", "ip-network-block", severity=WARNING, kinds=("network",))
@article("ACC006", "ip-range-mark", severity=WARNING, kinds=("range-mark",))
def addresses_are_public(access: Access, ctx: Context) -> Hits:
    """The addresses of the service are public addresses of the access provider."""
    for index, text in enumerate(access.ip_addresses):
        if text:
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


@rule("ACC010", "access-mode-missing", each=Access, severity=ADVICE, source=FORM, when=more_than_a_change)
def access_has_a_mode(access: Access, ctx: Context) -> Hits:
    """It is said how the server is connected."""
    if not access.modes:
        yield hit("modes")

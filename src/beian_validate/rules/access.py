"""ACC: where the service runs and with what addresses."""

from beian_validate.checks import ip_address
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, cite, hit, hits_of, rule
from beian_validate.schema.service import Access
from beian_validate.schema.vocabulary import OrderType

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
FORM = (cite("miit-form-2023"), cite("miit-xml-v3"))
PRIVATE_KINDS = ("private", "loopback", "link-local", "reserved", "documentation", "multicast", "shared", "unspecified")
OUTSIDE = frozenset({"71", "81", "82"})
MANY_ADDRESSES = 3


@rule("ACC001", "ip-address-syntax", each=Access, needs=("ip_addresses",), severity=ERROR, source=FORM, kinds=("syntax",))
@rule("ACC002", "ip-address-not-public", each=Access, needs=("ip_addresses",), severity=ERROR, source=FORM, kinds=PRIVATE_KINDS)
@rule("ACC003", "ip-range-reversed", each=Access, needs=("ip_addresses",), severity=ERROR, source=FORM, kinds=("range-reversed",))
@rule("ACC004", "ip-address-with-port", each=Access, needs=("ip_addresses",), severity=ERROR, source=FORM, kinds=("port",))
@rule("ACC005", "ip-network-block", each=Access, needs=("ip_addresses",), severity=WARNING, source=FORM, kinds=("network",))
@rule("ACC006", "ip-range-mark", each=Access, needs=("ip_addresses",), severity=WARNING, source=FORM, kinds=("range-mark",))
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


@rule("ACC008", "many-ip-addresses", each=Access, needs=("ip_addresses",), severity=ADVICE, source=cite("inspur-filing-form"))
def addresses_are_few(access: Access, ctx: Context) -> Hits:
    """A site has few addresses; one provider takes three."""
    if len(access.ip_addresses) > MANY_ADDRESSES:
        yield hit("ip_addresses", count=len(access.ip_addresses), limit=MANY_ADDRESSES)


@rule("ACC009", "server-outside-the-mainland", each=Access, needs=("locations",), severity=ERROR, source=cite("miit-order-33"))
def server_is_in_the_mainland(access: Access, ctx: Context) -> Hits:
    """Only services on servers in the mainland are filed."""
    for index, location in enumerate(access.locations):
        if location in OUTSIDE:
            yield hit(f"locations.{index}")


@rule("ACC010", "access-mode-missing", each=Access, severity=ADVICE, source=FORM)
def access_has_a_mode(access: Access, ctx: Context) -> Hits:
    """It is said how the server is connected."""
    if not access.modes and ctx.order != OrderType.CHANGE:
        yield hit("modes")

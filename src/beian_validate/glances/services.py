"""Glances at websites and what belongs to them, and at the milestones."""

import re
from operator import itemgetter

from beian_validate.checks import ip_address, service_number
from beian_validate.checks.placeholder import FILLERS
from beian_validate.context import Context
from beian_validate.glances.codes import codes
from beian_validate.rule import Glance
from beian_validate.rules.access import OUTSIDE
from beian_validate.rules.certificates import MARGIN_MONTHS, months_after
from beian_validate.rules.domains import SYNCHRONISED_DAYS, is_abroad
from beian_validate.rules.pre_approvals import FINANCE
from beian_validate.schema.application import Milestones
from beian_validate.schema.service import Access, Domain, ServiceNumber
from beian_validate.schema.vocabulary import ContentType, Nature, ServiceNumberState, ServiceType
from beian_validate.schema.website import Website
from beian_validate.tree import Values

LONG_DAYS, SHORT_DAYS = 100, 14
"""Days from which on nothing is urgent, and up to which nothing can be late yet."""
# Registries give out names of their own at labels of two and three letters: zj.cn, org.cn.
_DOMAIN = r"(?![^|]*--)([a-z0-9][a-z0-9-]{2,38}[a-z0-9])\.(?:cn|com|net|com\.cn|net\.cn)"
"""A registrable name under a suffix that everybody may use."""
_is_plain_domain = re.compile(_DOMAIN).fullmatch
_SAID = r"[\u4e00-\u9fff](?:\w{4}[^|]*|\w{0,3})"
_is_whole = re.compile(rf"{_SAID}\|{_SAID}\|(?P<domain>{_DOMAIN})\|(?:www\.)?(?P=domain)").fullmatch
SERVERS = frozenset(("ECS", "云服务器", "云服务器ECS"))
_happened = itemgetter(*(name for name in Milestones.model_fields if name != "created_on"))
OWN_CONTENTS = frozenset({ContentType.ORGANISATION_PORTAL, ContentType.OTHER})


def is_a_whole_site(website: Values, ctx: Context) -> bool:
    """One domain with its own home page, an own or other content, a language and a person."""
    domains, urls, contents = website["domains"], website["home_urls"], website["content_types"]
    if len(domains) != 1 or len(urls) != 1 or len(contents) != 1:
        return False
    name, person = website["name"], website["person_in_charge"].name
    return (
        contents[0] in OWN_CONTENTS
        and website["service_type"] is ServiceType.WEBSITE_APPLICATION
        and not website["is_commercial"]
        and website["languages"] != ()
        and website["pre_approvals"] == ()
        and website["remark"].startswith(website["default_remark"])
        and _is_whole(f"{name}|{person}|{domains[0].name}|{urls[0]}") is not None
        and name not in FILLERS
        and person not in FILLERS
    )


def has_a_number(website: Values, ctx: Context) -> bool:
    """A service number."""
    return bool(website["service_number"].value.strip())


def is_the_sponsors(domain: Values, ctx: Context) -> bool:
    """Held under the sponsor's name, document and number, verified some days ago, and registered beyond the margin."""
    begin, end, verified = domain["registered_on"], domain["expires_on"], domain["real_name_verified_on"]
    today = ctx.as_of
    if begin is None or end is None or verified is None or today is None or domain["real_name_verified"] is not True:
        return False
    holder = vars(domain["holder"])
    held, own = vars(holder["certificate"]), vars(ctx.sponsors["certificate"])
    return (
        domain["name"] != ""
        and holder["name"] == ctx.sponsors["name"] != ""
        and held["number"] == own["number"] != ""
        and held["type"] is own["type"] is not None
        and begin <= today
        and begin < end > months_after(today, MARGIN_MONTHS)
        and (today - verified).days >= SYNCHRONISED_DAYS
        and domain["registrar"] != ""
        and not is_abroad(domain["registrar"])
    )


def is_plain_domain(domain: Values, ctx: Context) -> bool:
    """A registrable name of no money business under a suffix that everybody may use."""
    found = _is_plain_domain(domain["name"])
    if found is None or ctx.sponsors["nature"] is not Nature.ENTERPRISE:
        return False
    return not (found[1].startswith(FINANCE) or found[1].endswith(FINANCE))


def is_fresh_number(number: Values, ctx: Context) -> bool:
    """Whole and unused, of a product that was bought for long and is paid for long."""
    bought, paid, code, today = number["purchased_on"], number["expires_on"], number["value"], ctx.as_of
    if number["state"] is not ServiceNumberState.UNUSED or bought is None or paid is None or today is None:
        return False
    is_long = (paid - today).days > LONG_DAYS and (paid - bought).days > LONG_DAYS
    is_plain = bought <= today and number["product"] in SERVERS
    return is_long and is_plain and code != "" and not service_number.code_problems(ctx.provider, code)


def is_plain_access(access: Values, ctx: Context) -> bool:
    """One public address on a server in the mainland, and how it is connected."""
    addresses, locations = access["ip_addresses"], access["locations"]
    is_told = len(addresses) == 1 and bool(addresses[0]) and bool(locations) and bool(access["modes"])
    return is_told and OUTSIDE.isdisjoint(locations) and not ip_address.problems(addresses[0])


def is_new_order(milestones: Values, ctx: Context) -> bool:
    """An order that was made in the last days, and nothing else yet."""
    created, today = milestones["created_on"], ctx.as_of
    if created is None or today is None or any(_happened(milestones)):
        return False
    return bool(0 <= (today - created).days <= SHORT_DAYS)


SERVICES = (
    Glance(
        Website,
        codes("DOM001", "PER002", "PRE016-017", "SPN020-021", "WEB003-004", "WEB010-015", "WEB020-021", "WEB023-030"),
        is_a_whole_site,
    ),
    Glance(Website, codes("ACC011", "SVC001", "SVC022"), has_a_number),
    Glance(
        Domain, codes("DOM004-009", "DOM022-028", "DOM035-036", "DOM042-043", "DOM045-046", "PRV040"), is_the_sponsors
    ),
    Glance(Domain, codes("DOM003", "DOM010-021", "DOM029-034", "DOM037-041", "PRE021"), is_plain_domain),
    Glance(ServiceNumber, codes("SVC002-015", "SVC017-021", "SVC023-025", "SVC028", "SVC030"), is_fresh_number),
    Glance(Access, codes("ACC001-010", "ACC012"), is_plain_access),
    Glance(Milestones, codes("TIM001-010"), is_new_order),
)

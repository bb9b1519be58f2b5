"""PRV100 to PRV109: what a remark must say, by province."""

import re
from functools import partial

from beian_validate.checks.organisation_name import is_called
from beian_validate.checks.statement import has, says_nothing
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.law.pre_approvals import words_in_scope
from beian_validate.law.provinces import Requirement
from beian_validate.rule import Hits
from beian_validate.rules.provinces_certificates import NO_TRADE_NAME
from beian_validate.rules.provinces_counts import resources
from beian_validate.rules.provincial import (
    asks,
    count_of_mentions,
    demands,
    is_represented,
    judged,
    mentions,
    of_province,
    operator,
    remarks,
    services,
    told,
)
from beian_validate.schema.party import Sponsor
from beian_validate.schema.website import Website

_SENTENCE = re.compile("[。；;\\n]")
_DUTY = re.compile("负责|分管|领导|管理")
_ABOUT_PHONES = re.compile("应急|紧急|备用|联系方式2|使用[人者]|机主")


def _emergency_user(sponsor: Sponsor, row: Requirement, ctx: Context) -> Hits:
    number, text = sponsor.person_in_charge.emergency_phone, remarks(ctx)
    if not number or mentions(text, row):
        return
    user, *_ = row.value["mentions"]
    is_about_it = number in text or any(has(text, word) for word in user)
    if not is_about_it:
        yield told("remark", "emergency", row)
    elif not any(has(text, word) for word in row.value["mentions"][-1]):
        yield told("remark", "emergency", row.at_most(Severity.WARNING))


def _no_trade_name(sponsor: Sponsor, row: Requirement, ctx: Context) -> Hits:
    name = operator(sponsor)
    is_concerned = name and sponsor.name in {pattern.format(operator=name) for pattern in NO_TRADE_NAME}
    if is_concerned and not mentions(remarks(ctx), row):
        yield told("remark", "no-trade-name", row, text=row.value["quote"])


def _licence(sponsor: Sponsor, row: Requirement, ctx: Context) -> Hits:
    word = _licensed_word(sponsor, row, ctx)
    told_of = count_of_mentions(remarks(ctx), row)
    if not word or told_of == len(row.value["mentions"]):
        return
    is_half_told = told_of > 1 or word not in sponsor.name
    yield told("remark", "licence", row.at_most(Severity.WARNING) if is_half_told else row, word=word)


def _licensed_word(sponsor: Sponsor, row: Requirement, ctx: Context) -> str:
    """The word in the sponsor's name, else in that of a service, which a licence belongs to."""
    offered = services(ctx.application)
    for name in (sponsor.name, *(service.name for service in offered)):
        word = next((word for word in row.value["words"] if word in name), "")
        if row.value.get("at_end") and not is_called(name, word):
            continue
        if word and not any(other in name for other in row.value.get("except_words", ())):
            return word
    is_offered = any(row.value.get("content") in service.content_types for service in offered)
    return str(row.value["words"][0]) if is_offered else ""


def _role(sponsor: Sponsor, row: Requirement, ctx: Context) -> Hits:
    if is_represented(sponsor) is not False:
        return
    told_of = [sentence for sentence in _SENTENCE.split(remarks(ctx)) if _is_about_duty(sentence, row)]
    if any(sponsor.person_in_charge.name in sentence for sentence in told_of):
        return
    is_half_told = bool(told_of)
    yield told("remark", "role", row.at_most(Severity.WARNING) if is_half_told else row)


def _is_about_duty(sentence: str, row: Requirement) -> bool:
    """Whether a sentence tells a duty; the post of who answers the emergency phone is none."""
    return mentions(sentence, row) and (not _ABOUT_PHONES.search(sentence) or bool(_DUTY.search(sentence)))


def _resources(sponsor: Sponsor, row: Requirement, ctx: Context) -> Hits:
    count = len(resources(ctx.application)) if ctx.application else 0
    if count > row.value["when_count_gt"] and not mentions(remarks(ctx), row):
        yield told("remark", "resources", row, count=count)


SPONSOR = {
    "remark.emergency_phone_user": _emergency_user,
    "remark.individual_business_no_trade_name": _no_trade_name,
    "remark.licence_details": _licence,
    "remark.subject_in_charge_role": _role,
    "remark.multi_resource": _resources,
}
_SPONSOR = frozenset(SPONSOR)


article = partial(of_province, each=Sponsor, when=asks(_SPONSOR))


@article("PRV100", "user-of-emergency-phone-not-told", kinds=("emergency",))
@article("PRV101", "missing-trade-name-not-told", kinds=("no-trade-name",))
@article("PRV102", "licence-not-told", kinds=("licence",))
@article("PRV103", "role-not-told", kinds=("role",))
@article("PRV104", "resources-not-told", kinds=("resources",))
def remark_of_the_sponsor_says_what_the_province_asks(sponsor: Sponsor, ctx: Context) -> Hits:
    """The remarks tell what the province wants to know about the sponsor."""
    return judged(sponsor, ctx, SPONSOR, _SPONSOR)


def _several_places(website: Website, row: Requirement, ctx: Context) -> Hits:
    if len(set(website.access.locations)) > 1 and not mentions(website.remark, row):
        yield told("remark", "places", row, count=len(set(website.access.locations)))


def _opening(website: Website, row: Requirement, ctx: Context) -> Hits:
    if not says_nothing(website.remark) and not mentions(website.remark, row):
        yield told("remark", "opening", row)


def _declaration(website: Website, row: Requirement, ctx: Context) -> Hits:
    if not mentions(website.remark, row):
        yield told("remark", "declaration", row)


def _too_short(website: Website, row: Requirement, ctx: Context) -> Hits:
    shortest = row.value.get("min_chars", 0) if isinstance(row.value, dict) else 0
    if len(website.remark.strip()) < shortest:
        yield told("remark", "short", row, count=len(website.remark.strip()), limit=shortest)


WEBSITE = {
    "remark.multi_ip": _several_places,
    "remark.opening_time": _opening,
    "remark.personal_site_declaration": _declaration,
    "remark.site_content": _too_short,
}
_WEBSITE = frozenset(WEBSITE)
_CONTENT = frozenset({"remark.site_content"})


article = partial(of_province, each=Website, when=asks(_WEBSITE))


@article("PRV105", "several-server-places-not-told", kinds=("places",))
@article("PRV106", "opening-time-not-told", kinds=("opening",))
@article("PRV107", "declaration-of-personal-site-missing", kinds=("declaration",))
@article("PRV108", "remark-on-content-missing", kinds=("missing",))
@article("PRV109", "remark-too-short", kinds=("short",))
def remark_of_the_website_says_what_the_province_asks(website: Website, ctx: Context) -> Hits:
    """The remark tells what the province wants to know about the website."""
    rows = demands(ctx.situation, _CONTENT) if says_nothing(website.remark) else ()
    missing = next((row for row in rows if _asks(row, website, ctx)), None)
    if missing:
        yield told("remark", "missing", missing)
    else:
        yield from judged(website, ctx, WEBSITE, _WEBSITE)


def _asks(row: Requirement, website: Website, ctx: Context) -> bool:
    """Whether the row wants a remark on this website's content."""
    if row.value is True:
        return True
    if "if_content" in row.value:
        return row.value["if_content"] in website.content_types
    if "unless_content" in row.value:
        return bool(website.content_types) and row.value["unless_content"] not in website.content_types
    if row.value.get("when") == "scope_needs_pre_approval":
        return not website.pre_approvals and bool(ctx.once(words_in_scope, ctx.sponsor.business_scope))
    least = row.value.get("min_sites", 0)
    return bool(least) and ctx.application is not None and len(ctx.application.websites) >= least

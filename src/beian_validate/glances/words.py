"""Glances at names and texts: most hold no listed word at all."""

from beian_validate.checks import site_name
from beian_validate.checks.place import place_only
from beian_validate.context import Context
from beian_validate.glances.codes import codes
from beian_validate.law.lexicons import words_in_name
from beian_validate.law.pre_approvals import by_content, words_in, words_in_scope, words_in_sponsor, words_in_text
from beian_validate.rule import Glance
from beian_validate.rules.provincial import demands
from beian_validate.rules.relation import shares_a_pair
from beian_validate.rules.site_names import NOTE
from beian_validate.schema.party import Sponsor
from beian_validate.schema.vocabulary import Nature
from beian_validate.schema.website import Website

TROUBLE = ("注销", "吊销", "歇业", "异常")
"""What a text says in any case that speaks of a sponsor struck off, closed or listed."""

FOR_OTHERS = frozenset(("individual", "app", "mini_program"))
"""Lists of words that say nothing about the website of a company."""


def has_a_telling_name(website: Website, ctx: Context) -> bool:
    """A plain name of a company's site that is akin to the company's own and holds no listed word."""
    name, sponsor = website.name, ctx.sponsor
    return (
        sponsor.nature is Nature.ENTERPRISE
        and name != ""
        and sponsor.certificate.number not in ("", name)
        and sponsor.certificate.number not in name
        and shares_a_pair(name, sponsor.name)
        and not ctx.once(site_name.problems, name)
        and all(row.scope in FOR_OTHERS for _, rows in ctx.once(words_in_name, name) for row in rows)
        and not ctx.once(words_in, name)
        and not ctx.once(place_only, name)
        and not demands(ctx.situation, NOTE)
        and by_content().keys().isdisjoint(website.content_types)
    )


def offers_no_trade(website: Website, ctx: Context) -> bool:
    """A description and a remark without a word of a trade that needs approval."""
    description, remark = website.description, website.remark
    return description != "" and remark != "" and not words_in_text(f"{description}\n{remark}")


def is_in_no_such_trade(sponsor: Sponsor, ctx: Context) -> bool:
    """A name, a scope and a remark without such a word."""
    if sponsor.nature is None or sponsor.name == "" or words_in_sponsor(sponsor.name):
        return False
    return not words_in_scope(sponsor.business_scope) and not words_in_text(sponsor.remark)


def is_in_no_trouble(sponsor: Sponsor, ctx: Context) -> bool:
    """Texts that speak of no trouble."""
    texts = f"{sponsor.name}\n{sponsor.business_scope}\n{sponsor.remark}"
    return not any(word in texts for word in TROUBLE)


WORDS = (
    Glance(Website, codes("NAM001-011", "NAM020-032", "NAM034-038", "PRE001-003", "PRE020"), has_a_telling_name),
    Glance(Website, codes("PRE004", "PRE018"), offers_no_trade),
    Glance(Sponsor, codes("PRE005-006", "PRE019"), is_in_no_such_trade),
    Glance(Sponsor, codes("SPN019"), is_in_no_trouble),
)

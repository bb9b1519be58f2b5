"""Glances at names and texts: most hold no listed word at all."""

from functools import cache

from beian_validate.checks.place import place_only
from beian_validate.checks.placeholder import surely_says_something
from beian_validate.checks.plain_name import is_plain_title
from beian_validate.context import Context
from beian_validate.glances.codes import codes
from beian_validate.glances.screen import Screen
from beian_validate.law.lexicons import words_on_companies
from beian_validate.law.pre_approvals import by_content, words_of_trades
from beian_validate.rule import Glance
from beian_validate.rules.content import IDLE, MARKS
from beian_validate.rules.provincial import demands
from beian_validate.rules.relation import shares_a_pair
from beian_validate.rules.site_names import NOTE
from beian_validate.schema.party import Sponsor
from beian_validate.schema.vocabulary import Nature
from beian_validate.schema.website import Website
from beian_validate.tree import Survey, Values

TROUBLE = ("注销", "吊销", "歇业", "异常")
"""What a text says in any case that speaks of a sponsor struck off, closed or listed."""

CHARGES = ("佣金", "抽成", "入驻", "第三方", "会员费", "会员收", "付费", "收费", "有偿")
"""What a text says in any case that speaks of what others pay for."""


def has_a_telling_name(website: Values, ctx: Context) -> bool:
    """A plain name of a company's site that is akin to the company's own and holds no listed word."""
    name, sponsor = website["name"], ctx.sponsors
    return (
        sponsor["nature"] is Nature.ENTERPRISE
        and is_plain_title(name)
        and sponsor["certificate"].number != ""
        and shares_a_pair(name, sponsor["name"])
        and _names().is_clear(name)
        and not place_only(name)
        and by_content().keys().isdisjoint(website["content_types"])
        and not demands(ctx.situation, NOTE)
    )


def offers_no_trade(website: Values, ctx: Context) -> bool:
    """A description and a remark that tell something, without marks and without a word of trades or of charges."""
    description, remark = website["description"], website["remark"]
    if description != "" and (IDLE.fullmatch(description.strip()) or not surely_says_something(description)):
        return False
    is_silent = ctx.once(_is_clear, ctx.survey) or _trades().is_clear(f"{description}\n{remark}")
    return is_silent and MARKS.search(remark) is None


def is_in_no_such_trade(sponsor: Values, ctx: Context) -> bool:
    """A name, a scope and a remark without such a word, and without one that speaks of trouble."""
    name, remark = sponsor["name"], sponsor["remark"]
    if name == "" or sponsor["nature"] is None or not remark.startswith(sponsor["default_remark"]):
        return False
    return ctx.once(_is_clear, ctx.survey) or _trades().is_clear(f"{name}\n{sponsor['business_scope']}\n{remark}")


def _is_clear(survey: Survey) -> bool:
    """Whether no text of the application holds such a word."""
    return _trades().is_clear(survey.all_prose)


@cache
def _names() -> Screen:
    """All words that are listed for the names of a company's services."""
    return Screen(words_on_companies() | words_of_trades())


@cache
def _trades() -> Screen:
    """All words of trades, of trouble and of charges."""
    return Screen({*words_of_trades(), *TROUBLE, *CHARGES})


WORDS = (
    Glance(Website, codes("NAM001-011", "NAM020-032", "NAM034-039", "PRE001-003", "PRE020"), has_a_telling_name),
    Glance(Website, codes("PRE004", "PRE018", "WEB007", "WEB034-035"), offers_no_trade),
    Glance(Sponsor, codes("PRE005-006", "PRE019", "SPN019-021"), is_in_no_such_trade),
)

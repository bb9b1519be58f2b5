"""PRE001 to PRE006, PRE018 to PRE021: pre-approvals (前置审批), and who needs which."""

import re
from dataclasses import replace
from functools import partial
from typing import Any

from beian_validate.checks.words import Match
from beian_validate.context import Context
from beian_validate.finding import Severity, Wording
from beian_validate.law.lexicons import words_in_name
from beian_validate.law.pre_approvals import (
    by_content,
    categories,
    words_in,
    words_in_scope,
    words_in_sponsor,
    words_in_text,
)
from beian_validate.law.provinces import requirements
from beian_validate.law.row import TableRow
from beian_validate.rule import Hits, cite, hit, rule
from beian_validate.rules.denial import denies, offered
from beian_validate.rules.provincial import demands, remarks, services
from beian_validate.rules.site_names import concerns
from beian_validate.schema.app import App
from beian_validate.schema.material_names import material_kind
from beian_validate.schema.open_vocabulary import MaterialKind
from beian_validate.schema.party import Sponsor
from beian_validate.schema.service import Domain
from beian_validate.schema.vocabulary import Nature, PreApprovalCategory
from beian_validate.schema.website import Website
from beian_validate.situation import of_organisations

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
SERVICES = (Website, App)
LAW = (cite("state-council-292", "5"), cite("miit-order-33", "11"))
NAME_WORDS = frozenset({"website.name.preapproval_words"})
PLEDGES = {
    PreApprovalCategory.INTERNET_FINANCE: MaterialKind.FINANCE_PLEDGE,
    PreApprovalCategory.TUTORING: MaterialKind.NO_TUTORING_PLEDGE,
}
"""Pledges for one trade alone; the general one will do for every trade."""
SUPPLIER = re.compile(
    "设备|器材|包装|家具|耗材|印刷|机械|广告|工程|装饰|装修|灯光|音响|服装|道具|制造|物流|冷链|软件|系统|仪器|电器|电子有限|制品"
)
"""Who supplies a trade is not in it."""
FINANCE = ("licai", "touzi", "jijin", "daikuan")
FINANCE_LABEL = re.compile(f"^(?:{'|'.join(FINANCE)})|(?:{'|'.join(FINANCE)})$|理财|投资|基金|贷款")
DOMAIN_WORDS = frozenset({"domain.label_preapproval_words"})
NO_PLEDGE = frozenset({"document.no_preapproval_pledge"})


article = partial(rule, each=SERVICES, needs=("name",), source=LAW)


@article("PRE001", "pre-approval-word-in-name", severity=WARNING, kinds=("word",))
@article("PRE002", "pre-approval-missing", severity=ERROR, kinds=("both",))
@article("PRE003", "pre-approval-content", severity=WARNING, kinds=("content",))
@article("PRE020", "trade-of-organisations", severity=WARNING, kinds=("individual",))
def trade_with_pre_approval_has_it(service: Website | App, ctx: Context) -> Hits:
    """A service in a trade with pre-approval declares it: a word alone is a question, word and content a refusal."""
    told = _declared(service)
    if any(approval.category is None for approval in service.pre_approvals):
        return  # which one is declared has to be told first
    contents = {by_content()[c]: i for i, c in enumerate(service.content_types) if c in by_content()}
    for match, category in ctx.once(words_in, service.name):
        if category in told or _is_told_elsewhere(match, service, ctx):
            continue
        kind = "individual" if _is_individual(ctx) else "both" if category in contents else "word"
        if kind == "both" or not denies(_texts(service), category):
            told.add(category)
            row = _weight(service.name, match.word, category, ctx) if kind == "word" else None
            yield hit("name", kind, row=row, word=match.word, **about(category))
    for category, index in contents.items():
        if category not in told and not _is_individual(ctx):  # WEB001 refuses the content
            yield hit(f"content_types.{index}", "content", content=service.content_types[index], **about(category))


def _weight(name: str, word: str, category: PreApprovalCategory, ctx: Context) -> TableRow:
    """How grave a word is: less where it is the sponsor's registered name, or where the trade is only supplied."""
    row = categories()[category].sponsor_row if word in ctx.sponsor.name else categories()[category].row
    return replace(row, severity=ADVICE) if SUPPLIER.search(name) else row


def _declared(service: Website | App) -> set[PreApprovalCategory]:
    """The categories declared; a game is declared under publishing, because the form has no category of its own."""
    declared = {approval.category for approval in service.pre_approvals if approval.category is not None}
    return declared | {PreApprovalCategory.ONLINE_GAME} if PreApprovalCategory.PUBLISHING in declared else declared


def _is_told_elsewhere(match: Match, service: Website | App, ctx: Context) -> bool:
    """Whether the word needs no question here: others ask it in any case, or the registered name answers it."""
    if match.word in ctx.sponsor.name and not words_in_sponsor(match.word):
        return True  # a bank is called one by its licence
    if _is_individual(ctx):
        found = (entry for entry in ctx.once(words_in_name, service.name) if entry[0].word == match.word)
        return any(concerns(row, one, service, ctx) for one, rows in found for row in rows)
    rows = demands(ctx.situation, NAME_WORDS)
    refused = [word for row in rows if row.severity == ERROR for word in row.value]
    return isinstance(service, Website) and any(word in match.word or match.word in word for word in refused)


def _is_individual(ctx: Context) -> bool:
    return ctx.sponsor.nature == Nature.INDIVIDUAL


def _texts(service: Website | App) -> str:
    return f"{service.remark}。{service.description}"


def about(category: PreApprovalCategory) -> dict[str, Any]:
    """The facts that every message about a category names."""
    row = categories()[category]
    document, issuer = (Wording(words["zh"][0], words["en"][0]) for words in (row.documents, row.issuers))
    is_game = category == PreApprovalCategory.ONLINE_GAME
    option = PreApprovalCategory.PUBLISHING if is_game else category
    return {"category": category, "option": option, "document": document, "issuer": issuer}


article = partial(rule, each=SERVICES, source=LAW)


@article("PRE004", "pre-approval-word-in-description", severity=ADVICE, kinds=("description",))
@article("PRE018", "trade-on-offer", severity=WARNING, kinds=("offered",))
def description_raises_no_question(service: Website | App, ctx: Context) -> Hits:
    """Description and remark of a service without pre-approval offer nothing that needs one."""
    told = _declared(service)
    for field, text in (("description", service.description), ("remark", service.remark)):
        for word, category in offered(text):
            if category not in told:
                told.add(category)
                yield hit(field, "offered", word=word, **about(category))
    told |= {category for _, category in ctx.once(words_in, service.name)}
    for match, category in ctx.once(words_in_text, service.description):
        if category not in told and not denies(_texts(service), category):
            told.add(category)
            yield hit("description", "description", word=match.word, **about(category))


article = partial(rule, each=Sponsor, needs=("name", "nature"), source=LAW, when=of_organisations)


@article("PRE005", "pre-approval-word-in-sponsor-name", severity=WARNING, kinds=("name",))
@article("PRE006", "pre-approval-word-in-scope", severity=WARNING, kinds=("scope",))
@article("PRE019", "trade-on-offer-in-sponsor-remark", severity=WARNING, kinds=("remark",))
def sponsor_raises_no_question(sponsor: Sponsor, ctx: Context) -> Hits:
    """Name, business scope and remark of the sponsor name no trade with pre-approval, or it is declared or denied."""
    told = _settled(ctx)
    for word, category in offered(sponsor.remark):
        if category not in told:
            told.add(category)
            yield hit("remark", "remark", word=word, **about(category))
    for field, kind, found in (
        ("name", "name", ctx.once(words_in_sponsor, sponsor.name)),
        ("business_scope", "scope", ctx.once(words_in_scope, sponsor.business_scope)),
    ):
        for match, category in found:
            if category not in told and not (_is_pledged(category, ctx) or denies(remarks(ctx), category)):
                told.add(category)
                row = categories()[category].sponsor_row
                row = replace(row, severity=ADVICE) if kind == "name" and SUPPLIER.search(sponsor.name) else row
                yield hit(field, kind, row=row, word=match.word, **about(category))


def _settled(ctx: Context) -> set[PreApprovalCategory]:
    """What the services declare, and what is told of their own names already."""
    every = services(ctx.application)
    named = {category for service in every for _, category in ctx.once(words_in, service.name)}
    return {category for service in every for category in _declared(service)} | named


def _is_pledged(category: PreApprovalCategory, ctx: Context) -> bool:
    """Whether a pledge that the trade is not carried on is handed in, in a province that takes one."""
    materials = ctx.application.materials if ctx.application else ()
    kinds = {MaterialKind.NO_PRE_APPROVAL_PLEDGE, PLEDGES.get(category)}
    of = ctx.situation
    rows = requirements(of.province, of.party, of.order, of.as_of, NO_PLEDGE)
    is_taken = all(row.value.get("allowed", True) for row in rows)
    return is_taken and any(material_kind(material.kind) in kinds for material in materials)


@rule(
    "PRE021", "finance-in-the-domain", each=Domain, needs=("name",), severity=ADVICE, source=LAW, when=of_organisations
)
def domain_raises_no_question(domain: Domain, ctx: Context) -> Hits:
    """The domain of a service without financial licence is not made of words of finance."""
    service = ctx.parents[0] if ctx.parents else None
    if not isinstance(service, Website | App) or demands(ctx.situation, DOMAIN_WORDS):
        return
    word = FINANCE_LABEL.search(domain.name.partition(".")[0].lower())
    category = PreApprovalCategory.INTERNET_FINANCE
    if word and category not in _declared(service) and not denies(_texts(service), category):
        yield hit("name", word=word[0], **about(category))

"""PRE: pre-approvals (前置审批): who needs which, and what was handed in."""

import re
from functools import partial
from typing import Any

from beian_validate.checks import licence_number
from beian_validate.context import Context
from beian_validate.finding import Severity, Wording
from beian_validate.law.pre_approvals import by_content, categories, words_in, words_in_scope
from beian_validate.law.provinces import Requirement
from beian_validate.rule import Hits, cite, hit, rule
from beian_validate.rules.certificates import months_after
from beian_validate.rules.provincial import decided_by_row
from beian_validate.schema.app import App
from beian_validate.schema.node import LONG_TERM
from beian_validate.schema.party import Sponsor
from beian_validate.schema.service import PreApproval
from beian_validate.schema.vocabulary import Nature, PreApprovalCategory
from beian_validate.schema.website import Website
from beian_validate.situation import of_organisations

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
SERVICES = (Website, App)
LAW = (cite("state-council-292", "5"), cite("miit-order-33", "11"))
MARGIN_MONTHS = 3
DENIED = ("不涉及", "不从事", "不提供", "不含", "不包含", "无需", "不属于", "非经营")
"""How a remark says that a trade is not concerned."""
_NOT_DONE = re.compile(f"(?:{'|'.join(DENIED)})([^，。；,;]*)")


article = partial(rule, each=SERVICES, needs=("name",), source=LAW)


@article("PRE001", "pre-approval-word-in-name", severity=WARNING, kinds=("word",))
@article("PRE002", "pre-approval-missing", severity=ERROR, kinds=("both",))
@article("PRE003", "pre-approval-content", severity=WARNING, kinds=("content",))
def trade_with_pre_approval_has_it(service: Website | App, ctx: Context) -> Hits:
    """A service in a trade with pre-approval declares it: a word alone is a question, word and content a refusal."""
    declared = {approval.category for approval in service.pre_approvals}
    by_content_type = {by_content()[c]: i for i, c in enumerate(service.content_types) if c in by_content()}
    told: set[PreApprovalCategory] = set()
    for match, category in ctx.once(words_in, service.name):
        if category in declared or category in told or match.word in ctx.sponsor.name:
            continue
        kind = "both" if category in by_content_type else "word"
        if kind == "word" and _is_denied(service, match.word):
            continue
        told.add(category)
        found = hit("name", kind, word=match.word, **_about(category))
        is_named = partial(_names, match.word)
        yield decided_by_row(found, ctx, "website.name.preapproval_words", is_named) if kind == "word" else found
    for category, index in by_content_type.items():
        if category not in declared and category not in told:
            yield hit(f"content_types.{index}", "content", content=service.content_types[index], **_about(category))


def _names(word: str, row: Requirement) -> bool:
    """Whether a list of the province has the word, or a part of it."""
    return any(listed in word or word in listed for listed in row.value)


def _is_denied(service: Website | App, word: str) -> bool:
    """Whether a remark denies the trade itself; that no pre-approval is concerned is what every remark says."""
    remark = f"{service.remark}。{service.description}"
    return "不从事" in remark or any(word in denied for denied in _NOT_DONE.findall(remark))


def _about(category: PreApprovalCategory) -> dict[str, Any]:
    """The facts that every message about a category names."""
    row = categories()[category]
    document, issuer = (Wording(words["zh"][0], words["en"][0]) for words in (row.documents, row.issuers))
    return {"category": category, "document": document, "issuer": issuer}


@rule("PRE004", "pre-approval-word-in-description", each=SERVICES, needs=("description",), severity=ADVICE, source=LAW)
def description_raises_no_question(service: Website | App, ctx: Context) -> Hits:
    """The description of a service without pre-approval names no trade that needs one."""
    declared = {approval.category for approval in service.pre_approvals}
    told: set[PreApprovalCategory] = set()
    for match, category in ctx.once(words_in, service.description):
        if (
            category not in declared
            and category not in told
            and not any(word in service.description for word in DENIED)
        ):
            told.add(category)
            yield hit("description", word=match.word, **_about(category))


article = partial(rule, each=Sponsor, needs=("name", "nature"), source=LAW, severity=ADVICE, when=of_organisations)


@article("PRE005", "pre-approval-word-in-sponsor-name", kinds=("name",))
@article("PRE006", "pre-approval-word-in-scope", kinds=("scope",))
def sponsor_raises_no_question(sponsor: Sponsor, ctx: Context) -> Hits:
    """Name and business scope of the sponsor name no trade that needs pre-approval, or it is declared."""
    services: list[Website | App] = [*ctx.application.websites, *ctx.application.apps] if ctx.application else []
    declared = {approval.category for service in services for approval in service.pre_approvals}
    told = set(declared)
    for field, found in (
        ("name", ctx.once(words_in, sponsor.name)),
        ("business_scope", ctx.once(words_in_scope, sponsor.business_scope)),
    ):
        for match, category in found:
            if category not in told:
                told.add(category)
                yield hit(field, "name" if field == "name" else "scope", word=match.word, **_about(category))


article = partial(rule, each=PreApproval)


@article("PRE010", "pre-approval-category-missing", severity=ERROR, source=LAW, kinds=("category",))
@article("PRE011", "licence-number-missing", severity=ERROR, source=cite("wechat-icp-api"), kinds=("number",))
@article("PRE012", "pre-approval-cancelled", severity=ADVICE, source=LAW, kinds=("cancelled",))
def declared_pre_approval_is_complete(approval: PreApproval, ctx: Context) -> Hits:
    """A declared pre-approval has a category that is still asked for, and the number of its licence."""
    category = approval.category
    if category is None:
        yield hit("category", "category")
        return
    row = categories()[category]
    if not row.is_active:
        yield hit("category", "cancelled", row=row.row, law=row.law, **_about(category))
    elif not approval.licence_number.strip():
        yield hit("licence_number", "number", **_about(category))


@rule(
    "PRE013",
    "licence-number-shape",
    each=PreApproval,
    needs=("category", "licence_number"),
    severity=WARNING,
    source=LAW,
)
def licence_number_has_its_shape(approval: PreApproval, ctx: Context) -> Hits:
    """The number is spelt as the issuing authority spells it."""
    if approval.category and licence_number.problems(str(approval.category), approval.licence_number):
        yield hit("licence_number", number=approval.licence_number, **_about(approval.category))


article = partial(rule, each=PreApproval, needs=("category", "valid_to", "@as_of"), source=LAW)


@article("PRE014", "pre-approval-expired", severity=ERROR, kinds=("expired",))
@article("PRE015", "pre-approval-expires-soon", severity=WARNING, kinds=("soon",))
def licence_is_valid(approval: PreApproval, ctx: Context) -> Hits:
    """A licence is valid on the day of filing and for three months more."""
    end = approval.valid_to
    if end is None or end == LONG_TERM or ctx.as_of is None or approval.category is None:
        return
    if end < ctx.as_of:
        yield hit("valid_to", "expired", valid_to=end, as_of=ctx.as_of, **_about(approval.category))
    elif end <= months_after(ctx.as_of, MARGIN_MONTHS):
        yield hit("valid_to", "soon", valid_to=end, as_of=ctx.as_of, **_about(approval.category))


article = partial(rule, each=SERVICES, needs=("pre_approvals", "/sponsor/nature"), severity=ERROR)


@article("PRE016", "pre-approval-of-an-individual", source=LAW, kinds=("individual",))
@article("PRE017", "pre-approval-twice", source=cite("wechat-icp-api"), kinds=("twice",))
def declared_pre_approvals_are_possible(service: Website | App, ctx: Context) -> Hits:
    """An individual cannot hold a pre-approval, and none is declared twice."""
    if ctx.sponsor.nature == Nature.INDIVIDUAL:
        yield hit("pre_approvals", "individual")
        return
    seen: set[PreApprovalCategory] = set()
    for index, approval in enumerate(service.pre_approvals):
        if approval.category in seen:
            yield hit(f"pre_approvals.{index}.category", "twice", category=approval.category)
        if approval.category is not None:
            seen.add(approval.category)

"""PRE010 to PRE017, PRE022: the pre-approvals that are declared."""

from functools import partial

from beian_validate.checks import licence_number
from beian_validate.checks.placeholder import is_placeholder
from beian_validate.checks.provinces import province_by_abbreviation
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.law.pre_approvals import categories
from beian_validate.rule import Hits, cite, hit, rule
from beian_validate.rules.certificates import months_after
from beian_validate.rules.pre_approvals import LAW, SERVICES, about
from beian_validate.schema.app import App
from beian_validate.schema.node import LONG_TERM
from beian_validate.schema.service import PreApproval
from beian_validate.schema.vocabulary import Nature, PreApprovalCategory
from beian_validate.schema.website import Website

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
MARGIN_MONTHS = 3


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
        yield hit("category", "cancelled", row=row.row, law=row.law, **about(category))
    elif not approval.licence_number.strip() or is_placeholder(approval.licence_number):
        yield hit("licence_number", "number", **about(category))


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
    number = approval.licence_number
    if approval.category is None or is_placeholder(number) or ctx.sponsor.nature == Nature.INDIVIDUAL:
        return
    if licence_number.problems(str(approval.category), number):
        yield hit("licence_number", number=approval.licence_number, **about(approval.category))


@rule(
    "PRE022",
    "licence-of-another-province",
    each=PreApproval,
    needs=("category", "licence_number", "@province"),
    severity=WARNING,
    source=LAW,
)
def licence_is_of_the_sponsors_province(approval: PreApproval, ctx: Context) -> Hits:
    """A licence that provinces issue was issued by the sponsor's own."""
    issued = province_by_abbreviation(licence_number.issued_by(str(approval.category), approval.licence_number))
    if approval.category and issued and issued.code != ctx.province and ctx.sponsor.nature != Nature.INDIVIDUAL:
        yield hit("licence_number", number=approval.licence_number, **about(approval.category))


article = partial(rule, each=PreApproval, needs=("category", "valid_to", "@as_of"), source=LAW)


@article("PRE014", "pre-approval-expired", severity=ERROR, kinds=("expired",))
@article("PRE015", "pre-approval-expires-soon", severity=WARNING, kinds=("soon",))
def licence_is_valid(approval: PreApproval, ctx: Context) -> Hits:
    """A licence is valid on the day of filing and for three months more."""
    end = approval.valid_to
    if end is None or end == LONG_TERM or ctx.as_of is None or approval.category is None:
        return
    if end < ctx.as_of:
        yield hit("valid_to", "expired", valid_to=end, as_of=ctx.as_of, **about(approval.category))
    elif end <= months_after(ctx.as_of, MARGIN_MONTHS):
        yield hit("valid_to", "soon", valid_to=end, as_of=ctx.as_of, **about(approval.category))


article = partial(rule, each=SERVICES, needs=("/sponsor/nature",), if_given=("pre_approvals",), severity=ERROR)


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

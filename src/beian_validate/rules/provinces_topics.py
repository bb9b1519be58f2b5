"""PRV110 and PRV111: trades that a province wants approved, explained or left out."""

from functools import partial

from beian_validate.checks.statement import has
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.law.pre_approvals import words_in, words_in_scope
from beian_validate.law.provinces import Requirement
from beian_validate.rule import Hits
from beian_validate.rules.provincial import asks, judged, of_province, remarks, services, told
from beian_validate.schema.application import Application
from beian_validate.schema.open_vocabulary import MaterialKind

STATEMENTS = (MaterialKind.NO_PRE_APPROVAL_PLEDGE, MaterialKind.STATEMENT)
ANSWERS = (("咨询", "答复", "回复", "致电"), ("〈电话〉",), ("局", "委", "厅", "部门", "办公室", "中心"))
"""What a remark on a consultation tells: that somebody was asked, at which number, in which department."""


def _consultation(application: Application, row: Requirement, ctx: Context) -> Hits:
    word = _undeclared_word(application)
    if word and not all(any(has(remarks(ctx), item) for item in group) for group in ANSWERS):
        yield told("sponsor.remark", "consultation", row, word=word)


def _no_statement(application: Application, row: Requirement, ctx: Context) -> Hits:
    found = words_in_scope(application.sponsor.business_scope)
    if row.value["allowed"] or not found or _has_declared(application):
        return
    handed_in = [f"materials.{i}" for i, paper in enumerate(application.materials) if paper.kind in STATEMENTS]
    if handed_in:  # who hands in a statement grants that the scope is meant
        yield told(handed_in[0], "statement", row, word=found[0][0].word)
    else:
        yield told("sponsor.business_scope", "statement", row.at_most(Severity.WARNING), word=found[0][0].word)


def _undeclared_word(application: Application) -> str:
    """The first word that points to a trade with pre-approval, where no service declares one."""
    if _has_declared(application):
        return ""
    names = (application.sponsor.name, *(service.name for service in services(application)))
    found = [match.word for name in names for match, _ in words_in(name)]
    found += [match.word for match, _ in words_in_scope(application.sponsor.business_scope)]
    return found[0] if found else ""


def _has_declared(application: Application) -> bool:
    return any(service.pre_approvals for service in services(application))


APPLICATION = {
    "remark.preapproval_consultation": _consultation,
    "document.no_preapproval_pledge": _no_statement,
}
_APPLICATION = frozenset(APPLICATION)


article = partial(of_province, each=Application, when=asks(_APPLICATION))


@article("PRV110", "consultation-not-told", kinds=("consultation",))
@article("PRV111", "no-statement-in-place-of-pre-approval", kinds=("statement",))
def words_of_pre_approval_are_explained(application: Application, ctx: Context) -> Hits:
    """Words of a trade with pre-approval are explained as the province accepts it."""
    return judged(application, ctx, APPLICATION, _APPLICATION)

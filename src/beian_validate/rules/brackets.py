"""SPN003 to SPN006, SPN015, SPN016: the brackets in registered names."""

from functools import partial

from beian_validate.checks.brackets import problems
from beian_validate.checks.problem import Problem
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.law.provinces import Requirement, requirements
from beian_validate.rule import Hits, cite, hit, hits_of, rule, suggest
from beian_validate.schema.party import RegistryRecord, Sponsor
from beian_validate.schema.service import DomainHolder

NAMED = (Sponsor, RegistryRecord, DomainHolder)
GUIDE = cite("seed-guide")
AS_PRINTED = frozenset({"certificate.name_brackets"})
TYPED_NARROW = frozenset({"half-width", "mixed"})


article = partial(rule, each=NAMED, source=GUIDE)


@article("SPN003", "half-width-brackets", severity=Severity.ERROR, kinds=("half-width",))
@article("SPN004", "mixed-brackets", severity=Severity.ERROR, kinds=("mixed",))
@article("SPN005", "unbalanced-brackets", severity=Severity.ERROR, kinds=("unbalanced",))
@article("SPN006", "other-brackets", severity=Severity.WARNING, kinds=("other-shape",))
@article("SPN015", "investor-brackets", severity=Severity.WARNING, kinds=("investor",))
@article("SPN016", "registry-record-brackets", severity=Severity.WARNING, kinds=("record",))
def brackets_are_full_width(party: Sponsor | RegistryRecord | DomainHolder, ctx: Context) -> Hits:
    """The brackets in a registered name are full-width, round and in pairs."""
    found = problems(party.name)
    if isinstance(party, RegistryRecord):
        # What the register shows is not ours to rewrite.
        yield from hits_of("name", (problem._replace(kind="record", fix=None) for problem in found[:1]))
        return
    row = _as_printed(party, found, ctx)
    if row is not None:
        yield hit("name", found[0].kind, suggest(found[0].fix), row, **dict(found[0].facts))
    else:
        yield from hits_of("name", found)
    if isinstance(party, Sponsor) and party.investor:
        wrong = problems(party.investor)[:1]
        yield from hits_of("investor", (problem._replace(kind="investor") for problem in wrong))


def _as_printed(party: Sponsor | DomainHolder, found: tuple[Problem, ...], ctx: Context) -> Requirement | None:
    """The row of a province that wants the brackets of the licence, where the register shows the same name."""
    record = party.registry_record if isinstance(party, Sponsor) else None
    if not found or found[0].kind not in TYPED_NARROW or record is None or record.name != party.name:
        return None
    about = ctx.situation
    rows = requirements(about.province, about.party, about.order, about.as_of, AS_PRINTED)
    return rows[0] if rows else None

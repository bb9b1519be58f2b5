"""SPN003 to SPN006: the brackets in registered names."""

from functools import partial

from beian_validate.checks.brackets import problems
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, cite, hits_of, rule
from beian_validate.schema.party import RegistryRecord, Sponsor
from beian_validate.schema.service import DomainHolder

NAMED = (Sponsor, RegistryRecord, DomainHolder)
GUIDE = cite("seed-guide")


article = partial(rule, each=NAMED, source=GUIDE)


@article("SPN003", "half-width-brackets", severity=Severity.ERROR, kinds=("half-width",))
@article("SPN004", "mixed-brackets", severity=Severity.ERROR, kinds=("mixed",))
@article("SPN005", "unbalanced-brackets", severity=Severity.ERROR, kinds=("unbalanced",))
@article("SPN006", "other-brackets", severity=Severity.WARNING, kinds=("other-shape",))
def brackets_are_full_width(party: Sponsor | RegistryRecord | DomainHolder, ctx: Context) -> Hits:
    """The brackets in a registered name are full-width, round and in pairs."""
    yield from hits_of("name", problems(party.name))
    if isinstance(party, Sponsor) and party.investor:
        yield from hits_of("investor", problems(party.investor))

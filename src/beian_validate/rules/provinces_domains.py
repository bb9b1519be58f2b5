"""PRV040 to PRV044: domains, by province."""

from beian_validate.context import Context
from beian_validate.rule import Hits, rule
from beian_validate.rules.names import same_but_spelling
from beian_validate.rules.provincial import ACCOUNTS, PROVINCE, WARNING, judged, operator, told
from beian_validate.schema.service import Domain
from beian_validate.schema.website import Website
from beian_validate.tables.provinces import Requirement


def _holder(domain: Domain, row: Requirement, ctx: Context) -> Hits:
    holder = domain.holder.name
    if not holder or "legal_representative" in row.value or same_but_spelling(holder, ctx.sponsor.name):
        return
    if holder == operator(ctx.sponsor):
        yield told("holder.name", "holder", row, domain=domain.name)


def _forbidden(domain: Domain, row: Requirement, ctx: Context) -> Hits:
    label = domain.name.partition(".")[0]
    word = next((word for word in row.value if word in label), "")
    if word:
        yield told("name", "word", row, word=word)


def _approval(domain: Domain, row: Requirement, ctx: Context) -> Hits:
    website = ctx.parents[0] if ctx.parents else None
    label = domain.name.partition(".")[0].lower()
    word = next((word for word in row.value if word in label), "")
    if word and isinstance(website, Website) and not website.pre_approvals:
        yield told("name", "approval", row, word=word)


def _suffix(domain: Domain, row: Requirement, ctx: Context) -> Hits:
    name = domain.name.lower()
    refused = next((suffix for suffix in row.value.get("known_refused_in_old_rules", ()) if name.endswith(suffix)), "")
    if refused:
        yield told("name", "suffix", row, suffix=refused)
    elif "allow" in row.value and "." in name and not name.endswith(tuple(row.value["allow"])):
        yield told("name", "unlisted", row, suffix=name[name.rindex(".") :])


DOMAIN = {
    "domain.holder": _holder,
    "domain.label_forbidden_words": _forbidden,
    "domain.label_preapproval_words": _approval,
    "domain.suffix": _suffix,
}
_DOMAIN = frozenset(DOMAIN)


@rule(
    "PRV040",
    "domain-must-belong-to-the-sponsor",
    each=Domain,
    needs=PROVINCE,
    severity=WARNING,
    source=ACCOUNTS,
    kinds=("holder",),
)
@rule(
    "PRV041",
    "word-forbidden-in-domain",
    each=Domain,
    needs=PROVINCE,
    severity=WARNING,
    source=ACCOUNTS,
    kinds=("word",),
)
@rule(
    "PRV042",
    "word-in-domain-needs-approval",
    each=Domain,
    needs=PROVINCE,
    severity=WARNING,
    source=ACCOUNTS,
    kinds=("approval",),
)
@rule("PRV043", "suffix-refused", each=Domain, needs=PROVINCE, severity=WARNING, source=ACCOUNTS, kinds=("suffix",))
@rule(
    "PRV044", "suffix-not-listed", each=Domain, needs=PROVINCE, severity=WARNING, source=ACCOUNTS, kinds=("unlisted",)
)
def province_accepts_the_domain(domain: Domain, ctx: Context) -> Hits:
    """Holder, words and suffix of the domain are such as the province accepts."""
    yield from judged(domain, ctx, DOMAIN, _DOMAIN)

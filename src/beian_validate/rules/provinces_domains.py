"""PRV040 to PRV044: domains, by province."""

from contextlib import suppress
from functools import partial

from beian_validate.checks.domain_suffix import is_approved_suffix, suffix
from beian_validate.context import Context
from beian_validate.law.provinces import Requirement
from beian_validate.rule import Hits
from beian_validate.rules.names import same_but_spelling
from beian_validate.rules.provincial import asks, demands, judged, of_province, told
from beian_validate.rules.standing import refusals, standing
from beian_validate.schema.service import Domain
from beian_validate.schema.website import Website

SUFFIX = frozenset({"domain.suffix"})


def _holder(domain: Domain, row: Requirement, ctx: Context) -> Hits:
    if not domain.holder.name or same_but_spelling(domain.holder.name, ctx.sponsor.name):
        return
    kind = standing(domain, ctx)
    if row in refusals(kind, ctx):
        yield told("holder.name", "holder", row, domain=domain.name, who=kind.words)


def _forbidden(domain: Domain, row: Requirement, ctx: Context) -> Hits:
    label = _readable(domain.name.partition(".")[0])
    word = next((word for word in row.value if word in label), "")
    if word:
        yield told("name", "word", row, word=word)


def _readable(label: str) -> str:
    """A label in the characters that it stands for."""
    with suppress(UnicodeError):
        return label[4:].encode("ascii").decode("punycode") if label.lower().startswith("xn--") else label
    return label


def _approval(domain: Domain, row: Requirement, ctx: Context) -> Hits:
    website = ctx.parents[0] if ctx.parents else None
    label = domain.name.partition(".")[0].lower()
    word = next((word for word in row.value if word in label), "")
    if word and isinstance(website, Website) and not website.pre_approvals:
        yield told("name", "approval", row, word=word)


def _suffix(domain: Domain, row: Requirement, ctx: Context) -> Hits:
    name, own = domain.name.lower(), suffix(domain.name)
    if _is_refused(name, row):
        yield told("name", "suffix", row, suffix=f".{own}")
    elif "allow" in row.value and not name.endswith(tuple(row.value["allow"])) and _has_no_article(name, own, ctx):
        yield told("name", "unlisted", row, suffix=f".{own}")


def _has_no_article(name: str, own: str, ctx: Context) -> bool:
    """Whether the suffix is approved and not refused: those that are not have articles of their own."""
    is_told = any(_is_refused(name, row) for row in demands(ctx.situation, SUFFIX))
    return is_approved_suffix(own) and not own.startswith("xn--") and not is_told


def _is_refused(name: str, row: Requirement) -> bool:
    return name.endswith(tuple(row.value.get("known_refused_in_old_rules", ())))


HOLDER = {"domain.holder": _holder}
_HOLDER = frozenset(HOLDER)


article = partial(of_province, each=Domain, when=asks(_HOLDER))


@article("PRV040", "domain-must-belong-to-the-sponsor", kinds=("holder",))
def province_accepts_the_holder(domain: Domain, ctx: Context) -> Hits:
    """The holder of the domain is one whom the province accepts."""
    return judged(domain, ctx, HOLDER, _HOLDER)


NAME = {
    "domain.label_forbidden_words": _forbidden,
    "domain.label_preapproval_words": _approval,
    "domain.suffix": _suffix,
}
_NAME = frozenset(NAME)


article = partial(of_province, each=Domain, when=asks(_NAME))


@article("PRV041", "word-forbidden-in-domain", kinds=("word",))
@article("PRV042", "word-in-domain-needs-approval", kinds=("approval",))
@article("PRV043", "suffix-refused", kinds=("suffix",))
@article("PRV044", "suffix-not-listed", kinds=("unlisted",))
def province_accepts_the_domain(domain: Domain, ctx: Context) -> Hits:
    """Words and suffix of the domain are such as the province accepts."""
    return judged(domain, ctx, NAME, _NAME)

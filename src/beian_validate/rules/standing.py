"""Who the holder of a domain is to the sponsor, and whether the province takes such a holder."""

import re
from enum import StrEnum

from beian_validate.context import Context
from beian_validate.finding import Wording
from beian_validate.law.provinces import Requirement, requirements
from beian_validate.rules.provincial import demands, operator
from beian_validate.schema.material_names import material_kind
from beian_validate.schema.open_vocabulary import MaterialKind
from beian_validate.schema.party import Person
from beian_validate.schema.service import Domain
from beian_validate.schema.vocabulary import Nature

HOLDER = frozenset({"domain.holder"})
PROOF = frozenset({"domain.holder_proof"})
HIDDEN = re.compile(r"隐私|保密|privacy|private|proxy|redacted|whois|withheld|not disclosed", re.IGNORECASE)
"""Names that registrars show in place of a holder who hides."""


class Standing(StrEnum):
    """What a holder that is not the sponsor is to the sponsor."""

    HIDDEN = "hidden"
    REPRESENTATIVE = "representative"
    PRINCIPAL = "principal"
    PROVEN = "proven"
    PARENT = "parent"
    OTHER = "other"

    @property
    def words(self) -> Wording:
        """The same in the words of a message."""
        return _WORDS.get(self, Wording("", ""))


_WORDS = {
    Standing.REPRESENTATIVE: Wording("法定代表人", "the legal representative"),
    Standing.PRINCIPAL: Wording("负责人", "the person in charge"),
    Standing.PROVEN: Wording("附有关系证明的股东或高级管理人员", "a shareholder or manager with proof"),
    Standing.PARENT: Wording("附有授权的境外母公司", "the parent company abroad, with its authorisation"),
}
_ACCEPTED_AS = {
    Standing.REPRESENTATIVE: frozenset({"legal_representative"}),
    Standing.PRINCIPAL: frozenset({"principal_or_executive"}),
    Standing.PROVEN: frozenset({"shareholder", "principal_or_executive"}),
}
"""Words of the tables of the provinces that let such a holder pass."""


def standing(domain: Domain, ctx: Context) -> Standing:
    """What the holder of a domain is, as far as the application shows."""
    holder, sponsor = domain.holder.name.strip(), ctx.sponsor
    if HIDDEN.search(holder):
        return Standing.HIDDEN
    if sponsor.nature in (None, Nature.INDIVIDUAL):
        return Standing.OTHER
    if _represents(holder, ctx):
        return Standing.REPRESENTATIVE
    if holder == sponsor.person_in_charge.name:
        return Standing.PRINCIPAL
    if MaterialKind.DOMAIN_HOLDER_PROOF in _materials(ctx):
        return Standing.PROVEN
    return Standing.PARENT if _is_a_parent_with_papers(ctx) else Standing.OTHER


def refusals(kind: Standing, ctx: Context) -> tuple[Requirement, ...]:
    """The rows of the province that do not let such a holder pass."""
    accepted = _ACCEPTED_AS.get(kind)
    if accepted is None:
        return ()
    return tuple(row for row in demands(ctx.situation, HOLDER) if accepted.isdisjoint(row.value))


def is_welcome(kind: Standing, ctx: Context) -> bool:
    """Whether the province has a row of its own, undisputed, that lets such a holder pass without proof."""
    return kind == Standing.REPRESENTATIVE and any(
        not row.contested and row.row.id.startswith(f"{ctx.province}/") for row in demands(ctx.situation, HOLDER)
    )


def representatives(ctx: Context) -> tuple[Person, ...]:
    """The legal representative, wherever the application names one."""
    sponsor = ctx.sponsor
    charged = (sponsor.person_in_charge,) if sponsor.person_in_charge.is_legal_representative else ()
    return (*charged, sponsor.legal_representative) if sponsor.legal_representative else charged


def _represents(name: str, ctx: Context) -> bool:
    """Whether a name is that of the legal representative, or of the person who runs a sole trader's business."""
    is_operator = ctx.situation.is_sole_trader and name == operator(ctx.sponsor)
    return is_operator or any(person.name == name for person in representatives(ctx))


def _is_a_parent_with_papers(ctx: Context) -> bool:
    """Whether the province lets a parent company abroad hold the domain, and the papers that it asks are listed."""
    s = ctx.situation
    for row in requirements(s.province, s.party, s.order, s.as_of, PROOF):
        papers = row.value.get("foreign_parent", ()) if isinstance(row.value, dict) else ()
        if papers and {material_kind(paper) for paper in papers} <= _materials(ctx):
            return True
    return False


def _materials(ctx: Context) -> frozenset[str]:
    return frozenset(material.kind for material in ctx.application.materials) if ctx.application else frozenset()

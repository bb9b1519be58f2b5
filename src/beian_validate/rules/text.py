"""TXT: what must not stand in any text of a filing.

The service number has its own chapter, because its slips need other words.
"""

from beian_validate.checks import text as hygiene
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, Root, cite, hits_of, rule
from beian_validate.schema.node import Node
from beian_validate.schema.party import Sponsor
from beian_validate.schema.service import DomainHolder

SEVERAL_LINES = ("/business_scope", "/remark", "/default_remark", "/description")
"""Fields in which line breaks and wide blanks are layout."""
OWN_CHAPTER = "/service_number/value"

UNICODE = cite("unicode")
CERTIFICATE = cite("tencent-refusals")


@rule("TXT001", "invisible-character", each=Root, severity=Severity.ERROR, source=UNICODE, kinds=("zero-width",))
@rule("TXT002", "text-direction-mark", each=Root, severity=Severity.ERROR, source=UNICODE, kinds=("bidirectional",))
@rule("TXT003", "control-character", each=Root, severity=Severity.ERROR, source=UNICODE, kinds=("control",))
@rule("TXT004", "line-break", each=Root, severity=Severity.ERROR, source=UNICODE, kinds=("line-break",))
@rule("TXT005", "edge-blank", each=Root, severity=Severity.WARNING, source=UNICODE, kinds=("edge-blank",))
@rule("TXT006", "odd-blank", each=Root, severity=Severity.WARNING, source=UNICODE, kinds=("inner-odd-blank",))
@rule("TXT007", "private-use-character", each=Root, severity=Severity.WARNING, source=UNICODE, kinds=("private-use",))
@rule("TXT008", "damaged-text", each=Root, severity=Severity.ERROR, source=UNICODE, kinds=("replacement", "noncharacter"))
@rule("TXT009", "full-width-identifier", each=Root, severity=Severity.ERROR, source=UNICODE, kinds=("full-width",))
@rule("TXT010", "blank-in-identifier", each=Root, severity=Severity.WARNING, source=UNICODE, kinds=("inner-blank",))
def text_is_clean(node: Node, ctx: Context) -> Hits:
    """Every text consists of visible characters, and identifiers of half-width ones without blanks."""
    for pointer, value, is_identifier in ctx.typed_texts():
        if pointer.endswith(OWN_CHAPTER):
            continue
        problems = hygiene.problems(value, single_line=not pointer.endswith(SEVERAL_LINES))
        if is_identifier:
            special = hygiene.identifier_problems(value)
            problems = tuple(p for p in problems if p.kind != "inner-odd-blank" or not special) + special
        yield from hits_of(pointer, problems)


@rule(
    "TXT011", "traditional-form", each=(Sponsor, DomainHolder), needs=("name",), severity=Severity.ADVICE,
    source=CERTIFICATE, kinds=("traditional",),
)  # fmt: skip
@rule(
    "TXT012", "look-alike-character", each=(Sponsor, DomainHolder), needs=("name",), severity=Severity.ADVICE,
    source=CERTIFICATE, kinds=("look-alike",),
)  # fmt: skip
def name_has_the_characters_of_the_licence(party: Sponsor | DomainHolder, ctx: Context) -> Hits:
    """A name copied from a licence uses the licence's own characters."""
    yield from hits_of("name", hygiene.licence_name_problems(party.name))

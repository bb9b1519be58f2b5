"""TXT: what must not stand in any text of a filing.

The service number and the public key of an app have chapters of their own, because their slips need other words.
"""

from functools import partial

from beian_validate.checks import text as hygiene
from beian_validate.checks.credit_code import code_among_words
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, Root, cite, hits_of, rule
from beian_validate.rules.numbers import FREE_NUMBER
from beian_validate.schema.node import Node
from beian_validate.schema.party import Certificate, RegistryRecord, Sponsor
from beian_validate.schema.service import DomainHolder

SEVERAL_LINES = ("/business_scope", "/remark", "/default_remark", "/description")
"""Fields in which line breaks and wide blanks are layout."""
OWN_CHAPTERS = ("/service_number/value", "/public_key")
NUMBER = "/sponsor/certificate/number"

DOTS = str.maketrans("。｡", "..")
UNICODE = cite("unicode")
CERTIFICATE = cite("tencent-refusals")


article = partial(rule, each=Root, source=UNICODE)


@article("TXT001", "invisible-character", severity=Severity.ERROR, kinds=("zero-width",))
@article("TXT002", "text-direction-mark", severity=Severity.ERROR, kinds=("bidirectional",))
@article("TXT003", "control-character", severity=Severity.ERROR, kinds=("control",))
@article("TXT004", "line-break", severity=Severity.ERROR, kinds=("line-break",))
@article("TXT005", "edge-blank", severity=Severity.WARNING, kinds=("edge-blank",))
@article("TXT006", "odd-blank", severity=Severity.WARNING, kinds=("inner-odd-blank",))
@article("TXT007", "private-use-character", severity=Severity.WARNING, kinds=("private-use",))
@article("TXT008", "damaged-text", severity=Severity.ERROR, kinds=("replacement", "noncharacter"))
@article("TXT009", "full-width-identifier", severity=Severity.ERROR, kinds=("full-width",))
@article("TXT010", "blank-in-identifier", severity=Severity.WARNING, kinds=("inner-blank",))
def text_is_clean(node: Node, ctx: Context) -> Hits:
    """Every text consists of visible characters, and identifiers of half-width ones without blanks."""
    free = _free_numbers(ctx)
    for pointer, value, is_identifier in ctx.typed_texts():
        if pointer.endswith(OWN_CHAPTERS):
            continue
        problems = hygiene.problems(value, single_line=not pointer.endswith(SEVERAL_LINES))
        if is_identifier and pointer not in free:
            # The only identifier called a name is a domain, and there the ideographic full stop equals a dot.
            special = hygiene.identifier_problems(value.translate(DOTS) if pointer.endswith("/name") else value)
            if special and pointer.endswith(NUMBER) and code_among_words(value):
                special = ()  # CER026 tells, and takes the words away with their marks
            problems = tuple(p for p in problems if p.kind != "inner-odd-blank" or not special) + special
        yield from hits_of(pointer, problems)


def _free_numbers(ctx: Context) -> frozenset[str]:
    """Where numbers stand that are written as their register writes them, blanks and wide marks and all."""
    found = set()
    for node, pointer, _ in ctx.visits:
        if isinstance(node, Certificate) and node.type in FREE_NUMBER:
            found.add(f"{pointer}/number")
        elif isinstance(node, Sponsor) and node.certificate.type in FREE_NUMBER:
            found.add(f"{pointer}/registry_record/number")
    return frozenset(found)


NAMED = (Sponsor, DomainHolder, RegistryRecord)

article = partial(rule, each=NAMED, needs=("name",), source=CERTIFICATE)


@article("TXT011", "traditional-form", severity=Severity.ADVICE, kinds=("traditional",))
@article("TXT012", "look-alike-character", severity=Severity.WARNING, kinds=("look-alike",))
def name_has_the_characters_of_the_licence(party: Sponsor | DomainHolder | RegistryRecord, ctx: Context) -> Hits:
    """A name copied from a licence uses the licence's own characters."""
    yield from hits_of("name", hygiene.licence_name_problems(party.name))
    if isinstance(party, Sponsor) and party.investor:
        yield from hits_of("investor", hygiene.licence_name_problems(party.investor))

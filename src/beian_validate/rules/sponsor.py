"""CON: the sponsor against the company registry's record, and SPN019: its status there."""

import re
from functools import partial

from beian_validate.checks import organisation_name
from beian_validate.checks import text as hygiene
from beian_validate.checks.placeholder import is_placeholder
from beian_validate.context import Context
from beian_validate.finding import Severity
from beian_validate.rule import Hits, cite, hit, rule, suggest
from beian_validate.rules.names import first_difference, same_but_spelling, same_number, told_elsewhere
from beian_validate.rules.numbers import WRONG_IN_ANY_CASE, code_problems
from beian_validate.rules.slips import is_mixed_up
from beian_validate.schema.party import RegistryRecord, Sponsor
from beian_validate.situation import of_individuals, of_organisations

REGISTRY = (cite("seed-guide"), cite("tencent-refusals"))
STATUS = (cite("huawei-error-messages"), cite("ucloud-limits"))
IN_TROUBLE = re.compile(
    "(?:已|已被|被|处于|正在)(?:依法)?(?P<word>注销|吊销|歇业)|(?P<state>注销|吊销|歇业)状态"
    "|(?:列入|载入|进入)(?:企业)?(?P<list>经营异常|异常名录)"
)
OF_SOMETHING_ELSE = re.compile("备案|域名|网站|网址|小程序|账号|账户|许可|资质|商标|分公司|分店|原|旧|前身|曾")
"""With one of these in the same clause it is not the sponsor itself that was struck off."""
DENIED = re.compile("未|没|无|不|移出|移除|解除|恢复|撤销")
CLAUSE = re.compile("[，。；、,;!?！？\n]")
DAMAGED = frozenset({"replacement", "noncharacter"})

of_record = partial(rule, each=Sponsor, source=REGISTRY, when=of_organisations)


name_article = partial(of_record, needs=("name", "registry_record.name"), severity=Severity.ERROR)


@name_article("CON010", "registry-name-differs", kinds=("other",))
@name_article("CON011", "registry-name-spelt-differently", kinds=("spelling",))
def name_is_that_of_the_registry(sponsor: Sponsor, ctx: Context) -> Hits:
    """The sponsor is named exactly as the company registry shows it."""
    registered = sponsor.registry_record.name if sponsor.registry_record else ""
    if sponsor.name == registered or told_elsewhere(sponsor.name, registered) or _is_no_name(sponsor.name):
        return
    kind = "spelling" if same_but_spelling(sponsor.name, registered) else "other"
    position = first_difference(sponsor.name, registered)
    fix = suggest(registered) if kind == "spelling" else None
    yield hit("name", kind, fix, sponsor=sponsor.name, registered=registered, position=position)


def _is_no_name(name: str) -> bool:
    """Whether the name has an article already that says it is none: missing, damaged, a number or an address."""
    is_damaged = any(problem.kind in DAMAGED for problem in hygiene.problems(name))
    return is_damaged or is_placeholder(name) or organisation_name.is_none(name)


@of_record(
    "CON012", "registry-number-differs", needs=("certificate.number", "registry_record.number"),
    severity=Severity.ERROR,
)  # fmt: skip
def number_is_that_of_the_registry(sponsor: Sponsor, ctx: Context) -> Hits:
    """The certificate number is the one that the company registry shows."""
    registered = sponsor.registry_record.number if sponsor.registry_record else ""
    number = sponsor.certificate.number
    if not same_number(number, registered) and not _is_told(sponsor, ctx):
        yield hit(
            "certificate.number", number=number, registered=registered, position=first_difference(number, registered)
        )


def _is_told(sponsor: Sponsor, ctx: Context) -> bool:
    """Whether the number has an error already by which it can be that of no certificate."""
    if is_mixed_up(sponsor) or is_placeholder(sponsor.certificate.number):
        return True
    return any(problem.kind in WRONG_IN_ANY_CASE for problem in code_problems(sponsor.certificate, ctx, sponsor))


@of_record(
    "CON013", "registry-address-differs", needs=("certificate.address", "registry_record.address"),
    severity=Severity.WARNING,
)  # fmt: skip
def certificate_address_is_that_of_the_registry(sponsor: Sponsor, ctx: Context) -> Hits:
    """The address on the certificate is the one that the company registry shows."""
    registered, own = sponsor.registry_record.address if sponsor.registry_record else "", sponsor.certificate.address
    if not same_but_spelling(own, registered) and not is_placeholder(own):
        yield hit("certificate.address", position=first_difference(own, registered))


@rule(
    "CON014", "registry-record-of-an-individual", each=Sponsor, needs=("nature",), severity=Severity.ADVICE,
    source=REGISTRY, when=of_individuals,
)  # fmt: skip
def individual_has_no_registry_record(sponsor: Sponsor, ctx: Context) -> Hits:
    """An individual stands in no company registry."""
    record = sponsor.registry_record
    if record is not None and record != RegistryRecord() and not is_mixed_up(sponsor):
        yield hit("registry_record")


@rule("SPN019", "sponsor-not-in-good-standing", each=Sponsor, severity=Severity.WARNING, source=STATUS)
def sponsor_is_in_good_standing(sponsor: Sponsor, ctx: Context) -> Hits:
    """A sponsor is not struck off, closed or listed for irregular operation."""
    for field in ("name", "business_scope", "remark"):
        word = _trouble(getattr(sponsor, field))
        if word:
            yield hit(field, word=word)


def _trouble(text: str) -> str:
    """The word by which a text says that the sponsor itself is in trouble; empty when it says nothing of the kind."""
    if IN_TROUBLE.search(text) is None:
        return ""
    for clause in CLAUSE.split(text):
        found = IN_TROUBLE.search(clause)
        if found and not OF_SOMETHING_ELSE.search(clause) and not DENIED.search(clause):
            return found["word"] or found["state"] or found["list"]
    return ""

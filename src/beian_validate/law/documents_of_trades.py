"""Licences, approvals and pledges: what the rows of a province ask where words of a trade occur.

A demand is due where the words or the nature decide; it is conditional only where the row has a condition that the
application does not show, or where a rule of its own tells of the word already.
"""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from beian_validate.checks.organisation_name import is_called
from beian_validate.checks.statement import clauses, states
from beian_validate.law.filing import Filing
from beian_validate.law.papers import PRE_APPROVAL, Asked, Judges
from beian_validate.law.pre_approvals import pursued, words_in, words_in_scope
from beian_validate.schema.open_vocabulary import MaterialKind
from beian_validate.schema.vocabulary import Nature

NAMES = ("subject_name", "website_name")


def _pledge(filing: Filing, value: Any) -> Iterator[Asked]:
    if not value["allowed"] or _has_declared(filing):
        return
    words = value.get("trigger_words", ())
    texts = _texts(filing, NAMES)
    if any(states(text, word) for word in value.get("excluded", ()) for text in texts):
        return  # no pledge is taken for these: the rules on pre-approvals tell what they need
    if any(states(text, word) for word in words for text in texts) if words else _has_telling_words(filing):
        yield Asked((MaterialKind.NO_PRE_APPROVAL_PLEDGE, *PRE_APPROVAL))


def _has_declared(filing: Filing) -> bool:
    return any(service.pre_approvals for _, service in filing.services())


def _has_telling_words(filing: Filing) -> bool:
    scope = filing.application.sponsor.business_scope
    return any(map(words_in, _texts(filing, NAMES))) or bool(words_in_scope(scope))


def _training(filing: Filing, value: Any) -> Iterator[Asked]:
    by_remark = value.get("template", "").startswith("remark")
    is_told = by_remark and any("培训" in c for text in _texts(filing, ("remark",)) for c in clauses(text))
    if not is_told and _is_triggered(filing, value):
        yield Asked((MaterialKind.NO_TUTORING_PLEDGE, MaterialKind.STATEMENT, *PRE_APPROVAL))


def _finance(filing: Filing, value: Any) -> Iterator[Asked]:
    if _is_triggered(filing, value):
        pledge = (MaterialKind.FINANCE_PLEDGE,) if value["pledge_allowed"] else ()
        yield Asked((MaterialKind.FINANCE_APPROVAL, MaterialKind.PRE_APPROVAL_DOCUMENT, *pledge))


def _licence(filing: Filing, value: Any) -> Iterator[Asked]:
    named = value["document"] if isinstance(value["document"], list) else [value["document"]]
    own = filing.application.sponsor.certificate.type
    if "trigger_words" in value and _is_triggered(filing, value):
        # Who files by that very licence has listed it as its own certificate.
        yield Asked(PRE_APPROVAL, names=tuple(named), conditional=own is not None and own.zh in named)
    elif value.get("subject") == "law_firm" and filing.nature == Nature.LAW_PRACTICE:
        # Its own certificate is that licence; which pages of it were sent nobody sees.
        yield Asked(PRE_APPROVAL, names=tuple(named), conditional=True)


def _profession(filing: Filing, value: Any) -> Iterator[Asked]:
    is_due = _is_triggered(filing, value)
    yield Asked((MaterialKind.PROFESSIONAL_LICENCE,), names=(value["document"],), conditional=not is_due)


def _commerce(filing: Filing, value: Any) -> Iterator[Asked]:
    if _is_triggered(filing, value):
        yield Asked((MaterialKind.ECOMMERCE_STATEMENT, MaterialKind.STATEMENT))


def _words_in_names(filing: Filing, value: Any) -> Iterator[Asked]:
    for pointer, service in filing.services():
        if any(word in service.name for word in value):
            yield Asked(PRE_APPROVAL, pointer, conditional=True)  # the word has an article of its own


def _words_in_domains(filing: Filing, value: Any) -> Iterator[Asked]:
    for pointer, domain in filing.domains():
        if any(word in domain.name.casefold() for word in value):
            yield Asked(PRE_APPROVAL, pointer, conditional=True)  # the word has an article of its own


def _topic(filing: Filing, value: Any) -> Iterator[Asked]:
    for pointer, service in filing.services():
        told = service.name, service.description, service.remark
        if any(states(text, word) for word in value["approval"] for text in told):
            yield Asked(PRE_APPROVAL, pointer, conditional=True)  # the topic has an article of its own


def _is_triggered(filing: Filing, value: Mapping[str, Any]) -> bool:
    """Whether a listed word is stated, in a clause that has what belongs to it, in a text about the trade itself."""
    together, others = value.get("together", ("",)), value.get("except_words", ())
    texts = _texts(filing, value.get("trigger_in", NAMES))
    for clause in chain.from_iterable(map(clauses, texts)):
        is_about = any(word in clause for word in together) and not any(word in clause for word in others)
        found = [word for word in value["trigger_words"] if states(clause, word)] if is_about else []
        if found and (not value.get("at_end") or any(is_called(clause, word) for word in found)):
            return True
    return False


def _texts(filing: Filing, places: tuple[str, ...]) -> tuple[str, ...]:
    sponsor, services = filing.application.sponsor, [service for _, service in filing.services()]
    known = {
        "subject_name": (sponsor.name,),
        "business_scope": (pursued(sponsor.business_scope),),
        "website_name": tuple(service.name for service in services),
        "remark": (sponsor.remark, *(service.remark for service in services)),
        "service_content": tuple(service.description for service in services),
    }
    return tuple(text for place in places for text in known.get(place, ()))


JUDGES: Judges = {
    "document.ecommerce_statement": _commerce,
    "document.finance_approval": _finance,
    "document.industry_licence": _licence,
    "document.no_preapproval_pledge": _pledge,
    "document.not_offcampus_training_pledge": _training,
    "domain.label_preapproval_words": _words_in_domains,
    "individual.professional_licence": _profession,
    "website.name.preapproval_words": _words_in_names,
    "website.topic": _topic,
}

"""Which documents the rows of a province ask of one application, and for whom.

Every judge looks at one field of the vocabulary: it reads the value of the row and says which document, about which
part of the application. What the application does not tell asks for nothing; a document that is due only under a
condition nobody can read off the application is marked as conditional.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from beian_validate.law import documents_of_persons, documents_of_services, documents_of_trades
from beian_validate.law.filing import Filing
from beian_validate.law.papers import Asked, Judges
from beian_validate.law.provinces import Requirement, file_names, rows

JUDGES: Judges = {**documents_of_persons.JUDGES, **documents_of_services.JUDGES, **documents_of_trades.JUDGES}
"""What looks at an application for each field that asks for documents."""
ALSO = frozenset({"subject_in_charge.legal_representative", "individual.nationality"})
"""Fields whose rows say who is accepted, and with that which document such a person needs."""


def asked_by(row: Requirement, filing: Filing) -> Iterator[Asked]:
    """The documents that one row asks of the application; none where the row is no demand for a document."""
    judge = JUDGES.get(row.field)
    if judge is not None and (row.kind == "document" or row.field in ALSO):
        yield from judge(filing, row.value)


@cache
def names_in_tables() -> frozenset[str]:
    """What the provinces call their documents, where a document has a name of its own."""
    values = (row.value for province in file_names() for row in rows(province) if row.kind == "document")
    named = (value.get(key, ()) for value in values if isinstance(value, dict) for key in ("name", "document"))
    return frozenset(name for names in named for name in _several(names))


def _several(names: str | Iterable[str]) -> Iterable[str]:
    return (names,) if isinstance(names, str) else names

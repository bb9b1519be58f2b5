"""What a row asks for, and how the rows on documents read one application."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from beian_validate.law.filing import Filing
from beian_validate.schema.open_vocabulary import MaterialKind

PRE_APPROVAL = (MaterialKind.PRE_APPROVAL_DOCUMENT, MaterialKind.INDUSTRY_LICENCE)


class Asked(NamedTuple):
    """A document that is asked for.

    Parameters:
        kinds: any of these will do.
        about: pointer of the part whose document it is.
        names: what the province calls it, where it has a name of its own; a material of that name will do as well.
        conditional: whether it is due depends on what the application does not tell.
        near: kinds so close to it that nobody can say it is missing where one of them is there.
    """

    kinds: tuple[str, ...]
    about: str = "/sponsor"
    names: tuple[str, ...] = ()
    conditional: bool = False
    near: tuple[str, ...] = ()


Judge = Callable[[Filing, Any], Iterator[Asked]]
Judges = Mapping[str, Judge]
"""What looks at an application for each field that asks for documents."""


def known(words: Any) -> tuple[str, ...]:
    """Those words that are kinds of material; others, such as a remark, are no documents."""
    return tuple(MaterialKind(word) for word in words if word in frozenset(MaterialKind))

"""The bibliography: every document that a rule or a table row cites."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from beian_validate.tables import table


@dataclass(frozen=True, slots=True)
class Source:
    """One document of the bibliography.

    Parameters:
        where: document number, address or repository path.
        as_of: the day or period that the text describes.
        kind: law, standard, provider, form, code, community, seed or general.
    """

    id: str
    titles: Mapping[str, str]
    publishers: Mapping[str, str]
    where: str
    as_of: str
    kind: str

    def title(self, lang: str) -> str:
        """The title in `zh` or `en`."""
        return self.titles[lang]

    def publisher(self, lang: str) -> str:
        """Who published it, in `zh` or `en`."""
        return self.publishers[lang]


_FOREIGN: dict[str, Any] = {}


def add(rows: Mapping[str, Any]) -> None:
    """Make the documents known that a plugin cites, as rows of the form of `sources.toml`."""
    _FOREIGN.update(rows)


def is_known(identifier: str) -> bool:
    """Whether there is such an entry."""
    return identifier in table("sources") or identifier in _FOREIGN


@cache
def source(identifier: str) -> Source:
    """An entry of the bibliography.

    Raises:
        KeyError: there is no such entry; names the nearest.
    """
    entries = {**_FOREIGN, **table("sources")}
    if identifier not in entries:
        close = difflib.get_close_matches(identifier, entries, n=1)
        raise KeyError(f"no source {identifier!r}" + (f"; did you mean {close[0]!r}?" if close else ""))
    row = entries[identifier]
    return Source(
        identifier,
        {"zh": row["title"], "en": row["title_en"]},
        {"zh": row["publisher"], "en": row["publisher_en"]},
        row["where"],
        row["as_of"],
        row["kind"],
    )

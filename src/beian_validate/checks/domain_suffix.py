"""Which part of a domain name is the registry's suffix, and whether that suffix may be filed.

The approved suffixes are a dated table, `tables/tlds.toml` (dossier: approved_tlds, dom.tld_approved).
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

from beian_validate.checks.domain_label import to_ascii

_COUNTRY_LENGTH: Final = 2
_TO_DOT: Final = str.maketrans(dict.fromkeys("。．｡", "."))
# Under country codes that cannot be filed, the usual levels; better to miss a sub-domain than to invent one.
_USUAL_LEVELS: Final = frozenset(
    ("ac", "co", "com", "edu", "gob", "go", "gov", "idv", "mil", "ne", "net", "nom", "or", "org")
)


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads((files("beian_validate") / "tables" / "tlds.toml").read_text("utf-8"))


@cache
def _approved() -> frozenset[str]:
    rows = _table()["approved"]
    return frozenset(map(to_ascii, (*rows["latin"], *rows["chinese"])))


@cache
def _second_levels() -> frozenset[str]:
    rows = _table()["second_level"]
    return frozenset(to_ascii(f"{level}.{tld}") for tld, levels in rows.items() for level in levels)


def suffix(text: str) -> str:
    """The registry's part of a domain name, in lower case; the empty text if there is no dot.

    `com.cn` of `example.com.cn`, `中国` of `示例.中国`. An unknown ending counts as a suffix of one label.

    Parameters:
        text: a domain name in either form.
    """
    rest, dot, tld = _folded(text).rpartition(".")
    if not dot:
        return ""
    last_two = f"{rest.rpartition('.')[2]}.{tld}"
    return last_two if _is_suffix(last_two) else tld


def registrable(text: str) -> str:
    """The suffix and one label before it, in lower case; the empty text if the name has no such label.

    Parameters:
        text: a domain name in either form.
    """
    labels = _folded(text).split(".")
    size = 3 if _is_suffix(".".join(labels[-2:])) else 2
    return ".".join(labels[-size:]) if len(labels) >= size and all(labels[-size:]) else ""


def is_registrable(name: str) -> bool:
    """Whether a name is its own registrable domain: one label and a suffix.

    Parameters:
        name: a domain name in lower-case ASCII without empty labels, with at least one dot.
    """
    rest = name.partition(".")[2]
    return _is_suffix(rest) if "." in rest else not _is_suffix(name)


def is_approved_suffix(suffix: str) -> bool:
    """Whether a suffix stands in the dated list of suffixes that may be filed.

    The list is known to lack later approvals, so False is material for a warning, never an error.

    Parameters:
        suffix: a suffix in either form, with or without its levels under the top level.
    """
    approved = _approved()
    return suffix in approved or to_ascii(suffix).rpartition(".")[2] in approved


def table_date() -> str:
    """The day of the list of approved suffixes, as YYYY-MM-DD."""
    return str(_table()["as_of"])


class Restriction(NamedTuple):
    """A suffix that its registry keeps for one kind of holder.

    Parameters:
        ending: the suffix with its dot, in ASCII.
        holders, holders_en: for whom it is kept, in both languages.
        words: words in the name of a company that is such a holder.
    """

    ending: str
    holders: str
    holders_en: str
    words: tuple[str, ...]


@cache
def restrictions() -> tuple[Restriction, ...]:
    """The suffixes that companies and persons cannot have, unless their name shows that they are meant."""
    return tuple(
        Restriction(f".{to_ascii(row['suffix'])}", row["holders"], row["holders_en"], tuple(row["words"]))
        for row in _table()["restricted"]
        if row["keeps_out_companies"]
    )


def has_known_levels(text: str) -> bool:
    """Whether the levels under the top level of a name are known, so that a sub-domain is surely one.

    Parameters:
        text: a domain name in either form.
    """
    return to_ascii(text).rpartition(".")[2] in _approved()


def _folded(text: str) -> str:
    return (text if text.isascii() else text.translate(_TO_DOT)).lower()


def _is_suffix(last_two: str) -> bool:
    """Whether the last two labels of a name together are a suffix."""
    last_two = last_two if last_two.isascii() else to_ascii(last_two)
    if last_two in _second_levels():
        return True
    level, _, tld = last_two.partition(".")
    return level in _USUAL_LEVELS and len(tld) == _COUNTRY_LENGTH and tld not in _approved()

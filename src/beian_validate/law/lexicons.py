"""Word lists of the tables, compiled when first needed."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from beian_validate.checks.words import Lexicon, Match, longest
from beian_validate.law.row import TableRow, table_row
from beian_validate.tables import table


@dataclass(frozen=True, slots=True)
class WordRow:
    """One list of words in `site_names.toml`.

    Parameters:
        row: severity and sources.
        reason: the kind of hit.
        scope: `all`, `organisation`, `individual` or `app`.
        own_name: the word is harmless inside the sponsor's own registered name.
        except_natures, except_provinces: whom the row does not concern.
    """

    row: TableRow
    reason: str
    scope: str
    own_name: bool
    except_natures: frozenset[str]
    except_provinces: frozenset[str]


Rows = tuple[WordRow, ...]


@cache
def _site_names() -> tuple[Lexicon, dict[str, Rows], frozenset[str]]:
    """All words in one lexicon, the rows of every word, and the harmless words."""
    content = table("site_names")
    rows: dict[str, list[WordRow]] = {}
    for entry in content["words"]:
        parsed = _word_row(entry)
        for word in entry["words"]:
            rows.setdefault(word.casefold(), []).append(parsed)
    harmless = frozenset(word.casefold() for entry in content["harmless"] for word in entry["words"])
    return Lexicon([*rows, *harmless]), {word: tuple(found) for word, found in rows.items()}, harmless


def words_in_name(name: str) -> tuple[tuple[Match, Rows], ...]:
    """The listed words in a name with their rows, in the order of the table; a longer word hides the ones inside.

    Parameters:
        name: the name of a website or app.
    """
    lexicon, rows, harmless = _site_names()
    found = longest(lexicon.find(name))
    return tuple((match, rows[word]) for match in found if (word := match.word.casefold()) not in harmless)


def _word_row(entry: dict[str, Any]) -> WordRow:
    return WordRow(
        row=table_row(entry),
        reason=entry["reason"],
        scope=entry["scope"],
        own_name=entry.get("own_name", False),
        except_natures=frozenset(entry.get("except_natures", ())),
        except_provinces=frozenset(entry.get("except_provinces", ())),
    )

"""Word lists of the tables, compiled when first needed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from beian_validate.checks.han_variants import TRADITIONAL
from beian_validate.checks.words import Lexicon, Match, longest
from beian_validate.finding import Severity
from beian_validate.law.row import TableRow, table_row
from beian_validate.tables import table

_TO_SIMPLIFIED = str.maketrans(TRADITIONAL)
_GAP = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")
_ODD = frozenset((*TRADITIONAL, *filter(str.isspace, map(chr, range(0x3001)))))
_FOR_OTHERS = frozenset(("individual", "app", "mini_program"))
"""Lists of words that say nothing about the website of a company."""
_END = re.compile("(?:官方)?(?:网站|官网|网|总?站|小站|手记|小?记|小?屋|吧|app|APP|小程序)?[)）]?")


@dataclass(frozen=True, slots=True)
class WordRow:
    """One list of words in `site_names.toml`.

    Parameters:
        row: severity and sources.
        reason: the kind of hit.
        scope: `all`, `organisation`, `individual` or `app`.
        own_name: the word is harmless as part of the sponsor's own registered name.
        is_whole: the words matter only where they are all of the name.
        border_prone: words that arise easily where two others meet.
        natures, except_natures: whom the row concerns alone, and whom it does not.
        except_provinces: where it does not hold.
    """

    row: TableRow
    reason: str
    scope: str
    own_name: bool
    is_whole: bool
    border_prone: frozenset[str]
    natures: frozenset[str]
    except_natures: frozenset[str]
    except_provinces: frozenset[str]

    def at(self, match: Match, name: str) -> TableRow:
        """The row as it weighs there: inside a name, what may be two halves of other words is no error."""
        is_inside = match.start > 0 and not _END.fullmatch(name[match.end :])
        if is_inside and match.word in self.border_prone:
            return replace(self.row, severity=Severity.WARNING)
        return self.row


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
    harmless = _harmless("site_names")
    return Lexicon([*rows, *harmless]), {word: tuple(found) for word, found in rows.items()}, harmless


def _harmless(name: str) -> frozenset[str]:
    return frozenset(word.casefold() for entry in table(name)["harmless"] for word in entry["words"])


def words_in_name(name: str) -> tuple[tuple[Match, Rows], ...]:
    """The listed words in a name with their rows, in the order of the table; a longer word hides the ones inside.

    Traditional characters and blanks between Chinese characters hide no word.

    Parameters:
        name: the name of a website or app.
    """
    lexicon, rows, harmless = _site_names()
    found = longest(lexicon.find(plain(name)))
    return tuple((match, rows[word]) for match in found if (word := match.word.casefold()) not in harmless)


def plain(name: str) -> str:
    """A name in simplified characters without blanks between them: for comparison only.

    Parameters:
        name: any text.
    """
    return name if _ODD.isdisjoint(name) else _GAP.sub("", name).translate(_TO_SIMPLIFIED)


@cache
def words_on_companies() -> frozenset[str]:
    """The words that a list for all services, or for those of organisations, does not want in a name."""
    _, rows, _ = _site_names()
    return frozenset(word for word, listed in rows.items() if any(row.scope not in _FOR_OTHERS for row in listed))


def listed_in_name(words: Iterable[str], name: str) -> tuple[str, ...]:
    """Those words of some other list that a name holds, but for those that arise in a harmless one; the longer first.

    Parameters:
        words: the list, such as that of a province.
        name: the name of a website or app.
    """
    lexicon, listed = _with_harmless(tuple(words))
    found = {match.word for match in longest(lexicon.find(plain(name)))} & listed
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@lru_cache(maxsize=256)
def _with_harmless(words: tuple[str, ...]) -> tuple[Lexicon, frozenset[str]]:
    harmless = _harmless("site_names") | _harmless("pre_approvals")
    return Lexicon([*words, *harmless]), frozenset(words)


def _word_row(entry: dict[str, Any]) -> WordRow:
    return WordRow(
        row=table_row(entry),
        reason=entry["reason"],
        scope=entry["scope"],
        own_name=entry.get("own_name", False),
        is_whole=entry.get("whole", False),
        border_prone=frozenset(entry.get("border_prone", ())),
        natures=frozenset(entry.get("natures", ())),
        except_natures=frozenset(entry.get("except_natures", ())),
        except_provinces=frozenset(entry.get("except_provinces", ())),
    )

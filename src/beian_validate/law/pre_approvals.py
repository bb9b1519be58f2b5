"""The categories of pre-approval and the words that point to them, compiled when first needed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from beian_validate.checks.words import Lexicon, Match, longest
from beian_validate.finding import Severity
from beian_validate.law.lexicons import plain
from beian_validate.law.row import TableRow, table_row
from beian_validate.schema.vocabulary import ContentType, PreApprovalCategory
from beian_validate.tables import table

_EXCLUDED = re.compile(
    "[（(][^）)]*(?:不含|除外|除|不得|未经)[^）)]*[）)](?:除外)?|(?:不含|不得)[^；;。]*|(?:依法)?须经批准的项目[^；;。]*|[^；;。]*除外"
)
"""What a business scope says is not done, or only after approval."""
_LISTS = {"name": ("words", "name_words"), "sponsor": ("words",), "text": ("words",), "scope": ("scope_words",)}
"""Which words of a category are looked for in the name of a service, of a sponsor, in free text and in a scope."""

Found = tuple[tuple[Match, PreApprovalCategory], ...]


@dataclass(frozen=True, slots=True)
class Category:
    """One category of pre-approval.

    Parameters:
        row: sources and dates.
        sponsor_row: the same, as grave as a word of the category is in the name or scope of a sponsor.
        is_active: whether it is still asked for.
        documents, issuers: by language, today's name first.
        law: id of the law in the bibliography.
        letter: whether a letter of not being involved is accepted.
    """

    category: PreApprovalCategory
    row: TableRow
    sponsor_row: TableRow
    is_active: bool
    documents: Mapping[str, tuple[str, ...]]
    issuers: Mapping[str, tuple[str, ...]]
    content_types: frozenset[ContentType]
    law: str
    letter: bool


@cache
def categories() -> Mapping[PreApprovalCategory, Category]:
    """All categories, those cancelled included."""
    found = {}
    for row in table("pre_approvals")["categories"]:
        category = PreApprovalCategory(row["category"])
        common = table_row(row)
        found[category] = Category(
            category=category,
            row=common,
            sponsor_row=replace(common, severity=Severity(row.get("sponsor_severity", "advice"))),
            is_active=row["status"] == "active",
            documents={lang: tuple(row[f"documents_{lang}"]) for lang in ("zh", "en")},
            issuers={lang: tuple(row[f"issuers_{lang}"]) for lang in ("zh", "en")},
            content_types=frozenset(ContentType(content) for content in row["content_types"]),
            law=row["law"],
            letter=row["letter"],
        )
    return found


@cache
def by_content() -> Mapping[ContentType, PreApprovalCategory]:
    """The category that a content of a service points to."""
    return {content: category for category, row in categories().items() for content in row.content_types}


_ROAD = re.compile("[东南西北中]?(?:路(?![上人径由演线况透边])|街(?![舞拍头机])|巷)")
"""What makes the name of a road of a word: 新闻路 is one, and no news."""


@cache
def _words(where: str) -> tuple[Lexicon, Mapping[str, PreApprovalCategory]]:
    content = table("pre_approvals")
    owners = {
        word.casefold(): PreApprovalCategory(row["category"])
        for row in content["categories"]
        for key in _LISTS[where]
        for word in row.get(key, ())
    }
    harmless = [word for row in content["harmless"] if row.get("where", where) == where for word in row["words"]]
    return Lexicon([*owners, *harmless]), owners


def words_in(name: str) -> Found:
    """The words of a service's name that point to a category of pre-approval."""
    return _found("name", plain(name))


def words_in_sponsor(name: str) -> Found:
    """The same in the name of a sponsor, where a registered bank or insurer raises no question."""
    return _found("sponsor", name)


def words_in_text(text: str) -> Found:
    """The same in a description or remark, where the news of a company itself is none."""
    return _found("text", text)


@cache
def words_of_trades() -> frozenset[str]:
    """The words of all lists that point to a category of pre-approval."""
    return frozenset(word for where in _LISTS for word in _words(where)[1])


def words_in_scope(scope: str) -> Found:
    """The same in a business scope, where only telling words count and what is excluded does not."""
    if not _found("scope", scope):
        return ()
    return _found("scope", pursued(scope))


def pursued(scope: str) -> str:
    """A business scope with blanks for what it says is not done, or only after approval."""
    return _EXCLUDED.sub(lambda part: "　" * len(part.group()), scope)


def _found(where: str, text: str) -> Found:
    lexicon, owners = _words(where)
    found = lexicon.find(text)
    if not found:
        return ()
    matches = longest(found)
    meant = (match for match in matches if not _ROAD.match(text, match.end))
    return tuple((match, owners[word]) for match in meant if (word := match.word.casefold()) in owners)

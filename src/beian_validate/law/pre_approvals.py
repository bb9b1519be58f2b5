"""The categories of pre-approval and the words that point to them, compiled when first needed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from beian_validate.checks.words import Lexicon, Match, longest
from beian_validate.law.row import TableRow, table_row
from beian_validate.schema.vocabulary import ContentType, PreApprovalCategory
from beian_validate.tables import table

_EXCLUDED = re.compile("[（(][^）)]*(?:不含|除外|除)[^）)]*[）)]|不含[^；;。]*|(?:依法)?须经批准的项目[^；;。]*")
"""What a business scope says is not done, or only after approval."""


@dataclass(frozen=True, slots=True)
class Category:
    """One category of pre-approval.

    Parameters:
        row: sources and dates.
        is_active: whether it is still asked for.
        documents, issuers: by language, today's name first.
        law: id of the law in the bibliography.
        letter: whether a letter of not being involved is accepted.
    """

    category: PreApprovalCategory
    row: TableRow
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
        found[category] = Category(
            category=category,
            row=table_row(row),
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


@cache
def _words(key: str) -> tuple[Lexicon, Mapping[str, PreApprovalCategory]]:
    content = table("pre_approvals")
    owners = {
        word.casefold(): PreApprovalCategory(row["category"]) for row in content["categories"] for word in row[key]
    }
    harmless = [word for row in content["harmless"] for word in row["words"]]
    return Lexicon([*owners, *harmless]), owners


def words_in(text: str) -> tuple[tuple[Match, PreApprovalCategory], ...]:
    """The words of a name or description that point to a category of pre-approval."""
    return _found("words", text)


def words_in_scope(scope: str) -> tuple[tuple[Match, PreApprovalCategory], ...]:
    """The same in a business scope, where only telling words count and what is excluded does not."""
    if not _found("scope_words", scope):
        return ()
    return _found("scope_words", pursued(scope))


def pursued(scope: str) -> str:
    """A business scope with blanks for what it says is not done, or only after approval."""
    return _EXCLUDED.sub(lambda part: "　" * len(part.group()), scope)


def _found(key: str, text: str) -> tuple[tuple[Match, PreApprovalCategory], ...]:
    lexicon, owners = _words(key)
    found = lexicon.find(text)
    if not found:
        return ()
    matches = longest(found)
    return tuple((match, owners[word]) for match in matches if (word := match.word.casefold()) in owners)

"""The bibliography: every entry is complete, findable and comparable."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from beian_validate.tables import table
from beian_validate.tables.bibliography import source

ENTRIES: Mapping[str, Mapping[str, Any]] = table("sources")
NEEDED = ("title", "title_en", "publisher", "publisher_en", "kind", "where", "as_of")
OPTIONAL = ("dated", "checked")
KINDS = {"law", "standard", "provider", "form", "code", "community", "seed", "general"}
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DAY = r"\d{4}(-\d\d(-\d\d)?)?"
AS_OF = re.compile(rf"n\.d\.|~?{DAY}|{DAY}/({DAY})?")
MACHINE_PATH = re.compile(r"^~?/|file://|[A-Za-z]:\\|/(work|tmp|home|root|Users|usr|var|mnt)/")
PUBLICATION = re.compile(r"第\d+号|〔\d{4}〕\d+号|\d{4}年\d+月\d+日发布|\d{4}年第\d+号")
HAN = re.compile("[\u4e00-\u9fff]")

each_entry = pytest.mark.parametrize("identifier", ENTRIES)


def test_identifiers_are_sorted() -> None:
    """Two people who add a source change different lines."""
    assert list(ENTRIES) == sorted(ENTRIES)


@each_entry
def test_identifiers_are_kebab_case(identifier: str) -> None:
    """An identifier can stand in a document, an address and an anchor."""
    assert KEBAB.fullmatch(identifier)


@each_entry
def test_entries_are_complete(identifier: str) -> None:
    """Every entry has the seven texts, none of them empty, and no key that nobody reads."""
    entry = ENTRIES[identifier]
    assert all(isinstance(entry[key], str) and entry[key].strip() == entry[key] != "" for key in NEEDED)
    assert entry.keys() <= {*NEEDED, *OPTIONAL}
    assert entry["kind"] in KINDS
    assert entry.get("checked", False) is False


@each_entry
def test_english_is_english(identifier: str) -> None:
    """The English title and publisher have no Chinese characters left in them."""
    entry = ENTRIES[identifier]
    assert not HAN.search(entry["title_en"] + entry["publisher_en"])


@each_entry
def test_dates_are_dates(identifier: str) -> None:
    """`as_of` reads the same in both languages, and `dated` is a day of the calendar."""
    entry = ENTRIES[identifier]
    assert AS_OF.fullmatch(entry["as_of"])
    if "dated" in entry:
        assert date.fromisoformat(entry["dated"]).isoformat() == entry["dated"]


@each_entry
def test_no_entry_names_a_path_of_a_machine(identifier: str) -> None:
    """A reader elsewhere can find the source: a number, an address or a path in a named repository."""
    assert not any(MACHINE_PATH.search(str(value)) for value in ENTRIES[identifier].values())


@pytest.mark.parametrize("identifier", [key for key, entry in ENTRIES.items() if entry["kind"] == "law"])
def test_laws_have_a_number(identifier: str) -> None:
    """A law is cited by its document number, or by the day it was published."""
    assert PUBLICATION.search(ENTRIES[identifier]["where"])


def test_no_document_stands_twice() -> None:
    """Two entries never name the same place under the same title."""
    seen = [(entry["title"], entry["publisher"], entry["where"]) for entry in ENTRIES.values()]
    assert len(set(seen)) == len(seen)


def test_a_source_speaks_both_languages() -> None:
    """The loader gives title and publisher in Chinese and English."""
    found = source("miit-order-33")
    assert found.title("zh") == "非经营性互联网信息服务备案管理办法"
    assert found.publisher("en") == "Ministry of Information Industry"
    assert found.kind == "law"


def test_an_unknown_source_names_the_nearest() -> None:
    """A misspelt citation says what was meant."""
    with pytest.raises(KeyError, match="did you mean 'seed-guide'"):
        source("seed-guid")

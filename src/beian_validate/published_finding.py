"""What the judges of a published page share: its findings, with their place, and the links around a number."""

from typing import Any
from urllib.parse import urlsplit

from beian_validate.finding import Finding, Place
from beian_validate.page_text import Link, PageText
from beian_validate.rule import Rule


def found(rule: Rule, page: PageText, start: int | None, **facts: Any) -> Finding:
    """A finding about the page, with line and column of the text it is about."""
    place = Place(*page.place(page.offsets[start])) if start is not None else Place()
    return Finding(
        rule.code, rule.name, rule.severity, "", facts, rule.sources, place=place, excerpt=facts.get("found")
    )


def link_at(page: PageText, start: int, length: int) -> Link | None:
    """The link that a piece of the text stands in."""
    return next((link for link in page.links[start : start + length] if link is not None), None)


def host_of(address: str) -> str:
    """The host of a link, in lower case; empty when there is none."""
    try:
        return (urlsplit(address.replace("\\", "/")).hostname or "").rstrip(".")
    except ValueError:
        return ""

"""The rule book: one chapter per file, one article per function, its words in `pages`."""

from functools import cache
from importlib import import_module

from beian_validate.rule import Rule, rules_of

CHAPTERS = (
    "system",
    "text",
    "brackets",
    "sponsor",
    "holder",
    "remark",
    "certificates",
    "identity_cards",
    "numbers",
    "personal_numbers",
    "presence",
    "persons",
    "agreement",
    "contacts",
    "addresses",
    "site_names",
    "pre_approvals",
    "declared_approvals",
    "domains",
    "suffixes",
    "access",
    "launch",
    "materials",
    "apps",
    "filing_numbers",
    "service_number",
    "cloud_products",
    "content",
    "run",
    "provinces_persons",
    "provinces_counts",
    "provinces_domains",
    "provinces_names",
    "provinces_phones",
    "provinces_certificates",
    "provinces_addresses",
    "provinces_remarks",
    "provinces_topics",
    "provinces_orders",
    "deadlines",
    "published",
)
"""Every chapter, by module name; a new chapter is added here."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every article of the rule book, sorted by code."""
    chapters = (import_module(f"beian_validate.rules.{chapter}") for chapter in CHAPTERS)
    return tuple(sorted((rule for chapter in chapters for rule in rules_of(chapter)), key=lambda rule: rule.code))

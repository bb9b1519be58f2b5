"""`rules`: list every rule."""

import json
import sys
from argparse import Namespace

from beian_validate.cli import OK
from beian_validate.cli.parser import language
from beian_validate.index import Entry, entries
from beian_validate.pages import page


def run(options: Namespace) -> int:
    """Print the rules as a table or as JSON."""
    lang = options.lang or language()
    if options.format == "json":
        sys.stdout.write(json.dumps([_row(entry) for entry in entries()], ensure_ascii=False, indent=2) + "\n")
        return OK
    longest = max(len(entry.name) for entry in entries())
    for entry in entries():
        sys.stdout.write(
            f"{entry.code}  {entry.severity:<7}  {entry.name:<{longest}}  {page(entry.code).title(lang)}\n"
        )
    return OK


def _row(entry: Entry) -> dict[str, object]:
    words = page(entry.code).body
    return {
        "code": entry.code,
        "name": entry.name,
        "severity": entry.severity,
        "each": entry.each,
        "since": entry.since or None,
        "until": entry.until or None,
        "manual": entry.manual,
        "title": words["title"],
        "sources": [{"id": identifier, "article": article} for identifier, article in entry.sources],
        "docs": f"docs/rules/{entry.code}.md",
    }

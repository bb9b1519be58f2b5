"""`rules`: list every rule, or what one province asks."""

import json
import sys
from argparse import Namespace

from beian_validate.cli import OK, UNUSABLE
from beian_validate.cli.parser import language
from beian_validate.errors import ConfigError
from beian_validate.index import Entry, entries
from beian_validate.pages import page


def run(options: Namespace) -> int:
    """Print the rules as a table or as JSON."""
    lang = options.lang or language()
    if options.province:
        return _province(options.province, options.format, lang)
    if options.format == "json":
        sys.stdout.write(json.dumps([_row(entry) for entry in entries()], ensure_ascii=False, indent=2) + "\n")
        return OK
    longest = max(len(entry.name) for entry in entries())
    for entry in entries():
        sys.stdout.write(
            f"{entry.code}  {entry.severity:<7}  {entry.name:<{longest}}  {page(entry.code).title(lang)}\n"
        )
    return OK


def _province(text: str, form: str, lang: str) -> int:
    from beian_validate.report.province import known_province, province_data, province_table

    try:
        province = known_province(text)
    except ConfigError as error:
        sys.stderr.write(f"beian-validate: {error}\n")
        return UNUSABLE
    if form == "json":
        sys.stdout.write(json.dumps(province_data(province), ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(province_table(province, lang))
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

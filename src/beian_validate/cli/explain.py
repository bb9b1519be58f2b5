"""`explain`: what a rule asks or a refusal means, and how to repair a filing."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import date

from beian_validate import index
from beian_validate.cli import OK, UNDECIDED, UNUSABLE
from beian_validate.cli.parser import language
from beian_validate.errors import ConfigError
from beian_validate.explanation import explain, recognised, refused
from beian_validate.recognition import Match
from beian_validate.refusals import Refusal

_HEADINGS = {
    "zh": ("在这份申请里", "这些字段和规则没有发现问题"),
    "en": ("In this application", "nothing wrong is found in these fields"),
}


def run(options: Namespace) -> int:
    """Print the page of a rule, or what a refusal means."""
    lang = options.lang or language()
    text = sys.stdin.read() if options.code == "-" else options.code
    try:
        entry = index.find(text)
        if entry is not None:
            sys.stdout.write(explain(text, lang=lang) + _deciding(options.province, entry.code, lang))
            return OK
        matches = recognised(text)
        sys.stdout.write(refused(matches, lang, text))
        if options.application and matches:
            sys.stdout.write("\n" + "\n".join(_suspects(options, matches, lang)) + "\n")
    except ConfigError as error:
        sys.stderr.write(f"beian-validate: {error}\n")
        return UNUSABLE
    return OK if matches else UNDECIDED


def _deciding(province: str, code: str, lang: str) -> str:
    """The rows of a province that the rule reads; nothing when no province is given."""
    if not province:
        return ""
    from beian_validate.report.province import deciding, known_province

    return "\n" + deciding(known_province(province), code, lang)


def _suspects(options: Namespace, matches: tuple[Match, ...], lang: str) -> Iterator[str]:
    """Which of the suspected fields are wrong in the applications of a file."""
    from beian_validate.document import Source, Unreadable
    from beian_validate.load import Missing, load
    from beian_validate.validator import Validator

    validator = Validator(as_of=options.as_of or date.today())
    heading, nothing = _HEADINGS[lang]
    for document in load([options.application]):
        if isinstance(document, Missing):
            raise ConfigError(f"{document.path}: cannot be read")
        content = document.content
        if isinstance(content, Unreadable):
            raise ConfigError(f"{document.source}: cannot be read")
        report = validator.validate_source(content) if isinstance(content, Source) else validator.validate_json(content)
        found = [f for f in report.findings if any(_concerns(m.refusal, f.code, f.pointer) for m in matches)]
        yield f"{heading} ({document.source}):"
        yield from (f"  {finding.pointer} {finding.code} {finding.message(lang)}" for finding in found)
        if not found:
            yield f"  {nothing}"


def _concerns(refusal: Refusal, code: str, pointer: str) -> bool:
    """Whether a finding is about what a refusal suspects."""
    return code in refusal.rules or (bool(refusal.field) and _fits(refusal.field.split("/"), pointer.split("/")))


def _fits(pattern: list[str], steps: list[str]) -> bool:
    return len(pattern) <= len(steps) and all(part in ("*", step) for part, step in zip(pattern, steps, strict=False))

"""`init`: write a template to fill in."""

import sys
from argparse import Namespace
from pathlib import Path

from beian_validate.cli import OK, UNUSABLE
from beian_validate.cli.files import complain, write_whole
from beian_validate.cli.parser import language
from beian_validate.errors import ConfigError
from beian_validate.template import as_json, as_yaml, workbook


def run(options: Namespace) -> int:
    """Write the template; a file that is there already stays unless it may be replaced."""
    lang = options.lang or language()
    target = options.output or f"filing.{options.format}"
    try:
        data = workbook(lang) if options.format == "xlsx" else _text(options.format, lang).encode("utf-8")
    except ConfigError as error:
        complain(str(error))
        return UNUSABLE
    if target == "-":
        sys.stdout.buffer.write(data)
        return OK
    if Path(target).exists() and not options.force:
        complain(f"{target}: is there already; --force replaces it")
        return UNUSABLE
    status = write_whole(Path(target), data)
    if status == OK:
        sys.stderr.write(f"{target}\n")
    return status


def _text(format: str, lang: str) -> str:
    return as_yaml(lang) if format == "yaml" else as_json()

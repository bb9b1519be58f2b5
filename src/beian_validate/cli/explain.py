"""`explain`: what a rule asks, why, and how to repair a filing."""

import sys
from argparse import Namespace

from beian_validate.cli import OK, UNUSABLE
from beian_validate.cli.parser import language
from beian_validate.explanation import explain
from beian_validate.errors import ConfigError


def run(options: Namespace) -> int:
    """Print the page of a rule."""
    try:
        text = explain(options.code, lang=options.lang or language())
    except ConfigError as error:
        sys.stderr.write(f"beian-validate: {error}\n")
        return UNUSABLE
    sys.stdout.write(text)
    return OK

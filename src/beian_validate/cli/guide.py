"""`guide`: the eight steps of a filing, with what is ready and what is missing."""

import sys
from argparse import Namespace
from datetime import date

from beian_validate.cli import OK, UNUSABLE
from beian_validate.cli.parser import language
from beian_validate.errors import ConfigError
from beian_validate.guide import guide
from beian_validate.load.one import application_at


def run(options: Namespace) -> int:
    """Print the guide for one application, or the plain guide."""
    try:
        application = application_at(options.path) if options.path else None
    except ConfigError as error:
        sys.stderr.write(f"beian-validate: {error}\n")
        return UNUSABLE
    lang = options.lang or language()
    text = guide(application, as_of=options.as_of or date.today(), provider=options.provider, lang=lang)
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.flush()
    return OK

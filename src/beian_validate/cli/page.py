"""`page`: check the published page of a filed website."""

import sys
from argparse import Namespace
from pathlib import Path

from beian_validate.cli import FOUND, OK, UNUSABLE
from beian_validate.cli.parser import language
from beian_validate.errors import ConfigError
from beian_validate.finding import Verdict
from beian_validate.published_page import check_page
from beian_validate.report import writer


def run(options: Namespace) -> int:
    """Check one saved page and write the report."""
    try:
        html = sys.stdin.buffer.read() if options.path == "-" else Path(options.path).read_bytes()
        report = check_page(
            html,
            filing_number=options.filing_number,
            name=options.name,
            public_security_number=options.public_security_number,
            province=options.province,
        ).at(options.path, 0)
    except OSError as error:
        sys.stderr.write(f"beian-validate: {options.path}: {error.strerror}\n")
        return UNUSABLE
    except ConfigError as error:
        sys.stderr.write(f"beian-validate: {error}\n")
        return UNUSABLE
    lang = options.lang or language()
    sys.stdout.buffer.write(writer(options.format, lang)([report], lang).encode("utf-8", "backslashreplace"))
    sys.stdout.flush()
    return FOUND if report.verdict == Verdict.NOT_READY else OK

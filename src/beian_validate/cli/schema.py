"""`schema`: print the JSON Schema of an application or of the report."""

import json
import sys
from argparse import Namespace

from beian_validate.cli import OK
from beian_validate.cli.parser import language
from beian_validate.json_schema import application_schema, report_schema


def run(options: Namespace) -> int:
    """Print the schema, with titles and descriptions in one language."""
    lang = options.lang or language()
    schema = application_schema(lang) if options.what == "application" else report_schema(lang)
    sys.stdout.write(json.dumps(schema, ensure_ascii=False, indent=2) + "\n")
    return OK

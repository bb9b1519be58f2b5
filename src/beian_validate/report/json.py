"""The JSON report, schema version 1."""

import json
from collections.abc import Sequence

from beian_validate.report.parts import encodable
from beian_validate.result import Report, to_dict


def render(reports: Sequence[Report], lang: str) -> str:
    """One object on all applications."""
    return encodable(json.dumps(to_dict(reports, lang), ensure_ascii=False, indent=2)) + "\n"

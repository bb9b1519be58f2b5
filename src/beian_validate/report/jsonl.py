"""One application a line, each an element of `applications` in the JSON report."""

import json
from collections.abc import Sequence

from beian_validate.report.parts import encodable
from beian_validate.result import Report


def render(reports: Sequence[Report], lang: str) -> str:
    """One line for each application."""
    return "".join(encodable(json.dumps(report.to_element(lang), ensure_ascii=False)) + "\n" for report in reports)

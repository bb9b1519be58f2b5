"""What the tests of the report formats share: one fixed report, and reports full of hostile texts."""

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from beian_validate import Report, Severity, Validator
from beian_validate.finding import Citation, Code, Finding, Place
from beian_validate.result import Outcomes

AS_OF = date(2026, 3, 1)
EXAMPLE = "docs/examples/enterprise-all-slips.json"
TRAPS = (
    "</script><script>window.hacked = 1</script>",
    "<img src=http://evil.example/x onerror=window.hacked=1>",
    "\"><svg onload=window.hacked=1>",
    "' onfocus=window.hacked=1 autofocus x='",
    "]]></failure><failure message='x'/>",
    "\n::error file=a::x",
    "%0A::set-output name=x::y",
    "::stop-commands::x",
    "##[error]x",
    "=HYPERLINK(\"http://evil.example\")",
    "+1", "-1", "@SUM(A1)", "＝1", "\t=1", "\r=1", "\n=1", " =1",
    "![x](http://evil.example/x.png)",
    "[x](javascript:alert(1))",
    "https://evil.example/ www.evil.example mailto:a@evil.example",
    "@somebody #1 `x` **x** | a | b",
    "</details>\n\n# Title\n\n<!-- ",
    "```\n~~~\n---\n===",
    "{{ 7 * 7 }} {% raw %}",
    "\x00\x08\x1b[2J\u202e\u2028\ufeff\ufffe\ud800",
    "&lt;&amp;&#0;",
    "a" * 40_000,
)  # fmt: skip

hostile = st.sampled_from(TRAPS) | st.text(st.characters(exclude_categories=()), max_size=30)
"""Texts that mean something to one of the formats, and any others, lone surrogates included."""


def example() -> Report:
    """The report on the example with all the slips, on a fixed day."""
    root = Path(__file__).parents[1]
    return Validator(as_of=AS_OF).validate_json((root / EXAMPLE).read_bytes()).at(EXAMPLE, 0)


def report_of(text: str, *, waived: bool = False, manual: bool = False, place: Place | None = None) -> Report:
    """A report with one text wherever a text of the input may stand."""
    finding = Finding(
        code=Code("SPN003"),
        name="half-width-brackets",
        severity=Severity.ERROR,
        pointer=f"/{text}",
        params={"count": text, "position": text},
        sources=(Citation("seed-guide", text),),
        fingerprint="0123456789abcdef",
        place=place or Place(1, 2),
        excerpt=text,
        waived={"reason": text, "approver": text, "expires": "2026-12-31"} if waived else None,
    )
    found = () if manual else (finding,)
    return Report(
        found, Outcomes(failed=1), manual=(finding,) if manual else (), id=text, source=text, index=1, as_of=AS_OF
    )


@st.composite
def hostile_reports(draw: st.DrawFn) -> Report:
    """Reports on applications that somebody wrote to break the report."""
    text = draw(hostile)
    sheet = draw(st.none() | hostile)
    kind = draw(st.sampled_from(("", "waived", "manual")))
    return report_of(text, waived=kind == "waived", manual=kind == "manual", place=Place(3, 28, sheet))


def inside(workbook: bytes) -> str:
    """All that a workbook holds, as XML."""
    with zipfile.ZipFile(BytesIO(workbook)) as parts:
        return "\n".join(parts.read(name).decode() for name in parts.namelist())


def rows(workbook: bytes, sheet: int) -> list[list[Any]]:
    """The cells of one sheet, as another library reads them."""
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(workbook))
    found: list[list[Any]] = book.get_sheet_by_index(sheet).to_python(skip_empty_area=False)
    return found

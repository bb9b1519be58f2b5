"""What all formats have in common."""

import sys
from importlib import import_module
from pathlib import Path

import pydantic_core
import pytest
from hypothesis import given, settings
from reported import EXAMPLE, example, hostile_reports
from syrupy.assertion import SnapshotAssertion

from beian_validate import ConfigError, Report, render
from beian_validate.cli import main, parser
from beian_validate.report import FORMATS

ROOT = Path(__file__).parents[2]


def test_the_command_line_offers_every_format() -> None:
    """It names them itself, to start without importing the reports."""
    assert parser.FORMATS == FORMATS


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("format", ["text", "json", "jsonl"])
def test_the_report_reads_as_it_did(format: str, lang: str, snapshot: SnapshotAssertion) -> None:
    """Every word of the formats that have no tests of their own here."""
    assert render(example(), format, lang=lang) == snapshot


@given(hostile_reports())
@settings(deadline=None)
def test_any_text_leaves_json_whole(report: Report) -> None:
    """A reader that refuses halves of characters can read it."""
    whole = pydantic_core.from_json(render(report, "json"))
    (line,) = render(report, "jsonl").split("\n")[:-1]
    assert pydantic_core.from_json(line) == whole["applications"][0]


@pytest.mark.parametrize("format", FORMATS)
def test_no_application_is_a_report_as_well(format: str) -> None:
    """An empty folder breaks no pipeline; only a line for each application has nothing to say."""
    empty: list[Report] = []
    assert render(empty, format) or format == "jsonl"


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_report_is_written_the_same_way(format: str) -> None:
    """No clock, no order of a set, no random name."""
    assert render(example(), format) == render(example(), format)


@pytest.mark.parametrize("format", FORMATS)
def test_the_command_line_writes_every_format_whole(
    format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To a file, and nothing else remains beside it."""
    monkeypatch.chdir(ROOT)
    target = tmp_path / "report"
    options = ("--format", format, "--output", str(target), "--as-of", "2026-03-01", "--lang", "en")
    assert main(("check", EXAMPLE, *options)) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["report"]
    rendered = render(example(), format, lang="en")
    assert target.read_bytes() == (rendered if isinstance(rendered, bytes) else rendered.encode())


@pytest.mark.parametrize(("format", "library"), [("html", "jinja2"), ("xlsx", "xlsxwriter")])
def test_a_missing_library_is_named_with_its_extra(
    format: str, library: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In Python and on the command line, without a traceback."""
    monkeypatch.chdir(ROOT)
    if format == "html":
        import_module("beian_validate.report.html")._template.cache_clear()
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ConfigError, match=rf"pip install 'beian-validate\[{format}\]'"):
        render(example(), format)
    assert main(("check", EXAMPLE, "--format", format)) == 2
    assert f"beian-validate[{format}]" in capsys.readouterr().err

"""The command line: exit status, streams, options, and how a report reads."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from cases import load as base

from beian_validate.cli import main
from beian_validate.json_schema import report_schema

Run = Callable[..., tuple[int, str, str]]
DAY = ("--as-of", "2026-03-01")


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Call the command line and give back its status, output and complaints."""

    def call(*arguments: str) -> tuple[int, str, str]:
        try:
            status = main(arguments)
        except SystemExit as stop:
            status = int(stop.code or 0)
        out, err = capfdbinary.readouterr()
        return status, out.decode(), err.decode()

    return call


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a good application, one with half-width brackets and one that is no JSON."""
    good, bad = base("enterprise"), base("enterprise")
    bad["sponsor"]["name"] = bad["sponsor"]["name"].replace("（", "(").replace("）", ")")
    for name, text in (
        ("good", json.dumps(good)),
        ("bad", json.dumps(bad, ensure_ascii=False, indent=2)),
        ("broken", "{x"),
    ):
        (tmp_path / f"{name}.json").write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("names", "options", "status"),
    [
        (["good"], [], 0),
        (["bad"], [], 1),
        (["bad"], ["--exit-zero"], 0),
        (["bad"], ["--ignore", "SPN003"], 0),
        (["bad"], ["--select", "SVC,WEB"], 0),
        (["bad"], ["--select", "half-width-brackets"], 1),
        (["good", "broken"], [], 2),
        (["bad", "broken"], ["--exit-zero"], 2),
        (["missing"], [], 2),
        (["good"], ["--select", "NOPE"], 2),
        (["good"], ["--province", "Atlantis"], 2),
        (["good"], ["--as-of", "tomorrow"], 2),
        (["good"], ["--frmat", "json"], 2),
    ],
)
def test_the_exit_status_says_what_came_of_it(
    run: Run, folder: Path, names: list[str], options: list[str], status: int
) -> None:
    """0 ready, 1 findings, 2 usage or unreadable input."""
    paths = [str(folder / f"{name}.json") for name in names]
    day = [] if "--as-of" in options else DAY
    assert run("check", *paths, *day, *options)[0] == status


def test_fail_on_lowers_the_bar(run: Run, tmp_path: Path) -> None:
    """A warning or advice fails only when asked to."""
    filing = base("enterprise")
    filing["sponsor"]["remark"] += "\u200b"
    path = tmp_path / "a.json"
    path.write_text(json.dumps({**filing, "websites": [], "provider": ""}))
    only = ("--select", "CON001", *DAY)
    assert run("check", str(path), *only)[0] == 0
    assert run("check", str(path), *only, "--fail-on", "warning")[0] == 0
    assert run("check", str(path), *only, "--fail-on", "advice")[0] == 1


def test_an_open_verdict_is_status_three(run: Run, tmp_path: Path) -> None:
    """A value that a rule needs could not be read, and its own finding is switched off."""
    path = tmp_path / "a.json"
    path.write_text('{"provider": "aliyun", "websites": [{"service_number": {"value": [5]}}]}')
    assert run("check", str(path), "--select", "SVC001", *DAY)[0] == 3


def test_unreadable_input_does_not_hide_the_rest(run: Run, folder: Path) -> None:
    """The broken file is told on standard error with its place, the others are reported."""
    status, out, err = run("check", str(folder), "--format", "json", *DAY)
    report = json.loads(out)
    assert status == 2
    assert [a["verdict"] for a in report["applications"]] == ["not_ready", "not_ready", "ready"]
    assert f"{folder / 'broken.json'}:1:2:" in err


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_json_report_keeps_its_schema(run: Run, folder: Path, lang: str) -> None:
    """What `schema report` promises, `check --format json` delivers."""
    out = run("check", str(folder / "bad.json"), "--format", "json", "--lang", lang, *DAY)[1]
    jsonschema_rs.validator_for(report_schema(lang)).validate(json.loads(out))
    (finding,) = json.loads(out)["applications"][0]["findings"]
    assert (finding["code"], finding["pointer"], finding["line"], finding["column"]) == (
        "SPN003",
        "/sponsor/name",
        6,
        13,
    )


def test_jsonl_is_one_application_a_line(run: Run, folder: Path) -> None:
    """Each line is an element of the report's `applications`."""
    out = run("check", str(folder), "--format", "jsonl", *DAY)[1]
    assert [json.loads(line)["source"].rpartition("/")[2] for line in out.splitlines()] == [
        "bad.json",
        "broken.json",
        "good.json",
    ]


def test_output_is_written_whole_or_not_at_all(run: Run, folder: Path) -> None:
    """Nothing goes to standard output, and no half-written file stays behind."""
    target = folder / "out" / "report.json"
    arguments = ("check", str(folder / "good.json"), "--format", "json", "--output", str(target), *DAY)
    assert run(*arguments)[0] == 2
    target.parent.mkdir()
    assert run(*arguments)[:2] == (0, "")
    assert json.loads(target.read_text("utf-8"))["summary"]["ready"] == 1
    assert [path.name for path in target.parent.iterdir()] == ["report.json"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_text_report_reads_like_a_compilers(
    run: Run, folder: Path, lang: str, monkeypatch: Any, snapshot: Any
) -> None:
    """Place, code, title, the value with a caret under it, repair steps, source, summary; no colour on a pipe."""
    monkeypatch.chdir(folder)
    assert run("check", "bad.json", "--lang", lang, *DAY)[1] == snapshot


def test_the_environment_chooses_the_language_of_text(run: Run, folder: Path, monkeypatch: Any) -> None:
    """JSON stays Chinese unless a language is asked for."""
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "可以提交" in run("check", str(folder / "good.json"), *DAY)[1]
    monkeypatch.setenv("LC_ALL", "C")
    assert "1 ready" in run("check", str(folder / "good.json"), *DAY)[1]


def test_values_are_masked_unless_asked_for(run: Run, tmp_path: Path) -> None:
    """A pipeline's log never holds a phone number by default."""
    filing = base("enterprise")
    filing["sponsor"]["person_in_charge"]["mobile"] = "13957100011 "
    path = tmp_path / "a.json"
    path.write_text(json.dumps(filing))
    assert "13957100011" not in run("check", str(path), *DAY)[1]
    assert "13957100011" in run("check", str(path), "--show-values", *DAY)[1]


def test_a_rule_is_explained_by_code_or_name(run: Run) -> None:
    """In both languages; an unknown code names the nearest."""
    assert "全角" in run("explain", "SPN003", "--lang", "zh")[1]
    assert run("explain", "spn003", "--lang", "en") == run("explain", "half-width-brackets", "--lang", "en")
    status, _, err = run("explain", "half-width-bracket")
    assert (status, "half-width-brackets" in err) == (2, True)


def test_rules_and_schemas_are_listed(run: Run) -> None:
    """As a table, as JSON, as JSON Schema."""
    assert run("rules", "--lang", "en")[1].count("\n") == len(json.loads(run("rules", "--format", "json")[1]))
    assert json.loads(run("schema", "--lang", "zh")[1])["properties"]["sponsor"]
    assert json.loads(run("schema", "report")[1])["properties"]["schema_version"] == {"const": "1"}


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["explain", "SPN003"], ["rules"]])
def test_small_commands_start_fast(arguments: list[str]) -> None:
    """They import neither pydantic nor the rules."""
    script = f"import sys; sys.argv[1:] = {arguments!r}\nfrom beian_validate.cli import main\n"
    script += "try: main()\nexcept SystemExit: pass\nsys.exit('pydantic' in sys.modules or 'stdnum' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()


def test_an_interrupt_is_status_130(monkeypatch: Any) -> None:
    """Without a traceback."""

    def interrupt(arguments: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("beian_validate.cli.parser.run", interrupt)
    assert main(["check", "-"]) == 130


def test_without_a_command_the_usage_is_shown(run: Run) -> None:
    """On standard error, with status 2."""
    status, out, err = run()
    assert (status, out) == (2, "")
    assert "usage:" in err

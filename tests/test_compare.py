"""What changes between two days, two selections or two baselines."""

import json
from pathlib import Path

import pytest
from cases import load as base

from beian_validate.cli import main

DAY = ("--as-of", "2026-03-01")


@pytest.fixture
def filings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two applications; the certificate of one expires in May."""
    monkeypatch.chdir(tmp_path)
    expiring = base("enterprise")
    expiring["sponsor"]["certificate"]["valid_to"] = "2026-05-01"
    (tmp_path / "a.jsonl").write_text(f"{json.dumps(base('enterprise'))}\n{json.dumps(expiring)}\n")
    return tmp_path


def test_two_days_differ_where_something_expires(filings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The application, both verdicts and the codes; status 1."""
    arguments = ["compare", "a.jsonl", *DAY, "--then", "2026-05-30", "--select", "CER010"]
    assert main([*arguments, "--format", "json"]) == 1
    (change,) = json.loads(capsys.readouterr().out)
    assert (change["application"], change["before"], change["after"]) == ("a.jsonl#1", "ready", "not_ready")
    assert "/sponsor/certificate/valid_to" in [added["pointer"] for added in change["added"]]
    assert main([*arguments, "--lang", "en", "--jobs", "2"]) == 1
    assert capsys.readouterr().out.startswith("a.jsonl#1: ")


def test_nothing_changes_from_a_day_to_itself(filings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says so; status 0."""
    assert main(["compare", "a.jsonl", *DAY, "--then", "2026-03-01", "--lang", "en"]) == 0
    assert capsys.readouterr().out == "nothing changes\n"


def test_two_selections_differ_by_what_one_leaves_out(filings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two rulesets over the same applications."""
    later = ["--as-of", "2026-05-30", "--then-ignore", "CER", "--format", "json"]
    assert main(["compare", "a.jsonl", *later]) == 1
    (change,) = json.loads(capsys.readouterr().out)
    assert (change["after"], change["added"]) == ("ready", [])


def test_two_baselines_differ_by_their_fingerprints(filings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No application is needed."""
    main(["check", "a.jsonl", *DAY, "--select", "CER", "--write-baseline", "1.json"])
    main(["check", "a.jsonl", *DAY, "--ahead", "90", "--select", "CER", "--write-baseline", "2.json"])
    capsys.readouterr()
    assert main(["compare", "--baseline", "1.json", "--then-baseline", "2.json", "--format", "json"]) == 1
    (change,) = json.loads(capsys.readouterr().out)
    assert (len(change["added"]), len(change["removed"])) == (1, 1)  # it expires soon, then it has expired


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["a.jsonl"],
        ["none.json", "--then", "2026-03-01"],
        ["--baseline", "1.json"],
        ["--baseline", "1.json", "--then-baseline", "2.json"],
    ],
)
def test_what_cannot_be_compared_is_told(filings: Path, arguments: list[str]) -> None:
    """As a mistake in the call."""
    assert main(["compare", *arguments]) == 2

"""Without an extra: everything else works, and the message names what to install."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from cases import load as base

from beian_validate.cli import main

DAY = ("--as-of", "2026-03-01")


@pytest.mark.parametrize(
    ("module", "file", "name"),
    [("yaml", "a.yaml", "yaml"), ("python_calamine", "a.xlsx", "xlsx"), ("duckdb", "a.parquet", "parquet")],
)
def test_a_missing_extra_is_named(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    module: str,
    file: str,
    name: str,
) -> None:
    """Status 2, no traceback, alone and from another process."""
    monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / file).write_bytes(b"x")
    for jobs in ("1", "2"):
        assert main(["check", str(tmp_path / file), "--jobs", jobs, *DAY]) == 2
        assert f"beian-validate[{name}]" in capsys.readouterr().err


def test_the_template_needs_its_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other formats do not."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    assert main(["init", "--output", str(tmp_path / "a.xlsx")]) == 2
    assert main(["init", "--format", "json", "--output", str(tmp_path / "a.json")]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_progress_is_drawn_on_a_terminal_only(tmp_path: Path) -> None:
    """On standard error, while the report goes to a file; a pipe gets nothing."""
    path = tmp_path / "a.jsonl"
    path.write_text(f"{json.dumps(base('enterprise'))}\n" * 2000)
    command = [sys.executable, "-m", "beian_validate", "check", str(path), "--output", str(tmp_path / "out"), *DAY]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "TERM": "xterm", "COLUMNS": "100"}
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, stderr=theirs, stdout=subprocess.PIPE, env=environment) as process:
        os.close(theirs)
        drawn = b""
        try:
            while part := os.read(ours, 4096):
                drawn += part
        except OSError:  # the other end is closed
            pass
    os.close(ours)
    assert (process.returncode, b"applications" in drawn) == (0, True)
    assert subprocess.run(command, capture_output=True, env=environment, check=True).stderr == b""

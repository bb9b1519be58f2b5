"""The pieces for pipelines: what they name exists, and the commands in them run."""

import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from cases import EXAMPLES

from beian_validate import __version__
from beian_validate.cli.parser import build
from beian_validate.settings import read
from beian_validate.waivers import read_waivers

ROOT = Path(__file__).parents[1]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")
SNIPPETS = dict(re.findall(r"^```\w+\n# ([\w./-]+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with good filings, and the command on the path."""
    (tmp_path / "filings").mkdir()
    good = (EXAMPLES / "enterprise-zhejiang-aliyun.json").read_text("utf-8")
    (tmp_path / "filings" / "a b.json").write_text(good, "utf-8")
    command = tmp_path / "bin" / "beian-validate"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m beian_validate "$@"\n')
    command.chmod(0o755)
    return tmp_path


def run(project: Path, script: str, variables: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    path = os.pathsep.join([str(project / "bin"), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "PYTHONPATH": os.pathsep.join(sys.path), **(variables or {})}
    command = ["bash", "-e", "-o", "pipefail", "-c", script]
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, check=False)


def step(**inputs: str) -> tuple[str, dict[str, str]]:
    """The last step of the action with its inputs filled in."""
    last = ACTION["runs"]["steps"][-1]
    values = {name: item["default"] for name, item in ACTION["inputs"].items()} | inputs
    variables = {
        name: re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda found: values[found[1]], text)
        for name, text in last["env"].items()
    }
    return last["run"], variables


@pytest.mark.parametrize(
    ("inputs", "status"),
    [
        ({}, 0),
        ({"paths": "filings/a b.json\n\nfilings\n", "options": "--fail-on warning --as-of 2026-03-01"}, 0),
        ({"paths": "filings\nmissing"}, 2),
        ({"paths": "$(touch made)"}, 2),
        ({"options": "; touch made"}, 2),
    ],
)
def test_the_action_runs(project: Path, inputs: dict[str, str], status: int) -> None:
    """Blanks in names do no harm, and no input is taken for a command."""
    done = run(project, *step(**inputs))
    assert done.returncode == status, done.stderr.decode()
    assert not (project / "made").exists()


def test_the_action_writes_a_file(project: Path) -> None:
    """In the format that was asked for."""
    assert run(project, *step(format="json", output="out.json")).returncode == 0
    assert '"ready": ' in (project / "out.json").read_text("utf-8")


def test_no_input_stands_in_a_script() -> None:
    """Expressions in `run` would be pasted into the shell."""
    assert not [one["name"] for one in ACTION["runs"]["steps"] if "${{" in one["run"]]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_every_hook_runs(project: Path, hook: dict[str, Any]) -> None:
    """As pre-commit calls it: the entry, then the names of files."""
    assert re.search(hook["files"], "filings/a.json")
    assert hook["language"] == "python"
    done = run(project, f"{hook['entry']} --as-of 2026-03-01 'filings/a b.json'")
    assert done.returncode == 0, done.stderr.decode()


def test_every_snippet_is_read() -> None:
    """What stands in a fence with a file name is tested here."""
    assert set(SNIPPETS) == {
        ".github/workflows/filings.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml", "beian-validate.toml",
        "waivers.toml",
    }  # fmt: skip


def test_the_workflow_names_inputs_of_the_action() -> None:
    """And its options are options of the command."""
    steps = yaml.safe_load(SNIPPETS[".github/workflows/filings.yml"])["jobs"]["validate"]["steps"]
    given = steps[-1]["with"]
    assert set(given) <= set(ACTION["inputs"])
    assert build().parse_args(["check", given["paths"], *given["options"].split()]).province == "33"
    assert steps[-1]["uses"].endswith(f"@v{__version__}")


def test_the_gitlab_job_runs(project: Path) -> None:
    """All but the installation; the artifact is what the command writes."""
    job = yaml.safe_load(SNIPPETS[".gitlab-ci.yml"])["filings"]
    done = run(project, job["script"][-1])
    assert done.returncode == 0, done.stderr.decode()
    assert (project / job["artifacts"]["reports"]["junit"]).read_bytes().startswith(b"<?xml")


def test_pre_commit_names_hooks_that_exist() -> None:
    """With options that exist."""
    (repository,) = yaml.safe_load(SNIPPETS[".pre-commit-config.yaml"])["repos"]
    assert repository["rev"] == f"v{__version__}"
    assert {hook["id"] for hook in repository["hooks"]} == {hook["id"] for hook in HOOKS}
    assert build().parse_args(["check", "a.json", *repository["hooks"][-1]["args"]]).fail_on == "error"


def test_the_settings_and_waivers_are_right(tmp_path: Path) -> None:
    """No key is invented."""
    (tmp_path / "beian-validate.toml").write_text(SNIPPETS["beian-validate.toml"], "utf-8")
    assert read(tmp_path / "beian-validate.toml").values == {
        key: value for key, value in tomllib.loads(SNIPPETS["beian-validate.toml"]).items() if key != "paths"
    }
    waivers = read_waivers(SNIPPETS["waivers.toml"].encode(), "waivers.toml", date(2026, 3, 1))
    assert (len(waivers.entries), waivers.findings) == (1, ())


def test_the_commands_of_the_page_exist(project: Path) -> None:
    """Every command in the text is parsed."""
    commands = re.findall(r"`beian-validate (.+?)`", PAGE.replace("\n", " "))
    assert len(commands) >= 3
    for command in commands:
        assert build().parse_args(shlex.split(command)).command

"""Rules of other packages: the template of the docs, really installed, and every way in which a plugin can be wrong."""

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from importlib import invalidate_caches
from pathlib import Path
from zipfile import ZipFile

import jsonschema_rs
import pytest
from cases import load as base

from beian_validate import plugins
from beian_validate.cli import main
from beian_validate.errors import ConfigError
from beian_validate.json_schema import report_schema
from beian_validate.validator import Validator

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^`([\w./-]+)`\n\n```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
DAY = date(2026, 3, 1)


def template() -> dict[str, str]:
    """The files of the template in docs/plugins.md."""
    return dict(BLOCK.findall((ROOT / "docs" / "plugins.md").read_text("utf-8")))


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The template as a wheel: its files and what its pyproject.toml says, as a build back end writes them."""
    files = template()
    project = tomllib.loads(files.pop("pyproject.toml"))["project"]
    ((group, entries),) = project["entry-points"].items()
    about = f"acme_filings-{project['version']}.dist-info"
    files |= {
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{about}/entry_points.txt": "\n".join([f"[{group}]", *(f"{key} = {name}" for key, name in entries.items())]),
    }
    files[f"{about}/RECORD"] = "".join(f"{name},,\n" for name in (*files, f"{about}/RECORD"))
    path = tmp_path_factory.mktemp("plugin") / f"acme_filings-{project['version']}-py3-none-any.whl"
    with ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


@pytest.fixture
def installed(wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of packages into which the wheel was installed with pip."""
    target = tmp_path / "packages"
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(target)]
    subprocess.run([*command, "--disable-pip-version-check", str(wheel)], check=True)
    monkeypatch.syspath_prepend(str(target))
    yield from _fresh(target)


def _fresh(target: Path) -> Iterator[Path]:
    before = set(sys.modules)
    plugins._plugin.cache_clear()
    invalidate_caches()
    yield target
    plugins._plugin.cache_clear()
    for name in set(sys.modules) - before:
        del sys.modules[name]


def spoilt() -> dict[str, object]:
    filing: dict[str, object] = base("enterprise")
    filing["id"] = ""
    return filing


def test_an_installed_plugin_is_not_loaded_unless_named(installed: Path) -> None:
    """What happens to be installed changes no verdict."""
    report = Validator(as_of=DAY).validate(spoilt())
    assert (report.findings, report.plugins) == ((), ())


def test_a_named_plugin_judges_with_words_of_its_own(installed: Path) -> None:
    """Package and version stand in the report, which keeps its schema."""
    report = Validator(as_of=DAY, plugins=["acme"]).validate(spoilt())
    (finding,) = report.findings
    assert (finding.code, finding.pointer, report.plugins) == ("XAC001", "/id", ("acme-filings 1.0.0",))
    assert finding.message("en") == "The application has no number of the Acme order book."
    assert finding.remedy("zh")
    document = json.loads(json.dumps(report.to_dict("en")))
    jsonschema_rs.validator_for(report_schema("en")).validate(document)
    assert document["plugins"] == ["acme-filings 1.0.0"]
    assert Validator(as_of=DAY, plugins=["acme"], ignore="XAC").validate(spoilt()).findings == ()


def test_the_command_takes_plugins_from_the_settings(installed: Path, tmp_path: Path) -> None:
    """In a process of its own, and in those that it starts."""
    (tmp_path / "beian-validate.toml").write_text('plugins = ["acme"]')
    (tmp_path / "a.json").write_text(json.dumps(spoilt()))
    path = os.pathsep.join([str(installed), *sys.path])
    for jobs in ("1", "2"):
        command = [sys.executable, "-m", "beian_validate", "check", "a.json", "--jobs", jobs, "--format", "text"]
        environment = {**os.environ, "PYTHONPATH": path}
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
        assert b"XAC001" in done.stdout, done.stderr.decode()


RULE = """
from beian_validate.finding import Severity
from beian_validate.rule import cite, hit, rule
from beian_validate.schema.application import Application

@rule("{code}", "some-name", each=Application, severity=Severity.ADVICE, source=cite("{source}"))
def always(application, ctx):
    yield hit("id")
"""


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (RULE.format(code="SPN001", source="seed-guide"), "must start with X"),
        (RULE.format(code="XAC001", source="nothing"), "sources.toml"),
        (RULE.format(code="XAC002", source="seed-guide"), "no page"),
        ("", "no rules"),
        ("1 / 0", "ZeroDivisionError"),
    ],
)
def test_a_wrong_plugin_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, word: str) -> None:
    """When the validator is made, with the reason."""
    (tmp_path / "wrong").mkdir()
    (tmp_path / "wrong" / "__init__.py").write_text(text)
    (tmp_path / "wrong-1.dist-info").mkdir()
    (tmp_path / "wrong-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: wrong\nVersion: 1\n")
    (tmp_path / "wrong-1.dist-info" / "entry_points.txt").write_text("[beian_validate.rules]\nwrong = wrong\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    for _ in _fresh(tmp_path):
        with pytest.raises(ConfigError, match=word):
            Validator(plugins=["wrong"])


def test_an_unknown_plugin_names_the_nearest(installed: Path) -> None:
    """On the command line, too."""
    with pytest.raises(ConfigError, match="'acme'"):
        Validator(plugins=["acmee"])
    assert main(["check", "x.json", "--plugins", "acmee"]) == 2

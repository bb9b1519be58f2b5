"""Settings of a project: found, checked, and under what the command line says."""

import json
from pathlib import Path
from typing import Any

import pytest
from cases import load as base

from beian_validate.cli import main
from beian_validate.errors import ConfigError
from beian_validate.settings import Settings, find, read


def settings(folder: Path, text: str, name: str = "beian-validate.toml") -> Settings:
    (folder / name).write_text(text, "utf-8")
    return read(folder / name)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one application that has half-width brackets."""
    filing = base("enterprise")
    filing["sponsor"]["name"] = filing["sponsor"]["name"].replace("（", "(").replace("）", ")")
    (tmp_path / "filings").mkdir()
    (tmp_path / "filings" / "a.json").write_text(json.dumps(filing))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def status(*options: str) -> int:
    return main(["check", "filings", "--as-of", "2026-03-01", "--format", "json", *options])


def test_settings_are_found_upwards(tmp_path: Path) -> None:
    """The nearest file wins; a pyproject.toml without the table is passed over."""
    (tmp_path / "beian-validate.toml").write_text('lang = "en"')
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.other]")
    assert find(tmp_path / "a" / "b").values == {"lang": "en"}
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.beian-validate]\njobs = 2")
    assert find(tmp_path / "a" / "b").values == {"jobs": 2}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('provder = "aliyun"', "'provider'"),
        ("jobs = true", "jobs"),
        ("jobs = '2'", "jobs must be a whole number"),
        ("select = [1]", "select"),
        ("fail-on = 'warn'", "'warning'"),
        ("[[paths]]\nprovider = 'aliyun'", "`files`"),
        ("[[paths]]\nfiles = ['*']\nlang = 'zh'", "no setting 'lang'"),
        ("paths = [1]", "`files`"),
        ("jobs = ", "cannot be read"),
    ],
)
def test_a_mistake_names_the_key_and_the_nearest(tmp_path: Path, text: str, word: str) -> None:
    """A setting that is not known is never passed over."""
    with pytest.raises(ConfigError, match=word):
        settings(tmp_path, text)


def test_a_mistake_in_a_pyproject_is_found(tmp_path: Path) -> None:
    """The same keys, in a table of its own."""
    with pytest.raises(ConfigError, match="'ignore'"):
        settings(tmp_path, "[tool.beian-validate]\nignor = []", "pyproject.toml")


def test_settings_are_used(project: Path) -> None:
    """And the command line wins over them."""
    assert status() == 1
    (project / "beian-validate.toml").write_text('ignore = ["SPN003"]')
    assert status() == 0
    assert status("--ignore", "TXT") == 1
    assert status("--config", str(project / "none.toml")) == 2


def test_a_path_has_settings_of_its_own(project: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Later tables win; other files keep the general ones."""
    (project / "filings" / "old").mkdir()
    (project / "filings" / "old" / "b.json").write_bytes((project / "filings" / "a.json").read_bytes())
    (project / "beian-validate.toml").write_text(
        '[[paths]]\nfiles = ["filings/old/*"]\nignore = ["SPN003"]\n[[paths]]\nfiles = ["*.yaml"]\nignore = []\n'
    )
    assert status() == 1
    report: dict[str, Any] = json.loads(capsysbinary.readouterr().out)
    assert [(a["source"][-6:], len(a["findings"])) for a in report["applications"]] == [("a.json", 1), ("b.json", 0)]


def test_a_wrong_table_is_told_although_no_file_fits_it(project: Path) -> None:
    """Not on the day when one does."""
    (project / "beian-validate.toml").write_text("[[paths]]\nfiles = ['x/*']\nselect = ['NOPE']\n")
    assert status() == 2


def test_files_start_from_the_folder_of_the_settings(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the command is run."""
    (project / "beian-validate.toml").write_text('baseline = "known.json"')
    assert main(["check", "filings/a.json", "--as-of", "2026-03-01", "--write-baseline", "known.json"]) == 1
    assert main(["check", "filings/a.json", "--as-of", "2026-03-01"]) == 0
    monkeypatch.chdir(project / "filings")
    assert main(["check", "a.json", "--as-of", "2026-03-01"]) == 1

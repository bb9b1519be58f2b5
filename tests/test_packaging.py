"""What gets installed: the wheel is whole and works by itself."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

pytest.importorskip("hatchling", reason="hatchling builds the wheel; the dev group has it")

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "beian_validate"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without the network."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_the_whole_package(wheel: Path) -> None:
    """Modules, pages, tables and the mark of a typed package: every file, and nothing beside the package."""
    held = set(ZipFile(wheel).namelist())
    files = (file for file in PACKAGE.rglob("*") if file.is_file() and file.suffix != ".pyc")
    wanted = {str(file.relative_to(PACKAGE.parent).as_posix()) for file in files}
    assert {"beian_validate/py.typed", "beian_validate/rules/index.json"} <= wanted
    assert wanted <= held
    assert {name.partition("/")[0].partition("-")[0] for name in held} == {"beian_validate"}


def test_the_wheel_tells_what_it_is(wheel: Path) -> None:
    """Python, the core requirements, the extras, the command and the licence stand in the metadata."""
    with ZipFile(wheel) as archive:
        metadata = next(name for name in archive.namelist() if name.endswith("/METADATA"))
        text = archive.read(metadata).decode()
        commands = archive.read(metadata.replace("METADATA", "entry_points.txt")).decode()
    assert _values(text, "Provides-Extra") == ["cli", "fast", "html", "idn", "parquet", "xlsx", "yaml"]
    core = [requirement for requirement in _values(text, "Requires-Dist") if "extra ==" not in requirement]
    assert [requirement.partition("<")[0] for requirement in core] == ["pydantic", "python-stdnum"]
    assert "Requires-Python: >=3.11" in text
    assert "License-Expression: MIT" in text
    assert "beian-validate = beian_validate.cli:main" in commands


def _values(metadata: str, key: str) -> list[str]:
    return sorted(line.partition(": ")[2] for line in metadata.splitlines() if line.startswith(f"{key}: "))


def test_the_wheel_works_by_itself(wheel: Path, tmp_path: Path) -> None:
    """Far from the repository, the wheel alone finds its pages and tables."""
    command = [sys.executable, "-m", "beian_validate", "explain", "SPN003", "--lang", "en"]
    environment = {**os.environ, "PYTHONPATH": str(wheel)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("SPN003 half-width-brackets: ")

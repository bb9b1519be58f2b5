"""The layers, and what the repository must not contain."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "beian_validate"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_MODULE = 300
CLOCK = {"today", "now", "utcnow", "time", "time_ns", "localtime", "gmtime"}
NETWORK = ("socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "requests", "httpx", "aiohttp")
MADE_BY_TOOLS = {".venv", ".git", ".hypothesis", ".benchmarks", "dist", "build", "site"}

INDEX_OPTION = re.compile(r"(?:extra[-_])?index[-_]url|find[-_]links|trusted[-_]host", re.IGNORECASE)
INDEX_ADDRESS = re.compile(r"(?:https?|file)://(?!pypi\.org/)[^\s\"'<>()]*/simple\b")
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|farm|root|home/\w+|Users/\w+|tmp/bash_jobs[.\d]*)/")


def tracked() -> list[Path]:
    """The files of the repository; in a copy without git, all that no tool has put there."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        return [file for name in listed.stdout.decode().split("\0") if name and (file := ROOT / name).is_file()]
    return [file for file in ROOT.rglob("*") if file.is_file() and _is_ours(file.relative_to(ROOT))]


def _is_ours(file: Path) -> bool:
    made_by_tools = any(part in MADE_BY_TOOLS or part.endswith(("_cache", "__pycache__")) for part in file.parts)
    return not (made_by_tools or file.name.startswith(".coverage"))


def lines(pattern: re.Pattern[str]) -> Iterator[str]:
    """Every tracked line that a pattern fits, with its place."""
    for file in tracked():
        for number, line in enumerate(file.read_text("utf-8", "replace").splitlines(), 1):
            if pattern.search(line):
                yield f"{file.relative_to(ROOT)}:{number}: {line.strip()[:100]}"


def test_every_layer_knows_only_those_below() -> None:
    """The contracts in pyproject.toml are kept."""
    program = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stdout.partition("Broken contracts")[2] + done.stderr


def test_modules_are_short() -> None:
    """What grows beyond one sitting is two modules."""
    lengths = {_name(module): len(module.read_text("utf-8").splitlines()) for module in MODULES}
    assert lengths
    assert not {name: length for name, length in lengths.items() if length > LONGEST_MODULE}, "make two rooms of each"


def test_nothing_below_the_command_line_reads_a_clock() -> None:
    """The day of judgement comes from outside: the same input gives the same report tomorrow."""
    asked = {_name(module): sorted(_methods(module) & CLOCK) for module in MODULES}
    below = {name: calls for name, calls in asked.items() if not name.startswith("cli/")}
    assert "engine.py" in below
    assert not {name: calls for name, calls in below.items() if calls}


def test_nothing_knows_the_network() -> None:
    """The library is offline: it does not even import what could connect."""
    known = {_name(module): [name for name in _imports(module) if _is_network(name)] for module in MODULES}
    assert not {name: imports for name, imports in known.items() if imports}


def _name(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def _methods(module: Path) -> set[str]:
    """The names of all methods that a module calls."""
    calls = [node.func for node in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(node, ast.Call)]
    return {call.attr for call in calls if isinstance(call, ast.Attribute)}


def _imports(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _is_network(name: str) -> bool:
    return any(f"{name}.".startswith(f"{known}.") for known in NETWORK)


def test_no_file_names_an_index() -> None:
    """Packages come from wherever the user's own pip or uv takes them."""
    assert not [*lines(INDEX_OPTION), *lines(INDEX_ADDRESS)]


def test_no_file_names_a_path_of_a_machine() -> None:
    """What is committed works on every machine."""
    assert not list(lines(MACHINE_PATH))


@pytest.mark.parametrize(
    "text", ["https://mirror.example/" + "simple", "--extra-index" + "-url x", "PIP_FIND" + "_LINKS"]
)
def test_an_index_would_be_found(text: str) -> None:
    """The patterns bite."""
    assert INDEX_OPTION.search(text) or INDEX_ADDRESS.search(text)


@pytest.mark.parametrize("text", ["/" + "work/main", "see /" + "home/anna/x", 'open("/' + 'Users/li/y")'])
def test_a_path_of_a_machine_would_be_found(text: str) -> None:
    """The pattern bites, and leaves pointers and addresses alone."""
    assert MACHINE_PATH.search(text)
    assert not MACHINE_PATH.search("/websites/0/home_urls/1 https://example.cn/work/us")


def test_constraints_are_names_and_versions_only() -> None:
    """A pinned package is a name, a version and perhaps a marker."""
    pinned = re.compile(r"[a-z0-9][a-z0-9._-]*==[0-9][\w.!+]*( ; [\w\s.'\"<>=!()]+)?")
    constraints = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    assert not [line for line in constraints if not pinned.fullmatch(line)]


def test_every_requirement_is_pinned() -> None:
    """The core, the extras and the development group install the same versions everywhere."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    lists = [project["project"]["dependencies"], *project["project"]["optional-dependencies"].values()]
    required = {_package(line) for several in (*lists, *project["dependency-groups"].values()) for line in several}
    pinned = {_package(line) for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()}
    assert {"pydantic", "duckdb", "hatchling"} <= required
    assert not required - pinned


def _package(requirement: str) -> str:
    name = re.match(r"[\w.-]+", requirement)
    assert name, requirement
    return re.sub(r"[-_.]+", "-", name[0]).lower()

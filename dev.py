#!/usr/bin/env python3
"""Set the project up and do one job: `demo`, `test`, `lint`, `bench` or `generate`.

Needs Python 3.11 and pip, or uv. Everything is installed into `.venv` beside this file, once for each state of
`pyproject.toml` and `constraints.txt`.
"""

from __future__ import annotations  # an older Python must get as far as being told so

import hashlib
import os
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "set-up-for.txt"
CONSTRAINTS = ROOT / "constraints.txt"

DEMO = ("beian-validate", "check", "docs/examples", "--as-of", "2026-03-01", "--exit-zero")
"""The main job on a fixed day, so that the report is the same on every day; its findings are no failure."""

LINTERS = (
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("mypy",),
    ("lint-imports",),
)
TESTS = (
    "pytest",
    "--ignore=tests/benchmarks",
    "--numprocesses=auto",
    "--maxprocesses=4",
    "--benchmark-disable",
    "--cov",
)
BENCHMARKS = ("pytest", "tests/benchmarks", "-s", "--benchmark-columns=min,median,ops", "--benchmark-sort=name")


def demo(*arguments: str) -> int:
    """Report on the example applications; further arguments go to `beian-validate check`."""
    return all_of((*DEMO, *arguments))


def test() -> int:
    """Run the linters, the type checker and all tests; every line that decides must be covered."""
    return all_of(*LINTERS, TESTS)


def lint() -> int:
    """Run the linters and the type checker."""
    return all_of(*LINTERS)


def bench() -> int:
    """Measure the speed against the budgets in tests/benchmarks."""
    return all_of(BENCHMARKS)


def generate() -> int:
    """Write what follows from the rules: their index, the lock of their codes, their pages, the READMEs' output."""
    return run("python", "tools/generate.py")


JOBS = {job.__name__: job for job in (demo, test, lint, bench, generate)}


def main(arguments: list[str]) -> int:
    """Set up, then do the job that was named."""
    if sys.version_info < (3, 11):  # noqa: UP036
        say("This needs Python 3.11 or newer; this is " + sys.version.split()[0])
        return 2
    name, *rest = arguments or [""]
    if name not in JOBS or (rest and name != "demo"):
        lines = [f"  {job:9} {function.__doc__}" for job, function in JOBS.items()]
        print("python3 dev.py JOB, where JOB is", *lines, sep="\n")
        return 0 if name in ("-h", "--help") else 2
    try:
        set_up()
        return JOBS[name](*rest)
    except SetUpFailed as error:
        say(str(error))
        return 2
    except KeyboardInterrupt:
        return 130


def all_of(*commands: tuple[str, ...]) -> int:
    """Run every command, also after one has failed, and say in the end which did."""
    failed = [command for command in commands if run(*command)]
    for command in failed:
        say(f"failed: {shlex.join(command)}")
    return 1 if failed else 0


def run(program: str, *arguments: str) -> int:
    """Run a program of `.venv` in the root of the project, after saying so."""
    say(f"$ {shlex.join((program, *arguments))}")
    return subprocess.run([SCRIPTS / program, *arguments], cwd=ROOT, check=False).returncode


def say(text: str) -> None:
    """Tell the user, ahead of what the next program prints."""
    print(text, file=sys.stderr, flush=True)


class SetUpFailed(Exception):
    """The environment could not be made; says what to do."""


def set_up() -> None:
    """Make `.venv` hold the project and its development group, unless it does already."""
    wanted = state()
    if STAMP.is_file() and STAMP.read_text("utf-8") == wanted:
        return
    began = time.monotonic()
    requirements = ["-c", str(CONSTRAINTS), "-e", str(ROOT), *development_group()]
    if not with_uv(requirements):
        with_pip(requirements)
    STAMP.write_text(wanted, "utf-8")
    say(f"Set up in {time.monotonic() - began:.0f} s.")


def state() -> str:
    """What the environment depends on: Python, the place of the project, its requirements and their versions."""
    digest = hashlib.sha256(f"{sys.version}\0{ROOT}".encode())
    for file in (ROOT / "pyproject.toml", CONSTRAINTS):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def development_group() -> list[str]:
    """The requirements of the `dev` group: older versions of pip cannot read it themselves."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return list(project["dependency-groups"]["dev"])


def with_uv(requirements: list[str]) -> bool:
    """Set up with uv, if it is there and succeeds."""
    uv = shutil.which("uv")
    if uv is None:
        return False
    say("Setting up .venv with uv …")
    made = is_usable() or succeeds([uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(VENV)])
    if made and succeeds([uv, "pip", "install", "--quiet", "--python", str(PYTHON), *requirements]):
        return True
    say("uv did not succeed; trying pip.")
    return False


def with_pip(requirements: list[str]) -> None:
    """Set up with venv and pip, also where Debian has taken ensurepip away."""
    say("Setting up .venv with pip; the first time takes about half a minute …")
    make = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if not (is_usable() or succeeds(make, quiet=True) or succeeds([*make, "--without-pip"])):
        raise SetUpFailed("No virtual environment could be made; on Debian: apt install python3-venv")
    if not succeeds([*pip(), "install", "--quiet", "--disable-pip-version-check", *requirements]):
        raise SetUpFailed("The requirements could not be installed; pip says why above.")


def pip() -> list[str]:
    """The pip of `.venv`, or else that of this Python working on `.venv`."""
    for command in ([str(PYTHON), "-m", "pip"], [sys.executable, "-m", "pip", "--python", str(PYTHON)]):
        if succeeds([*command, "--version"], quiet=True):
            return command
    raise SetUpFailed("There is no pip 22.3 or newer; on Debian: apt install python3-pip, or install uv")


def is_usable() -> bool:
    """Whether `.venv` is there and has the Python that runs this."""
    question = "import sys; sys.exit(sys.version != sys.argv[1])"
    return PYTHON.is_file() and succeeds([str(PYTHON), "-c", question, sys.version], quiet=True)


def succeeds(command: list[str], quiet: bool = False) -> bool:
    """Whether a command runs well."""
    sink = subprocess.DEVNULL if quiet else None
    return subprocess.run(command, cwd=ROOT, check=False, stdout=sink, stderr=sink).returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The output shown in the READMEs: what the command above it prints, run again whenever it is asked for."""

import re
import subprocess
import sys
from pathlib import Path
from shlex import split

_OUTPUT = re.compile(
    r"(?P<head><!-- output: (?P<command>[^\n]+) -->\n```text\n).*?(?P<tail>^```$)", re.DOTALL | re.MULTILINE
)
_PYTHON = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
FINDINGS = 1


class ExampleFailed(Exception):
    """A command in a README does not work."""


def with_outputs(text: str, root: Path) -> str:
    """The text with fresh output in every block below a mark.

    A mark is `<!-- output: ARGUMENTS -->` with the arguments of `beian-validate`, or `<!-- output: python -->` for
    the Python example above it.

    Raises:
        ExampleFailed: a command could not do its work; findings are no failure.
    """

    def fresh(block: re.Match[str]) -> str:
        return block["head"] + output(_program(block["command"], text[: block.start()]), root) + block["tail"]

    return _OUTPUT.sub(fresh, text)


def _program(command: str, above: str) -> list[str]:
    if command == "python":
        return ["-c", _PYTHON.findall(above)[-1]]
    return ["-m", "beian_validate", *split(command)]


def output(program: list[str], root: Path) -> str:
    """What Python prints for these arguments in the root of the project.

    Raises:
        ExampleFailed: it exits with something else than 0 or the status for findings, or complains.
    """
    done = subprocess.run([sys.executable, *program], cwd=root, capture_output=True, check=False, encoding="utf-8")
    if done.returncode not in (0, FINDINGS) or done.stderr:
        raise ExampleFailed(f"{program} exits with {done.returncode}:\n{done.stderr}")
    return done.stdout.rstrip("\n") + "\n"

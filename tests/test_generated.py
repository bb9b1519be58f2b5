"""What is generated is current, and the generator keeps its promises."""

import subprocess
import sys
from pathlib import Path

import pytest
from generate import LockBroken, generated, lock, orphans, readmes, stale, write
from readme_output import ExampleFailed, with_outputs
from rule_pages import code_span, escaped

ROOT = Path(__file__).parents[1]
ADVICE = "run `python3 dev.py generate` and commit what it writes"


def test_everything_that_follows_from_the_rules_is_current() -> None:
    """Index, lock and pages are those of the rules as they are."""
    texts = generated()
    assert not [str(file.relative_to(ROOT)) for file in (*stale(texts), *orphans(texts))], ADVICE


def test_the_readmes_show_what_the_commands_print() -> None:
    """The output in the READMEs is real: the commands are run, and the Python example too."""
    texts = readmes()
    assert all(text.count("<!-- output: ") == 3 for text in texts.values())
    assert not [file.name for file, text in texts.items() if file.read_text("utf-8") != text], ADVICE


def test_check_names_what_is_stale(tmp_path: Path) -> None:
    """A changed file and a missing one are stale; writing repairs them and nothing else."""
    same, changed, missing = tmp_path / "same", tmp_path / "changed", tmp_path / "new" / "missing"
    same.write_text("a", "utf-8")
    changed.write_text("b", "utf-8")
    texts = {same: "a", changed: "a", missing: "a"}
    assert write(texts) == [changed, missing]
    assert {file.read_text("utf-8") for file in texts} == {"a"}
    assert not stale(texts)


def test_a_page_without_its_rule_is_an_orphan() -> None:
    """The pages of rules that are gone are named, the others are not."""
    texts = generated()
    page = ROOT / "docs" / "rules" / "SPN003.md"
    assert orphans({file: text for file, text in texts.items() if file != page}) == [page]


def test_an_unknown_argument_is_not_taken_for_write() -> None:
    """A slip in the argument must not rewrite files."""
    command = [sys.executable, "tools/generate.py", "--chekc"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 2


@pytest.mark.parametrize(
    ("locked", "names", "wanted"),
    [
        ("", {"TXT001": "a"}, "TXT001 a\n"),
        ("TXT001 a\n", {"TXT002": "b", "TXT001": "a"}, "TXT001 a\nTXT002 b\n"),
        ("TXT001 a\n", {"TXT002": "b"}, "TXT001 a retired\nTXT002 b\n"),
        ("TXT001 a retired\n", {"TXT002": "b"}, "TXT001 a retired\nTXT002 b\n"),
    ],
)
def test_the_lock_remembers_every_code(locked: str, names: dict[str, str], wanted: str) -> None:
    """Codes are added, and marked when their rule goes; none is forgotten."""
    assert lock(locked, names) == wanted


@pytest.mark.parametrize("locked", ["TXT001 b\n", "TXT001 a retired\n"])
def test_a_code_is_never_used_again(locked: str) -> None:
    """Neither another name nor a return from retirement gets by."""
    with pytest.raises(LockBroken, match=r"TXT001 .* take a new code"):
        lock(locked, {"TXT001": "a"})


def test_a_broken_example_is_no_output() -> None:
    """A traceback never gets into a README."""
    text = "```python\nraise SystemExit(2)\n```\n\n<!-- output: python -->\n```text\nold\n```\n"
    with pytest.raises(ExampleFailed):
        with_outputs(text, ROOT)


def test_an_example_gets_its_output() -> None:
    """The Python block above the mark is run and the old output replaced."""
    text = "```python\nprint(1 + 1)\n```\n\n<!-- output: python -->\n```text\nold\n```\nafter\n"
    assert with_outputs(text, ROOT) == text.replace("old", "2")


def test_words_mean_nothing_to_markdown() -> None:
    """Asterisks, underscores and bars of a message are shown; placeholders are code."""
    assert escaped("a*b_c|{of_name} [x]") == r"a\*b\_c\|`{of_name}` \[x\]"
    assert code_span("a|b`c") == r"``a\|b`c``"

"""Many applications: the same report from any number of processes, a little at a time, and an end at once."""

import json
import os
import signal
import subprocess
import sys
import time
import tracemalloc
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cases import load as base

from beian_validate import work
from beian_validate.cli import main
from beian_validate.errors import ConfigError
from beian_validate.load.jsonl import lines, ranges
from beian_validate.result import Report
from beian_validate.validator import Validator

VALIDATOR = Validator(as_of=date(2026, 3, 1))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A long file of lines between two short ones, some broken, with ranges of a few lines each."""
    monkeypatch.setattr(work, "RANGE", 6000)
    bad = base("enterprise")
    bad["sponsor"]["name"] = bad["sponsor"]["name"].replace("（", "(")
    rows = [json.dumps(bad if number % 3 else base("enterprise")) for number in range(20)]
    rows[7] = "{x"
    (tmp_path / "b.jsonl").write_text("\n\n".join(rows))
    (tmp_path / "a.json").write_text(f"[{rows[0]}, {rows[1]}]")
    (tmp_path / "c.json").write_text(rows[0])
    return tmp_path


def found(*paths: Path, jobs: int = 1) -> list[Any]:
    return list(work.judged(map(str, paths), lambda _: VALIDATOR, jobs))


def test_any_number_of_processes_gives_the_same(folder: Path) -> None:
    """In order, with index and line counted through the file, also for a file that is given twice."""
    paths = (folder, folder / "missing.json", folder / "b.jsonl", folder / "b.jsonl")
    one = found(*paths)
    several = found(*paths, jobs=3)
    assert [repr(item) for item in several] == [repr(item) for item in one]
    assert [item.index for item in one[:23]] == [0, 1, *range(20), 0]
    (broken,) = [item for item in one[:23] if not item.is_readable]
    assert (broken.index, broken.findings[0].line) == (7, 15)
    assert one[4].findings[0].line == 5


def test_ranges_are_those_of_the_whole_file(tmp_path: Path) -> None:
    """Cut anywhere, no line is lost or read twice."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\xef\xbb\xbf{1}\n\n{22}\r\n{333}\n{4}")
    whole = list(lines(path))
    for size in range(1, 30):
        cut: list[Any] = []
        before = 0
        for start, stop, count in ranges(path, size):
            cut += [(content, line + before) for content, line in lines(path, start, stop)]
            before += count
        assert cut == whole


@pytest.mark.parametrize("format", ["text", "json", "jsonl"])
def test_the_command_writes_the_same(folder: Path, capsysbinary: pytest.CaptureFixture[bytes], format: str) -> None:
    """Whether it works alone or not, to a pipe or to a file."""
    arguments = ["check", str(folder), "--format", format, "--as-of", "2026-03-01"]
    assert main(arguments) == 2
    alone = capsysbinary.readouterr()
    assert main([*arguments, "--jobs", "2", "--output", str(folder / "out")]) == 2
    assert (folder / "out").read_bytes() == alone.out
    assert capsysbinary.readouterr() == (b"", alone.err)


def test_fewer_than_one_process_is_a_mistake() -> None:
    """On the command line, too."""
    with pytest.raises(ConfigError, match="jobs"):
        found(jobs=0)
    assert main(["check", "x.json", "--jobs", "0"]) == 2


def test_memory_stays_flat(tmp_path: Path) -> None:
    """Three times as many lines take no more of it."""
    line = json.dumps(base("enterprise")) + "\n"

    def peak(count: int) -> int:
        path = tmp_path / "a.jsonl"
        path.write_text(line * count)
        tracemalloc.start()
        for report in work.judged([str(path)], lambda _: VALIDATOR):
            assert isinstance(report, Report)
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return highest

    assert peak(3000) < 1.2 * peak(1000)


def _take_interrupts() -> None:
    """A shell's background job, as CI may be, is born deaf to interrupts; the command under test must hear one."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_ends_with_what_was_found(tmp_path: Path, jobs: str) -> None:
    """Status 130, no traceback, whole lines."""
    path = tmp_path / "a.jsonl"
    with path.open("w") as file:
        file.writelines(json.dumps(base("enterprise")) + "\n" for _ in range(30_000))
    command = [sys.executable, "-m", "beian_validate", "check", str(path), "--format", "jsonl", "--jobs", jobs]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        command,
        bufsize=0,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        preexec_fn=_take_interrupts,
    ) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        rest, complaints = process.communicate(timeout=60)
    assert (process.returncode, complaints) == (130, b"")
    assert first.endswith(b"\n")
    assert 0 < len([json.loads(line) for line in rest.splitlines()]) < 29_999

"""Fixes change the value and nothing else, in every format; a file is written whole or stays as it was."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from cases import load as base
from hypothesis import given, settings
from hypothesis import strategies as st

from beian_validate.cli import main
from beian_validate.document import Unreadable
from beian_validate.fix import repair
from beian_validate.validator import Validator

DAY = ("--as-of", "2026-03-01")
NAME = "浙江云栖示例科技（杭州）有限公司"
HALF = "浙江云栖示例科技(杭州)有限公司"
VALIDATOR = Validator(as_of=date(2026, 3, 1))
LAYOUTS: dict[str, Callable[[Any], str]] = {
    "compact": lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":")),
    "indented": lambda value: json.dumps(value, ensure_ascii=False, indent=4) + "\n",
    "ascii": lambda value: json.dumps(value, indent=1),
    "windows": lambda value: "\ufeff" + json.dumps(value, ensure_ascii=False, indent="\t").replace("\n", "\r\n"),
}


def spoilt() -> dict[str, Any]:
    """An application with two slips in one value and one in another."""
    filing = base("enterprise")
    filing["sponsor"]["name"] = f" {HALF}"
    filing["websites"][0]["home_urls"] = ["http://www.example.cn"]
    return filing


def repaired(text: str, suffix: str = ".json", suggested: bool = False) -> str:
    return repair(text.encode(), suffix, VALIDATOR, suggested).data.decode()


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_only_the_value_changes(layout: Callable[[Any], str]) -> None:
    """Blanks, order, escapes, line ends and the mark stay; several rounds repair one value whole."""
    good = spoilt()
    good["sponsor"]["name"] = NAME
    good["websites"][0]["home_urls"] = ["www.example.cn"]
    assert repaired(layout(spoilt())) == layout(good)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_a_good_file_stays_as_it_is(layout: Callable[[Any], str]) -> None:
    """Byte by byte."""
    assert repaired(layout(base("enterprise"))) == layout(base("enterprise"))


def test_every_item_of_an_array_is_repaired() -> None:
    """Each at its own place."""
    fixed = json.loads(repaired(json.dumps([base("enterprise"), spoilt(), spoilt()])))
    assert [item["sponsor"]["name"] for item in fixed] == [NAME] * 3


def test_every_line_is_repaired() -> None:
    """Blank lines and line ends stay."""
    line = json.dumps(spoilt(), ensure_ascii=False)
    fixed = repaired(f"{line}\r\n\r\n{line}", ".jsonl")
    assert [json.loads(part)["sponsor"]["name"] for part in fixed.split("\r\n\r\n")] == [NAME, NAME]
    assert fixed.count("\r\n") == 2


YAML = """\
# kept by Ms Example
id: A-1   # our number
sponsor:
  name: {quote}{name}{quote}  # as on the licence
  nature: enterprise
websites:
- home_urls: [http://www.example.cn, "https://example.cn/"]
  name: 示例
"""


@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_comments_and_quotes_stay(quote: str) -> None:
    """YAML changes in place, too."""
    expected = YAML.format(name=NAME, quote=quote)
    for old, new in (("http://www.example.cn", "www.example.cn"), ("https://example.cn/", "example.cn")):
        expected = expected.replace(old, new)
    assert repaired(YAML.format(name=HALF, quote=quote), ".yaml") == expected


def test_a_block_of_lines_stays_readable() -> None:
    """It becomes one line, what follows stays."""
    fixed = repaired(f"sponsor:\n  name: |\n    {HALF}\n  nature: enterprise\n", ".yaml")
    assert yaml.safe_load(fixed) == {"sponsor": {"name": NAME, "nature": "enterprise"}}


@pytest.mark.parametrize("suffix", [".json", ".yaml"])
@pytest.mark.parametrize("remark", [None, "", "补充说明"])
def test_suggestions_are_applied_when_asked_for(suffix: str, remark: str | None) -> None:
    """A key that is not there yet is written, too."""
    filing = base("enterprise")
    filing["sponsor"] |= {"default_remark": "预填: 内容", "remark": remark}
    if remark is None:
        del filing["sponsor"]["remark"]
    text = json.dumps(filing, indent=2) if suffix == ".json" else yaml.safe_dump(filing, sort_keys=False)
    assert repaired(text, suffix) == text
    fixed = yaml.safe_load(repaired(text, suffix, suggested=True))
    assert fixed["sponsor"]["remark"] == f"预填: 内容{remark or ''}"
    assert {**fixed, "sponsor": 0} == {**yaml.safe_load(text), "sponsor": 0}


@settings(deadline=None)
@given(st.text(max_size=30))
def test_any_name_survives_in_yaml(text: str) -> None:
    """What is repaired in YAML reads as what is repaired in JSON, whatever the text."""
    value = {"sponsor": {"name": text, "nature": "enterprise"}}
    in_json = json.loads(repaired(json.dumps(value)))
    in_yaml = yaml.safe_load(repaired(yaml.safe_dump(value), ".yaml"))
    assert in_yaml["sponsor"]["name"] == in_json["sponsor"]["name"]


@pytest.mark.parametrize(
    ("text", "suffix", "line"), [("{", ".json", 1), ('{}\n{"a" 1}\n', ".jsonl", 2), ("a: *b", ".yaml", 1)]
)
def test_what_cannot_be_read_is_told_with_its_place(text: str, suffix: str, line: int) -> None:
    """The line is that of the file."""
    with pytest.raises(Unreadable) as caught:
        repaired(text, suffix)
    assert caught.value.place.line == line


def test_the_command_writes_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A broken file beside it stays as it is, and no other file is left behind."""
    (tmp_path / "a.json").write_text(LAYOUTS["indented"](spoilt()), "utf-8")
    (tmp_path / "b.json").write_text("{x", "utf-8")
    (tmp_path / "a.json").chmod(0o640)
    assert main(["fix", str(tmp_path), *DAY]) == 2
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["sponsor"]["name"] == NAME
    assert (tmp_path / "a.json").stat().st_mode & 0o777 == 0o640
    assert ((tmp_path / "b.json").read_text(), len(list(tmp_path.iterdir()))) == ("{x", 2)
    assert "b.json:1:2:" in capsys.readouterr().err


def test_a_file_that_cannot_be_replaced_is_not_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a file is never written."""
    path = tmp_path / "a.json"
    path.write_text(LAYOUTS["indented"](spoilt()), "utf-8")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert main(["fix", str(path), *DAY]) == 2
    assert path.read_text("utf-8") == LAYOUTS["indented"](spoilt())
    assert [file.name for file in tmp_path.iterdir()] == ["a.json"]


def test_the_diff_shows_no_personal_value(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The name of a company is shown, a phone number is not, and nothing is written."""
    filing = spoilt()
    filing["sponsor"]["person_in_charge"]["mobile"] = "１3957100011"
    path = tmp_path / "a.json"
    path.write_text(LAYOUTS["indented"](filing), "utf-8")
    assert main(["fix", str(path), "--diff", *DAY]) == 0
    out = capsys.readouterr().out
    assert f'+        "name": "{NAME}",' in out
    assert "3957100011" not in out
    assert path.read_text("utf-8") == LAYOUTS["indented"](filing)
    main(["fix", str(path), "--diff", "--show-values", *DAY])
    assert "13957100011" in capsys.readouterr().out

"""Accepted findings: by a waiver with a reason and an end, or because a baseline has them."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cases import load as base

from beian_validate.cli import main
from beian_validate.errors import ConfigError
from beian_validate.result import Report
from beian_validate.validator import Validator
from beian_validate.waivers import accepted, baseline, read_baseline, read_waivers

DAY = date(2026, 3, 1)
GOOD = {
    "code": "SPN003", "pointer": "/sponsor/name", "reason": "printed so", "approver": "legal", "expires": "2026-12-31",
}  # fmt: skip
Check = Callable[..., tuple[int, dict[str, Any]]]


def spoilt() -> dict[str, Any]:
    filing = base("enterprise")
    filing["sponsor"]["name"] = filing["sponsor"]["name"].replace("（", "(").replace("）", ")")
    return filing


def written(*rows: Mapping[str, object]) -> bytes:
    lines = [f"{key} = {json.dumps(value)}" for row in rows for key, value in [("", ""), *row.items()]]
    return "\n".join(lines).replace(' = ""\n', "[[waivers]]\n", len(rows)).encode()


def judged(*rows: Mapping[str, object]) -> tuple[Report, Report | None]:
    waivers = read_waivers(written(*rows), "waivers.toml", DAY)
    return waivers.apply(Validator(as_of=DAY).validate(spoilt())), waivers.report()


@pytest.fixture
def check(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Check:
    """Check one spoilt application in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    Path("a.json").write_text(json.dumps(spoilt()))

    def call(*options: str) -> tuple[int, dict[str, Any]]:
        status = main(["check", "a.json", "--as-of", "2026-03-01", "--format", "json", *options])
        return status, json.loads(capsysbinary.readouterr().out or "{}")

    return call


@pytest.mark.parametrize("target", [{}, {"application": "A-1001"}, {"code": "spn003"}, {"code": "half-width-brackets"}])
def test_a_waived_finding_no_longer_counts(target: dict[str, object]) -> None:
    """It stays in the report with who accepted it, why and until when."""
    report, about = judged({**GOOD, **target})
    assert (report.verdict, about) == ("ready", None)
    assert report.findings[0].waived == {
        "by": "waiver", "reason": "printed so", "approver": "legal", "expires": "2026-12-31",
    }  # fmt: skip


def test_a_fingerprint_will_do() -> None:
    """Instead of a pointer."""
    (finding,) = Validator(as_of=DAY).validate(spoilt()).findings
    row = {key: value for key, value in GOOD.items() if key != "pointer"}
    assert judged({**row, "fingerprint": finding.fingerprint})[0].verdict == "ready"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"expires": "2026-02-28"}, "WVR001"),
        ({"pointer": "/sponsor"}, "WVR002"),
        ({"application": "A-2"}, "WVR002"),
        ({"code": "SPN004"}, "WVR002"),
        ({"reason": " "}, "WVR003"),
        ({"approver": 5}, "WVR003"),
        ({"expires": "soon"}, "WVR003"),
        ({"code": "NOPE"}, "WVR003"),
        ({"until": "2026-12-31"}, "WVR003"),
        ({"pointer": 5}, "WVR003"),
    ],
)
def test_a_waiver_that_does_not_count_is_told(change: dict[str, object], told: str) -> None:
    """With its line in the file; the finding counts again."""
    report, about = judged({**GOOD, "code": "WEB001"}, {**GOOD, **change})
    assert report.verdict == "not_ready"
    assert about is not None
    (finding,) = [finding for finding in about.findings if finding.line == 7]
    assert (finding.code, about.source) == (told, "waivers.toml")
    assert finding.message("zh") != finding.message("en")


@pytest.mark.parametrize("key", ["code", "reason", "approver", "expires", "pointer"])
def test_every_key_is_required(key: str) -> None:
    """The message names it."""
    row: dict[str, object] = {name: value for name, value in GOOD.items() if name != key}
    _, about = judged(row)
    assert about is not None
    assert [(f.code, f.params["key"]) for f in about.findings] == [("WVR003", key)]


@pytest.mark.parametrize("data", [b"x", b"waivers = 1", b"[other]", b"\xff"])
def test_what_is_no_file_of_waivers_is_refused(data: bytes) -> None:
    """Nothing is passed over in silence."""
    with pytest.raises(ConfigError, match=r"w\.toml"):
        read_waivers(data, "w.toml", DAY)


def test_the_last_day_counts() -> None:
    """A waiver ends with the day, not before it."""
    assert judged({**GOOD, "expires": "2026-03-01"})[0].verdict == "ready"


def test_waivers_on_the_command_line(check: Check) -> None:
    """An expired one is a warning in a report of its own."""
    Path("w.toml").write_bytes(written(GOOD))
    assert check("--waivers", "w.toml")[0] == 0
    Path("w.toml").write_bytes(written({**GOOD, "expires": "2026-01-01"}))
    status, report = check("--waivers", "w.toml")
    assert (status, [a["source"] for a in report["applications"]]) == (1, ["a.json", "w.toml"])
    assert check("--waivers", "none.toml")[0] == 2


def test_a_baseline_holds_back_what_was_there(check: Check) -> None:
    """What is new still fails; the file holds no value of an application."""
    assert check("--write-baseline", "b.json")[0] == 1
    assert check("--baseline", "b.json")[0] == 0
    assert spoilt()["sponsor"]["name"] not in Path("b.json").read_text()
    filing = spoilt()
    filing["websites"][0]["home_urls"] = ["http://www.example.cn"]
    Path("a.json").write_text(json.dumps(filing))
    status, report = check("--baseline", "b.json")
    assert status == 1
    waived = {f["code"]: f["waived"] for f in report["applications"][0]["findings"]}
    assert waived.pop("SPN003") == {"by": "baseline"}
    assert waived
    assert set(waived.values()) == {None}


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"applications": []}', b'{"applications": {"a": 1}}'])
def test_what_is_no_baseline_is_refused(data: bytes) -> None:
    """With the option that writes one."""
    with pytest.raises(ConfigError, match="--write-baseline"):
        read_baseline(data, "b.json")


def test_a_baseline_is_of_one_application() -> None:
    """The same finding in another file is new."""
    report = Validator(as_of=DAY).validate(spoilt())
    known = read_baseline(baseline([report.at("a\\b.json", 0)]).encode(), "b.json")
    assert accepted(report.at("a/b.json", 0), known).verdict == "ready"
    assert accepted(report.at("a/b.json", 1), known).verdict == "not_ready"


def test_ahead_judges_a_later_day(check: Check) -> None:
    """What expires by then is refused then."""
    filing = base("enterprise")
    filing["sponsor"]["certificate"]["valid_to"] = "2026-05-01"
    Path("a.json").write_text(json.dumps(filing))
    now, then = check("--fail-on", "error"), check("--fail-on", "error", "--ahead", "90")
    assert (now[1]["as_of"], then[1]["as_of"]) == ("2026-03-01", "2026-05-30")
    assert (now[0], then[0]) == (0, 1)
    assert check("--ahead", "99999999")[0] == 2

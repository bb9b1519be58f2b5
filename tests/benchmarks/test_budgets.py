"""The budgets of speed, as ratios measured in one run; run them with `python3 dev.py bench`.

Every application has names, numbers, addresses and telephones of its own, so that nothing remembered from an earlier
one can flatter the figures.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from itertools import count
from typing import Any

import pytest
from cases import load

from beian_validate import Application, Validator
from beian_validate.checks import credit_code, organisation_code, resident_id

PER_ROUND, ROUNDS = 20, 60
Job = Callable[[bytes], object]
OF_PARSE, OF_START = 4.0, 2.2
"""A right application costs at most four bare parses; `--version` at most 2.2 starts of Python."""
MOST_ASKED = 8
"""Articles that no glance settles on an application with three websites."""
_IDENTITIES = count(1)
SYLLABLES = "澜岚汐沐栩桐槿煜熠瑾璟瑶琪铭锦霁韵颖嘉沁"
"""Characters for names that no earlier application had; together they make no listed word."""


def _renewed(text: str) -> str:
    """The same application of another company and another person, with other places and numbers."""
    number = next(_IDENTITIES)
    body = f"{number:08d}"
    first_17 = f"91330106{body}{organisation_code.check_character(body)}"
    person = f"33010619{70 + number % 30:02d}0312{number // 30 % 1000:03d}"
    for old, new in (
        ("91330106MA2EXMP10F", first_17 + credit_code.check_character(first_17)),
        ("33010619850312001X", person + resident_id.check_character(person)),
        ("云栖", _syllables(number)),
        ("周示例", f"周{_syllables(number + 7)}"),
        ("文三路100号2幢301室", f"文三路{number % 900 + 1}号{number % 9 + 1}幢{number % 300 + 100}室"),
        ("13957100011", f"139571{number % 90000 + 10000}"),
        ("13957100022", f"138571{number % 90000 + 10000}"),
        ("0571-88000011", f"0571-88{number % 900000 + 100000}"),
        ("zhou@example.cn", f"zhou{number}@example.cn"),
        ("yunqi-shili", f"yunqi-shili-{number}x"),
        ("47.96.10.20", f"47.96.{number // 250 % 250 + 1}.{number % 250 + 1}"),
    ):
        assert old in text
        text = text.replace(old, new)
    return text


def _syllables(number: int) -> str:
    return SYLLABLES[number % len(SYLLABLES)] + SYLLABLES[number // len(SYLLABLES) % len(SYLLABLES)]


def _filing(websites: int, *, is_faulty: bool) -> bytes:
    """The enterprise of the examples made anew, with as many websites as are asked for."""
    filing: dict[str, Any] = json.loads(_renewed(json.dumps(load("enterprise"), ensure_ascii=False)))
    sites = [json.loads(json.dumps(filing["websites"][0])) for _ in range(websites)]
    for index, site in enumerate(sites):
        domain = site["domains"][0]["name"].replace("x.cn", f"-{index}.cn")
        site["domains"][0]["name"], site["home_urls"] = domain, [f"www.{domain}"]
        site["service_number"]["value"] = f"6f1c2d7e-3a4b-8c5d-9e0f-{next(_IDENTITIES):012x}"
        if is_faulty:
            site["service_number"]["value"] = site["service_number"]["value"][:20]
            site["name"] = "中国云栖（示例)"
    if is_faulty:
        filing["sponsor"]["name"] = filing["sponsor"]["name"].replace("（", "(")
    return json.dumps({**filing, "websites": sites}, ensure_ascii=False).encode()


def _microseconds(jobs: tuple[Job, ...], websites: int, *, is_faulty: bool) -> tuple[float, ...]:
    """The best round of each job, per application: the machine's noise only ever adds.

    The jobs take turns in changing order, each with filings that none has seen, so that a slow time meets all of them.
    """
    best = [float("inf")] * len(jobs)
    for first in range(ROUNDS):
        for turn in range(len(jobs)):
            position = (first + turn) % len(jobs)
            job = jobs[position]
            filings = [_filing(websites, is_faulty=is_faulty) for _ in range(PER_ROUND)]
            start = time.perf_counter()
            for filing in filings:
                job(filing)
            best[position] = min(best[position], (time.perf_counter() - start) / PER_ROUND)
    return tuple(seconds * 1e6 for seconds in best)


@pytest.mark.parametrize("is_faulty", [False, True], ids=["right", "faulty"])
@pytest.mark.parametrize("websites", [1, 3, 20])
def test_validation_against_the_bare_parse(websites: int, is_faulty: bool, record_property: Any) -> None:
    """Validation of a right application stays within four times the parse of the same bytes."""
    validator = Validator(as_of=date(2026, 3, 1))
    jobs: tuple[Job, ...] = (json.loads, Application.model_validate_json, validator.validate_json)
    loads, parse, whole = _microseconds(jobs, websites, is_faulty=is_faulty)
    kind = "faulty" if is_faulty else "right"
    print(f"\n{websites:3d} websites {kind:7s} json.loads {loads:8.1f} µs  parse {parse:8.1f}  validate {whole:9.1f}"
          f"  = {whole / parse:5.2f} x parse")  # fmt: skip
    record_property("ratio", whole / parse)
    if not is_faulty:
        assert whole / parse <= OF_PARSE


@pytest.mark.parametrize("websites", [1, 3, 20])
def test_what_is_measured_is_right(websites: int) -> None:
    """The right applications are ready, whatever names they were given; a fault would be no measure."""
    validator = Validator(as_of=date(2026, 3, 1))
    for _ in range(40):
        assert [str(found.code) for found in validator.validate_json(_filing(websites, is_faulty=False)).findings] == []


def test_few_articles_are_asked_about_a_right_application() -> None:
    """What no glance settles is asked one by one: a new article that every application meets is worth a glance."""
    validator = Validator(as_of=date(2026, 3, 1))
    application = Application.model_validate_json(_filing(3, is_faulty=False))
    asked: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "beian_validate.engine._judge",
            lambda _node, groups, *_: asked.extend(check.codes[0] for group in groups for check in group.checks),
        )
        validator.validate(application)
    print(f"\narticles asked: {', '.join(asked) or 'none'}")
    assert len(asked) <= MOST_ASKED


def test_cost_is_linear_in_websites() -> None:
    """Twenty websites cost no more per website than three do, but for the noise."""
    validator = Validator(as_of=date(2026, 3, 1))
    (three,) = _microseconds((validator.validate_json,), 3, is_faulty=True)
    (twenty,) = _microseconds((validator.validate_json,), 20, is_faulty=True)
    print(f"\nper website: of three {three / 3:7.1f} µs, of twenty {twenty / 20:7.1f} µs")
    assert twenty / 20 <= three / 3 * 1.3


def test_start_up() -> None:
    """`--version` costs little more than starting Python."""
    commands = {"python": ["-c", "pass"], "version": ["-m", "beian_validate", "--version"]}
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(15):
        for name, arguments in commands.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
            best[name] = min(best[name], time.perf_counter() - start)
    print(f"\nstart of Python {best['python'] * 1e3:.1f} ms, --version {best['version'] * 1e3:.1f} ms")
    assert best["version"] <= OF_START * best["python"]

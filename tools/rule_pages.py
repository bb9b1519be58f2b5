"""The page of a rule for people: its words in both languages, its cases before and after, its sources."""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from cases import Case, cases_of, encoded

from beian_validate.pages import Page, UnknownCode, page
from beian_validate.refusals import prevented_by
from beian_validate.rule import Rule
from beian_validate.tables.bibliography import source

LONGEST = 120
SEVERITIES = {"error": "错误 error", "warning": "警告 warning", "advice": "建议 advice"}
LANGUAGES = {
    "zh": ("中文", "提示", "原因", "修正步骤", "避免的驳回提示"),
    "en": ("English", "Message", "Why", "Repair", "Refusals it prevents"),
}
FAMILIES = {
    "ACC": "接入 access",
    "APP": "APP apps",
    "CER": "证件 certificates",
    "CON": "一致性 consistency",
    "DOM": "域名 domains",
    "MAT": "材料 materials",
    "NAM": "名称 site and app names",
    "PER": "负责人与联系方式 persons and contacts",
    "PRE": "前置审批 pre-approval",
    "PRV": "属地 province",
    "PUB": "备案后 after approval",
    "SCH": "数据结构 shape of the input",
    "SPN": "主办者 sponsor",
    "SVC": "备案服务号 service numbers",
    "SYS": "工具本身 the tool itself",
    "TIM": "时限 deadlines",
    "TXT": "文字 text hygiene",
    "WEB": "网站 website",
    "WVR": "豁免 waivers",
}
NOTE = "<!-- Written by `python3 dev.py generate` from the rule and its page; change those. -->"


def contents(rules: tuple[Rule, ...]) -> str:
    """The list of all pages, family by family."""
    lines = [NOTE, "", "# 规则 Rules", ""]
    for family, members in groupby(rules, key=lambda rule: rule.code.family):
        lines += [f"## {family} {FAMILIES.get(family, '')}".rstrip(), "", "| 代码 Code | 级别 Severity | 标题 Title |"]
        lines += ["| --- | --- | --- |", *map(_entry, members), ""]
    return "\n".join(lines)


def _entry(rule: Rule) -> str:
    severity = SEVERITIES[rule.severity.value]
    try:
        words = page(rule.code)
    except UnknownCode:
        return f"| {rule.code} | {severity} | {rule.name} |"
    titles = "<br>".join(escaped(words.title(lang)) for lang in LANGUAGES)
    return f"| [{rule.code}]({rule.code}.md) | {severity} | {titles} |"


def rule_page(rule: Rule) -> str:
    """The page of one rule.

    Raises:
        UnknownCode: nobody has written its words yet.
    """
    words = page(rule.code)
    blocks = [
        NOTE,
        f"# {rule.code} {escaped(words.title('zh'))}",
        escaped(words.title("en")),
        _facts(rule),
        *(block for lang in LANGUAGES for block in _language(words, lang)),
        *_cases(str(rule.code)),
        "## 依据 Source",
        "\n".join(_source(cited.id, cited.article) for cited in rule.sources),
    ]
    return "\n\n".join(blocks) + "\n"


def _facts(rule: Rule) -> str:
    facts = [f"`{rule.name}`", SEVERITIES[rule.severity.value]]
    facts += ["人工核对 for a person to look at"] if rule.manual else []
    facts += [f"自 since {rule.since}"] if rule.since else []
    facts += [f"至 until {rule.until}"] if rule.until else []
    return " · ".join(facts)


def _language(words: Page, lang: str) -> Iterator[str]:
    name, message, why, repair, prevents = LANGUAGES[lang]
    yield f"## {name}"
    yield f"**{message}** {escaped(words.body['message'][lang])}"
    yield f"**{why}** {escaped(words.why(lang))}"
    yield f"**{repair}**"
    yield "\n".join(f"{number}. {escaped(step)}" for number, step in enumerate(words.body["remedy"][lang], 1))
    if prevented_by(words.code):
        yield f"**{prevents}**"
        yield "\n".join(f"- {escaped(text)}" for text in prevented_by(words.code))


def _cases(code: str) -> Iterator[str]:
    cases = tuple(cases_of(code))
    if cases:
        yield "## 修改前后 Before and after"
    for case in cases:
        yield f"{case.number}. {escaped(case.note)}"
        rows = tuple(_rows(case))
        if rows:
            yield "\n".join(("| 位置 Place | 修改前 Before | 修改后 After |", "| --- | --- | --- |", *rows))


def _rows(case: Case) -> Iterator[str]:
    """Every value that the repair changes; nothing where the input is no JSON at all."""
    try:
        before, after = (json.loads(encoded(case.base, *patches)) for patches in ((case.bad,), (case.bad, case.repair)))
    except (ValueError, RecursionError):
        return
    for pointer in dict.fromkeys([case.at, *_pointers(case.bad), *_pointers(case.repair)]):
        was, now = _value(before, pointer), _value(after, pointer)
        if pointer and was != now:
            yield f"| {code_span(pointer)} | {was} | {now} |"


def _pointers(patch: Mapping[str, Any]) -> Iterator[str]:
    for key, value in patch.items():
        if not key.startswith("~"):
            yield key
        elif key in ("~copy", "~repeat", "~remove"):
            yield from value


def _value(data: Any, pointer: str) -> str:
    """The value at a pointer as a reader may see it; a dash where there is none."""
    for step in pointer.split("/")[1:]:
        try:
            data = data[-1 if step == "-" else int(step)] if isinstance(data, list) else data[step]
        except (KeyError, IndexError, ValueError, TypeError):
            return "—"
    return code_span(_cut(_visible(json.dumps(data, ensure_ascii=False))))


def _visible(text: str) -> str:
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def _source(identifier: str, article: str) -> str:
    entry = source(identifier)
    titles = " / ".join(dict.fromkeys((entry.title("zh"), entry.title("en"))))
    publishers = " / ".join(dict.fromkeys((entry.publisher("zh"), entry.publisher("en"))))
    clause = f" {article}" if article else ""
    return escaped(f"- {titles}{clause} — {publishers}, {entry.where} ({entry.as_of})")


def escaped(text: str) -> str:
    """A text whose characters mean nothing to Markdown; placeholders are shown as code."""
    parts = re.split(r"(\{\w+\})", text)
    return "".join(
        f"`{part}`" if number % 2 else re.sub(r"([\\`*_<>\[\]|])", r"\\\1", part) for number, part in enumerate(parts)
    )


def code_span(text: str) -> str:
    """A text as code, also within a table."""
    fence = "``" if "`" in text else "`"
    return f"{fence}{text}{fence}".replace("|", "\\|")

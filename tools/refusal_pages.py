"""What follows from the table of refusals: a page per stage, the entry page, and the links of the rule pages."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from rule_pages import NOTE, escaped

from beian_validate.explanation import CERTAINTIES, STAGES, origin_of, why_no_rule
from beian_validate.refusals import Refusal, prevented_by, refusals

TABLE_NOTE = NOTE.replace("the rule and its page", "src/beian_validate/tables/refusals.toml")
PREVENTS = re.compile(r"^prevents = \[.*?\]$", re.MULTILINE | re.DOTALL)
LANGUAGES = {
    "zh": ("原因", "处理步骤"),
    "en": ("Cause", "What to do"),
}
INTRODUCTION = """# 我的备案被驳回了 My filing was refused

把收到的原文整段交给 `explain`，它给出可能的原因、处理步骤、可疑字段和能提前发现的规则：

```console
$ beian-validate explain "您输入的备案服务号不存在，请检查输入是否正确"
$ beian-validate explain --application filing.json "网站名称不符合要求；身份证已过期"
$ beian-validate explain 1005
```

Paste the whole message as it stands: courtesy, traditional characters, cut-off text and several reasons in one
message do no harm. `--application` shows which of the suspected fields are wrong in your application. A return code
of the ministry's system is enough by itself. Where nothing fits, `explain` says so and exits with status 3.

没有认出来的，带上订单号问接入商客服（阿里云拨95187转3）是哪个字段；认为是工商登记有误的，先请登记机关更正。
Where nothing helps, give the order number to the provider's help line (Alibaba Cloud: 95187, key 3)."""


def linked(folder: Path) -> Mapping[Path, str]:
    """The words of every rule with the messages that it prevents, as the refusals name it."""
    return {file: _linked(file) for file in sorted(folder.glob("*.toml"))}


def _linked(file: Path) -> str:
    messages = prevented_by(file.stem)
    if not messages:
        line = "prevents = []"
    else:
        listed = ", ".join(f'"{message}"' for message in messages)
        line = f"prevents = [{listed}]"
        if len(line) > 120:
            line = "prevents = [\n" + "".join(f'    "{message}",\n' for message in messages) + "]"
    return PREVENTS.sub(line, file.read_text("utf-8"), count=1)


def refusal_pages(folder: Path) -> Mapping[Path, str]:
    """The entry page and one page per stage.

    Parameters:
        folder: `docs`.
    """
    pages = {folder / "rules" / "refusals" / f"{stage}.md": _page(stage) for stage in STAGES}
    return {folder / "refused.md": _entry_page(), **pages}


def _of(stage: str) -> tuple[Refusal, ...]:
    return tuple(refusal for refusal in refusals() if refusal.stage == stage)


def _entry_page() -> str:
    blocks = [TABLE_NOTE, INTRODUCTION]
    for stage, names in STAGES.items():
        blocks.append(f"## {names['zh']} {names['en']}")
        blocks.append("\n".join(f"- [{escaped(r.message)}](rules/refusals/{stage}.md#{r.id})" for r in _of(stage)))
    blocks += ["## 没有规则能提前发现的 What no rule can find before", "\n".join(_unfound())]
    return "\n\n".join(blocks) + "\n"


def _unfound() -> Iterator[str]:
    for refusal in refusals():
        if not refusal.rules:
            why = f"{why_no_rule(refusal, 'zh')} / {why_no_rule(refusal, 'en')}"
            yield f"- [{escaped(refusal.message)}](rules/refusals/{refusal.stage}.md#{refusal.id}): {escaped(why)}"


def _page(stage: str) -> str:
    names = STAGES[stage]
    heading = f"# 驳回与提示：{names['zh']} Refusals: {names['en']}"
    back = "[我的备案被驳回了 My filing was refused](../../refused.md)"
    return "\n\n".join([TABLE_NOTE, heading, back, *(block for r in _of(stage) for block in _refusal(r))]) + "\n"


def _refusal(refusal: Refusal) -> Iterator[str]:
    yield f'<a id="{refusal.id}"></a>'
    yield f"## {escaped(refusal.message)}"
    yield " · ".join(_facts(refusal))
    for lang, (cause, what) in LANGUAGES.items():
        yield f"**{cause}** {escaped(refusal.cause[lang])}"
        steps = "\n".join(f"{number}. {escaped(step)}" for number, step in enumerate(refusal.steps[lang], 1))
        yield f"**{what}**\n\n{steps}"
    if refusal.rules:
        codes = ", ".join(f"[{code}](../{code}.md)" for code in refusal.rules)
        yield f"**可提前发现的规则 Rules that find it before** {codes}"
    else:
        why = f"{why_no_rule(refusal, 'zh')} / {why_no_rule(refusal, 'en')}"
        yield f"**没有规则能提前发现 No rule can find it before** {escaped(why)}"
    yield "**出处 Source** " + "; ".join(escaped(origin_of(identifier, "", "zh")) for identifier in refusal.sources)


def _facts(refusal: Refusal) -> Iterator[str]:
    certainty = CERTAINTIES[refusal.certainty]
    yield f"{certainty['zh']} {certainty['en']}"
    if refusal.number:
        yield f"MIIT {refusal.number}"
    if refusal.field:
        yield f"`{refusal.field}`"
    if len(refusal.keys) > 1:
        yield "也写作 also: " + "; ".join(map(escaped, refusal.keys[1:]))

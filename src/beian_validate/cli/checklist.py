"""`checklist`: the documents of an application as text, JSON or Markdown with boxes to tick."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import date

from beian_validate.cli import OK, UNUSABLE
from beian_validate.cli.parser import language
from beian_validate.errors import ConfigError
from beian_validate.explanation import told_by
from beian_validate.load.one import application_at
from beian_validate.materials import Checklist, Document, checklist
from beian_validate.report.markdown import inert

_WORDS = {
    "zh": ("备案材料", "已有", "待备", "视情况", "人工核对", "归属", "形式", "依据", "还缺 {} 项"),
    "en": (
        "Documents", "there", "to do", "if it applies", "For a person to look at", "about", "form", "source",
        "{} missing",
    ),
}  # fmt: skip


def run(options: Namespace) -> int:
    """Print the list of documents of one application."""
    lang = options.lang or language()
    try:
        found = checklist(
            application_at(options.path),
            as_of=options.as_of or date.today(),
            provider=options.provider,
            province=options.province,
        )
    except ConfigError as error:
        sys.stderr.write(f"beian-validate: {error}\n")
        return UNUSABLE
    write = {"text": as_text, "json": as_json, "markdown": as_markdown}[options.format]
    sys.stdout.buffer.write(write(found, lang).encode("utf-8", "backslashreplace"))
    sys.stdout.flush()
    return OK


def as_text(found: Checklist, lang: str) -> str:
    """The list for people, on a terminal."""
    title, *_, looks, _, _, _, missing = _WORDS[lang]
    lines = [f"{title} ({missing.format(len(found.missing))})", ""]
    for document in found.documents:
        lines += [
            f"[{_state(document, lang)}] {document.name.label(lang)}",
            *(f"    {it}" for it in _facts(document, lang)),
        ]
    lines += ["", looks, ""]
    for look in found.looks:
        lines += [f"· {look.text.label(lang)}", f"      — {told_by((cited.id for cited in look.sources), lang)}"]
    return "\n".join(lines) + "\n"


def as_json(found: Checklist, lang: str) -> str:
    """The list as JSON."""
    return json.dumps(found.to_dict(lang), ensure_ascii=False, indent=2) + "\n"


def as_markdown(found: Checklist, lang: str) -> str:
    """The list with boxes to tick."""
    title, *_, looks, _, _, _, missing = _WORDS[lang]
    lines = [f"## {title} ({missing.format(len(found.missing))})", ""]
    for document in found.documents:
        note = f" ({_state(document, lang)})" if document.is_conditional and not document.is_held else ""
        lines.append(f"- [{'x' if document.is_held else ' '}] **{inert(document.name.label(lang))}**{note}")
        lines += [f"  - {inert(fact)}" for fact in _facts(document, lang)]
    lines += ["", f"## {looks}", ""]
    lines += [
        f"- [ ] {inert(look.text.label(lang))} — {inert(told_by((cited.id for cited in look.sources), lang))}"
        for look in found.looks
    ]
    return "\n".join(lines) + "\n"


def _state(document: Document, lang: str) -> str:
    _, there, to_do, if_it_applies, *_ = _WORDS[lang]
    return there if document.is_held else if_it_applies if document.is_conditional else to_do


def _facts(document: Document, lang: str) -> Iterator[str]:
    *_, about, form, source, _ = _WORDS[lang]
    colon = "：" if lang == "zh" else ": "
    yield document.reason.label(lang)
    yield f"{about}{colon}{document.about}"
    yield f"{form}{colon}{document.form.label(lang)}"
    yield f"{source}{colon}{told_by((cited.id for cited in document.sources), lang)}"

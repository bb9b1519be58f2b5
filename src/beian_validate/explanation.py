"""Explain a code: what the rule asks, why, how to repair a filing, where the rule comes from."""

from beian_validate import pages
from beian_validate.errors import ConfigError, nearest
from beian_validate import index
from beian_validate.tables.bibliography import source

_HEADINGS = {
    "zh": ("提示", "原因", "修正步骤", "依据", "避免的驳回提示", "级别"),
    "en": ("Message", "Why", "Repair", "Source", "Refusals it prevents", "Severity"),
}


def explain(code: str, *, lang: str = "zh") -> str:
    """The page of a rule as plain text.

    Parameters:
        code: a code such as `SPN003`, or the name of the rule.
        lang: `zh` or `en`.

    Raises:
        ConfigError: no rule has that code or name; names the nearest.
    """
    entry = index.find(code)
    if entry is None:
        raise ConfigError(f"no rule {code!r}{nearest(code, index.names())}")
    message, why, repair, origin, prevents, severity = _HEADINGS[lang]
    page = pages.page(entry.code)
    blocks = [
        f"{entry.code} {entry.name}: {page.title(lang)}",
        f"{severity}: {entry.severity}",
        f"{message}: {page.body['message'][lang]}",
        f"{why}: {page.why(lang)}",
        f"{repair}:",
        *(f"  {number}. {step}" for number, step in enumerate(page.body["remedy"][lang], 1)),
        f"{origin}:",
        *(f"  {_origin(identifier, article, lang)}" for identifier, article in entry.sources),
    ]
    messages = page.body.get("prevents", [])
    blocks += [f"{prevents}:", *(f"  {text}" for text in messages)] if messages else []
    return "\n".join(blocks) + "\n"


def _origin(identifier: str, article: str, lang: str) -> str:
    entry = source(identifier)
    return f"{entry.title(lang)} {article} — {entry.publisher(lang)}, {entry.where} ({entry.as_of})".replace("  ", " ")

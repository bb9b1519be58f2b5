"""Explain a code or a refusal: what is asked, why, how to repair a filing, where that comes from."""

from collections.abc import Iterable, Iterator

from beian_validate import index, pages
from beian_validate.errors import ConfigError, nearest
from beian_validate.recognition import Match, match, names_something
from beian_validate.refusals import REASONS, Refusal, prevented_by
from beian_validate.tables.bibliography import source

_HEADINGS = {
    "zh": ("提示", "原因", "修正步骤", "依据", "避免的驳回提示", "级别"),
    "en": ("Message", "Why", "Repair", "Source", "Refusals it prevents", "Severity"),
}
_REFUSAL_HEADINGS = {
    "zh": ("原因", "处理步骤", "可疑字段", "可提前发现的规则", "没有规则能提前发现", "出处", "吻合度"),
    "en": (
        "Cause",
        "What to do",
        "Suspected field",
        "Rules that find it before",
        "No rule can find it before",
        "Source",
        "fit",
    ),
}
STAGES = {
    "console": {"zh": "控制台", "en": "console"},
    "provider_review": {"zh": "接入商初审", "en": "provider's review"},
    "authority_review": {"zh": "管局审核", "en": "authority's review"},
    "miit_system": {"zh": "工信部系统", "en": "ministry's system"},
    "sms": {"zh": "短信核验", "en": "SMS verification"},
    "after_filing": {"zh": "备案之后", "en": "after the filing"},
}
CERTAINTIES = {
    "literal": {"zh": "真实提示", "en": "a real message"},
    "documented": {"zh": "有文档记载的原因", "en": "a documented reason"},
    "derived": {"zh": "由规则推出", "en": "derived from a rule"},
}
_NO_MATCH = {
    "zh": "没有认出这段话对应的驳回原因。\n"
    "  1. 把控制台、短信或邮件里的原文整段贴进来，不要只写大意。\n"
    "  2. 仍认不出的，带订单号问接入商客服（阿里云拨95187转3）具体是哪个字段。\n",
    "en": "No known refusal fits this text.\n"
    "  1. Paste the whole message of the console, the SMS or the mail as it stands.\n"
    "  2. If that does not help, give the order number to the provider's help line (Alibaba Cloud: 95187, key 3)"
    " and ask which field is meant.\n",
}
_TOO_SHORT = {
    "zh": "太短，看不出是什么问题：只有一个名称或一个结论时无法判断。\n"
    "  1. 把整句话贴进来，例如“网站负责人身份证已过期”。\n",
    "en": "Too short to tell what is wrong: a name alone, or a verdict alone, could mean anything.\n"
    "  1. Paste the whole sentence, such as “the ID card of the person in charge has expired”.\n",
}
_UNKNOWN_CODE = {
    "zh": "不认识返回码{}。\n  1. 把返回码后面的文字一起贴进来。\n  2. 没有文字的，带返回码和订单号问接入商客服。\n",
    "en": "Unknown return code {}.\n  1. Paste the words behind the code as well.\n"
    "  2. If there are none, give code and order number to the provider's help line.\n",
}
SHORT = 8


def explain(text: str, *, lang: str = "zh") -> str:
    """The page of a rule, or what a refusal means and what to do about it, as plain text.

    Parameters:
        text: a code such as `SPN003`, the name of a rule, a return code of the ministry's system, or what a
            console, a reviewer, an SMS or the authority wrote, pasted as it is.
        lang: `zh` or `en`.

    Raises:
        ConfigError: a single word that is no rule and no known message; names the nearest rule.
    """
    entry = index.find(text)
    if entry is not None:
        return _rule(entry, lang)
    return refused(recognised(text), lang, text)


def recognised(text: str) -> tuple[Match, ...]:
    """The refusals that a text may mean.

    Raises:
        ConfigError: it is a single word that is no rule and no known message.
    """
    found = match(text)
    if not found and text.isascii() and text.replace("-", "").isalnum() and not text.isdigit():
        raise ConfigError(f"no rule {text!r}{nearest(text, index.names())}")
    return found


def refused(matches: Iterable[Match], lang: str, text: str) -> str:
    """What the refusals mean, likeliest first; honest words when there are none."""
    blocks = ["\n".join(_refusal(number, found, lang)) + "\n" for number, found in enumerate(matches, 1)]
    return "\n".join(blocks) or _unrecognised(text.strip(), lang)


def _unrecognised(text: str, lang: str) -> str:
    """What to do about a text that fits nothing: an unknown code, a single word, or another matter."""
    if text.isascii() and text.isdigit():
        return _UNKNOWN_CODE[lang].format(text)
    return _TOO_SHORT[lang] if len(text) <= SHORT and names_something(text) else _NO_MATCH[lang]


def _refusal(number: int, found: Match, lang: str) -> Iterator[str]:
    cause, steps, field, rules, no_rule, origin, fit = _REFUSAL_HEADINGS[lang]
    refusal = found.refusal
    miit = f" MIIT {refusal.number}" if refusal.number else ""
    yield f"{number}. {refusal.message}{miit} ({fit} {found.score:.0%})"
    yield f"   {STAGES[refusal.stage][lang]} · {CERTAINTIES[refusal.certainty][lang]}"
    yield f"   {cause}: {refusal.cause[lang]}"
    yield f"   {steps}:"
    yield from (f"     {step}. {text}" for step, text in enumerate(refusal.steps[lang], 1))
    if refusal.field:
        yield f"   {field}: {refusal.field}"
    yield f"   {rules}: {', '.join(refusal.rules)}" if refusal.rules else f"   {no_rule}: {why_no_rule(refusal, lang)}"
    yield f"   {origin}:"
    yield from (f"     {origin_of(identifier, '', lang)}" for identifier in refusal.sources)


def why_no_rule(refusal: Refusal, lang: str) -> str:
    """Why no rule can find a refusal before it happens."""
    return REASONS[refusal.reason][lang]


def _rule(entry: index.Entry, lang: str) -> str:
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
        *(f"  {origin_of(identifier, article, lang)}" for identifier, article in entry.sources),
    ]
    messages = prevented_by(entry.code)
    blocks += [f"{prevents}:", *(f"  {text}" for text in messages)] if messages else []
    return "\n".join(blocks) + "\n"


def origin_of(identifier: str, article: str, lang: str) -> str:
    """An entry of the bibliography on one line."""
    entry = source(identifier)
    return f"{entry.title(lang)} {article} — {entry.publisher(lang)}, {entry.where} ({entry.as_of})".replace("  ", " ")


def told_by(identifiers: Iterable[str], lang: str) -> str:
    """Whose account something is, in short: title, publisher and day of each source."""
    entries = map(source, identifiers)
    return "; ".join(f"{entry.title(lang)} ({entry.publisher(lang)}, {entry.as_of})" for entry in entries)

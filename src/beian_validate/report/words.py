"""Words that reports share, in Chinese and English."""

from collections.abc import Mapping

from beian_validate.finding import Severity, Verdict

SEVERITIES: Mapping[str, Mapping[Severity, str]] = {
    "zh": {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.ADVICE: "建议"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "advice"},
}
VERDICTS: Mapping[str, Mapping[Verdict, str]] = {
    "zh": {Verdict.READY: "可以提交", Verdict.NOT_READY: "不可提交", Verdict.UNDECIDED: "无法判定"},
    "en": {Verdict.READY: "ready", Verdict.NOT_READY: "not ready", Verdict.UNDECIDED: "undecided"},
}
HEADINGS: Mapping[str, Mapping[str, str]] = {
    "zh": {"remedy": "修正", "source": "依据", "fix": "可自动修正", "suggested": "建议修正", "manual": "人工核对", "waived": "已豁免"},
    "en": {
        "remedy": "repair", "source": "source", "fix": "fixable", "suggested": "suggested fix",
        "manual": "look at", "waived": "waived",
    },
}  # fmt: skip


def tally(counts: Mapping[str, int], lang: str) -> str:
    """The summary line."""
    if lang == "zh":
        return (
            f"共 {counts['applications']} 份申请：{counts['ready']} 份可以提交，{counts['not_ready']} 份不可提交，"
            f"{counts['undecided']} 份无法判定；{counts['errors']} 个错误，{counts['warnings']} 个警告，{counts['advice']} 条建议"
        )
    return (
        f"{_count(counts['applications'], 'application')}: {counts['ready']} ready, {counts['not_ready']} not ready, "
        f"{counts['undecided']} undecided; {_count(counts['errors'], 'error')}, "
        f"{_count(counts['warnings'], 'warning')}, {counts['advice']} advice"
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

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

INTERFACE: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "title": "ICP 备案申请检查报告",
        "skip": "跳到检查结果",
        "language": "语言",
        "as_of": "检查日期",
        "ruleset": "规则集",
        "applications": "份申请",
        "ready": "可以提交",
        "not_ready": "不可提交",
        "undecided": "无法判定",
        "error": "错误",
        "warning": "警告",
        "advice": "建议",
        "manual": "人工核对",
        "verdicts": "各份申请的结论",
        "frequent": "最常见的问题",
        "filter": "筛选",
        "severity": "级别",
        "code": "问题",
        "file": "文件",
        "search": "查找",
        "search_hint": "字段、说明或代码",
        "all_codes": "全部问题",
        "all_files": "全部文件",
        "reset": "清除筛选",
        "shown": "显示",
        "of": "共",
        "found": "条",
        "nothing": "没有符合筛选条件的结果。",
        "clean": "未发现问题。",
        "value": "当前值",
        "remedy": "怎样修正",
        "why": "为什么会被退回",
        "source": "依据",
        "pointer": "位置",
        "fixable": "可自动修正",
        "waived": "已豁免",
        "masked": "个人信息已脱敏。本文件不含任何外部资源，不访问网络。",
        "print": "打印",
    },
    "en": {
        "title": "Check of ICP filings",
        "skip": "Skip to the findings",
        "language": "Language",
        "as_of": "judged as of",
        "ruleset": "ruleset",
        "applications": "applications",
        "ready": "ready",
        "not_ready": "not ready",
        "undecided": "undecided",
        "error": "errors",
        "warning": "warnings",
        "advice": "advice",
        "manual": "look at",
        "verdicts": "Verdicts of the applications",
        "frequent": "Most frequent findings",
        "filter": "Filter",
        "severity": "Severity",
        "code": "Finding",
        "file": "File",
        "search": "Search",
        "search_hint": "field, message or code",
        "all_codes": "all findings",
        "all_files": "all files",
        "reset": "Clear filters",
        "shown": "Showing",
        "of": "of",
        "found": "findings",
        "nothing": "No finding fits the filters.",
        "clean": "Nothing found.",
        "value": "value",
        "remedy": "How to repair it",
        "why": "Why it is sent back",
        "source": "Source",
        "pointer": "place",
        "fixable": "can be fixed automatically",
        "waived": "waived",
        "masked": "Personal values are masked. This file holds all it needs and uses no network.",
        "print": "Print",
    },
}


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

"""Refusals: the known reasons why a filing comes back, with what to do about each."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from beian_validate.tables import table

REASONS: Final[Mapping[str, Mapping[str, str]]] = {
    "provider": {
        "zh": "只有接入商的系统知道账号、实例和订单的状态，申请文件里没有",
        "en": "only the provider's system knows accounts, instances and orders; the application does not",
    },
    "authority": {
        "zh": "只有管局或登记机关的库里有，离线查不到",
        "en": "only the authority's or the company register has it; it cannot be looked up offline",
    },
    "picture": {
        "zh": "要看图片或真人，申请文件里只有文件名",
        "en": "it takes the picture or the person; the application only names the file",
    },
    "conversation": {
        "zh": "发生在短信核验的过程中，提交前看不出来",
        "en": "it happens while the SMS is verified and cannot be seen before",
    },
    "live": {
        "zh": "要访问网站或等核查结果，本工具不联网",
        "en": "it takes a visit to the site or the result of a check; this tool uses no network",
    },
    "judgement": {
        "zh": "要由人对照事实判断",
        "en": "a person has to compare it with the facts",
    },
    "waiting": {
        "zh": "不是申请的错，要等同步",
        "en": "no slip in the application; it takes waiting",
    },
}
"""Why no rule can find a refusal before it happens."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One known reason why a filing comes back.

    Parameters:
        stage: console, provider_review, authority_review, miit_system, sms or after_filing.
        keys: what such a message says; the first stands for it in lists.
        field: pointer pattern of the suspected field, `*` for any index; empty when it is no field.
        rules: codes that find it before the application is submitted.
        reason: key of `REASONS` when there is no such code.
        certainty: `literal` for a real message, `documented` for a documented reason, `derived` from a rule.
        number: return code of the ministry's system, or None.
    """

    id: str
    stage: str
    keys: tuple[str, ...]
    cause: Mapping[str, str]
    steps: Mapping[str, tuple[str, ...]]
    field: str
    rules: tuple[str, ...]
    reason: str
    certainty: str
    sources: tuple[str, ...]
    number: int | None

    @property
    def message(self) -> str:
        """The words that stand for this refusal."""
        return self.keys[0]


@cache
def refusals() -> tuple[Refusal, ...]:
    """Every known refusal, in the order of the table."""
    return tuple(_refusal(name, row) for name, row in table("refusals").items())


def _refusal(name: str, row: Mapping[str, Any]) -> Refusal:
    steps = {lang: tuple(row["steps"][lang]) for lang in ("zh", "en")}
    return Refusal(
        name, row["stage"], tuple(row["keys"]), row["cause"], steps, row["field"], tuple(row["rules"]),
        row.get("reason", ""), row["certainty"], tuple(row["sources"]), row.get("miit_code"),
    )  # fmt: skip


def prevented_by(code: str) -> tuple[str, ...]:
    """The messages that a rule prevents."""
    return tuple(dict.fromkeys(refusal.message for refusal in refusals() if code in refusal.rules))

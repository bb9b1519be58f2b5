"""What a remark or a business scope states: words that are affirmed, clause by clause."""

import re
from typing import Final

from beian_validate.checks.denial import affirmed

_CLAUSE: Final = re.compile("[^。；;，,！!？?\\s]+")


def clauses(text: str) -> tuple[str, ...]:
    """The clauses of a text; an enumeration with 、 is one.

    Parameters:
        text: prose as typed.
    """
    return tuple(_CLAUSE.findall(text))


def states(text: str, word: str) -> bool:
    """Whether a text has the word without denying it (不涉及论坛、非经营性 state nothing).

    Parameters:
        text: prose as typed.
        word: what is looked for; an empty word is in no text.
    """
    return bool(word) and word in text and any(word in part for part in affirmed(text))


def says_nothing(remark: str) -> bool:
    """Whether a remark is empty or only fills the field: 无, 暂无, a dash or a full stop.

    Parameters:
        remark: a remark as typed.
    """
    return remark.strip(" 　\t\r\n。.，,-—_/、·*") in _FILLING


_HAN: Final = "[\u4e00-\u9fa5]"
_USER: Final = f"(?:使用[人者]|机主|联系人|电话|由|为|是)[：:为是]?{_HAN}{{2,4}}"
_TOKENS: Final = {
    "〈姓名〉": _USER,
    "〈某人〉": f"{_USER}[，,、（( ]+{_HAN}{{2,}}",
    "〈时间〉": "[0-9０-９一二三四五六七八九十两]+ ?(?:个?月|[年日天周号])|[0-9]{4}[-./][0-9]",
    "〈不含单位〉": "(?:不含|没有|无|不涉及|不得有|不得含|非)[^，。；]{0,8}(?:企业|单位)",
    "〈日期〉": "[0-9]{4}[年./-]",
    "〈截止〉": "[至到][0-9]{4}",
    "〈编号〉": "[0-9A-Za-z]{6,}",
    "〈电话〉": "(?<![0-9])(?:1[0-9]{10}|0[0-9]{2,3}[-— ]?[0-9]{7,8}|[0-9]{7,8})(?![0-9])",
}
_PATTERNS: Final = {token: re.compile(pattern) for token, pattern in _TOKENS.items()}
"""What a table names in angle brackets instead of a word: something of that form."""


def has(text: str, item: str) -> bool:
    """Whether a text has a word, or something of the form that a token such as 〈日期〉 names.

    Parameters:
        text: prose as typed.
        item: a word, or a token in angle brackets.
    """
    pattern = _PATTERNS.get(item)
    return item in text if pattern is None else pattern.search(text) is not None


_FILLING: Final = frozenset(
    ("", "无", "暂无", "没有", "空", "无备注", "暂无备注", "none", "None", "NONE", "N/A", "n/a", "null")
)

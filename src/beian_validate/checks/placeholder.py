"""Words that people type where a form wants content and they have none, or not yet.

Source: reviewers return fields that are filled in with nothing (dossier: rej.info_incomplete, rm.content); the list is
what spreadsheets and form habits leave behind.
"""

import re
import unicodedata
from typing import Final

FILLERS: Final = frozenset(
    """
    无 暂无 没有 略 空 同上 同前 不详 未知 未填 待定 待补 待补充 待填 待填写 待办 待确认 办理中 申请中 正在办理 正在申请
    测试 测试数据 示例 填写 请填写 必填 选填
    test tests testing demo sample xxx xxxx none null nil nan na n/a tbd todo undefined unknown
    #n/a #ref! #name? #value! #div/0! #null! #num!
    """.split()
)
# A Chinese character, and behind it four letters, figures or characters, or fewer and nothing else.
_begins: Final = re.compile(r"[\u4e00-\u9fff](?:\w{4}|\w{0,3}\Z)").match
_MARKS_ONLY: Final = re.compile(r"[\W_]+|0+|[xX＊*]+")


def is_placeholder(text: str) -> bool:
    """Whether a text says nothing: a filler word, an error of a spreadsheet, or marks alone.

    An empty text is no placeholder, it is missing.

    Parameters:
        text: any text.
    """
    plain = unicodedata.normalize("NFKC", text).strip().rstrip("。.").casefold()
    return bool(text.strip()) and (not plain or plain in FILLERS or _MARKS_ONLY.fullmatch(plain) is not None)


def surely_says_something(text: str) -> bool:
    """Whether a text is no placeholder at one look: it begins with five characters that no filler has, or is no filler.

    A text for which this is false may still say something.

    Parameters:
        text: any text.
    """
    return text not in FILLERS and _begins(text) is not None

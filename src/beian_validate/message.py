"""A message as people paste it: without its dress, in sentences and clauses."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from beian_validate.checks.han_variants import TRADITIONAL
from beian_validate.tables import table

SHORTEST_CLAUSE = 2

_COURTESY = re.compile(
    "尊敬的(?:用户|客户|先生|女士)|您好|你好|老师|感谢您?的?(?:配合)?|谢谢(?:您|配合)?|抱歉|很遗憾|不好意思|麻烦您?|烦请|您的|你的|您|非常|哦|呢|呀|哈"
    "|亲爱的|亲(?=[，, ])|经审核|经核实|审核意见|驳回原因|退回原因|后?重新提交"
)
_BETWEEN_HAN = re.compile("(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])")
_ENDS = re.compile(r"[。；;！!？?\n\r]+|[.] |(?<![\d.])(?:[(（]?\d{1,2}[)）、.．](?!\d))|[①-⑳]")
_CLAUSE = re.compile("[^，,：:]+")


def plain(text: str) -> str:
    """The text without width, case, traditional forms, courtesy and blanks between Chinese characters."""
    folded = unicodedata.normalize("NFKC", text.encode("utf-8", "ignore").decode()).lower()
    return _BETWEEN_HAN.sub("", _COURTESY.sub(" ", folded.translate(_simplified())))


@cache
def _simplified() -> Mapping[int, str]:
    more = table("refusal_words")["traditional"]["more"]
    return str.maketrans(dict(TRADITIONAL) | dict(zip(more[::2], more[1::2], strict=True)))


def sentences(text: str) -> Iterator[str]:
    """The sentences and numbered reasons of a message."""
    yield from (part for part in _ENDS.split(text) if part and part.strip())


def clauses_of(sentence: str) -> list[re.Match[str]]:
    """The clauses of a sentence, each with its place."""
    return [part for part in _CLAUSE.finditer(sentence) if len(part.group().strip()) >= SHORTEST_CLAUSE]

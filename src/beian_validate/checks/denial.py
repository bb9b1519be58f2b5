"""What a text denies: the parts of its clauses that say something is not done, not there or not allowed.

A clause has a subject and a predicate. Where a denial is its first predicate, the clause is denied from end to end
(药品信息均不发布); where another comes first, that one stands (提供软件下载但不提供药品). A denial reaches to the end
of its clause or to a turn (但, 而是, 且提供), and over commas where things are merely listed (不涉及新闻，出版，药品).
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple


class Part(NamedTuple):
    """A part of a clause.

    Parameters:
        text: the part as typed.
        is_denied: whether what it names is denied.
    """

    text: str
    is_denied: bool


_BRACKETS: Final = re.compile("[（(]([^（）()]*)[）)]")
_SENTENCE: Final = re.compile("[。；;！!？?\r\n]")
_CLAUSE: Final = re.compile("[，,：:\\s]+")
_ITSELF: Final = re.compile(
    "不(?:收费|收取[^，]{0,4}费用?|盈利|营利|以[盈营]利为目的)|非(?:经营性?|[盈营]利性?|商业性?|官方)|免(?:收费|付费|费)|"
    "[与和同跟].{1,30}?无关"
)
"""What denies nothing but itself: the rest of the clause stands."""
_NO: Final = re.compile(
    "[不未](?!定期|定时|断|仅|限|同|少|久|但|光|只|锈|时|停|动产|干胶|良|粘|燃|饱|孕|错|过|论|管|来|必|成年人|名|婚)(?!得不)|"
    "无(?!锡|线|限|忧|障碍|纺|尘|菌|损|创|源|刷|级|油|铅|醛|极|缝|烟|糖|偿|数|土|纸|穷|人[机车船零值售驾]|机(?![构会])|论(?!坛))|"
    "没(?!收)|非(?!凡|常|遗|物质|标|洲|金属|诉|织|晶|机动|学历|处方|接触|开挖|线性|全日制|道路|公路|税|煤)|禁(?=[止发登播售])|严禁|勿|"
    "避免|谢绝|拒绝|杜绝|排除(?!故障)|剔除|除外"
)
_NO_LICENCE: Final = re.compile("(?:[不未无]|没有?)(?:取得|办理|获得|申请|申领|持有|具备)")
_THROUGH: Final = re.compile("(?:不需要?|无需|无须|不用|不必).*?(?:即可|就可|便可|即能|就能|也可|也能)|(?:以|之)外的?")
"""No denial at all: nothing is needed to get there, or there is nothing but."""
_NEAR: Final = 60
"""How many characters behind a denial still belong to it."""
_TURN: Final = re.compile("但|却|而是|而(?!且|言|非)|仅|只|(?:且|还|同时|另外?)(?=提供|设|开|销|发|转|支持|可|有)")
_PREDICATE: Final = re.compile(
    "(?:提供|设有|开设|设立|开通|开展|支持|用于|用来|可以|可在|能够|包括|包含|主要[是为]|内容[是为]|展示|介绍|宣传|记录|分享)"
    "[^、和及与等]."
)
"""What a clause may say before it denies something else."""
_LISTS: Final = re.compile("[不未]|没有|禁|避免|谢绝|拒绝|杜绝")
"""A denial that a list of things may follow."""
_VERB: Final = re.compile(
    "[是为有可供让设]|提供|开|展示|介绍|宣传|发布|发表|销售|出售|批发|代购|下单|接单|承接|接受|支持|欢迎|仅|只|主要|用于|记录|分享|"
    "下载|播放|转载|收费|购买|运营|经营"
)


def read(text: str) -> Iterator[Part]:
    """The parts of a text in their order, each affirmed or denied.

    Parameters:
        text: prose as typed.
    """
    for sentence in _SENTENCE.split(text):
        yield from (part for part in _sentence(sentence) if part.text)


def affirmed(text: str) -> tuple[str, ...]:
    """The parts of a text that stand.

    Parameters:
        text: prose as typed.
    """
    return tuple(part.text for part in read(text) if not part.is_denied)


def denied(text: str) -> tuple[str, ...]:
    """The parts of a text that are denied.

    Parameters:
        text: prose as typed.
    """
    return tuple(part.text for part in read(text) if part.is_denied)


def _sentence(sentence: str) -> Iterator[Part]:
    """Its clauses; a denial in brackets reaches no further than they do."""
    asides = [aside for aside in _BRACKETS.findall(sentence) if _NO.search(aside)]
    for aside in asides:
        yield from _sentence(aside)
    rest = _BRACKETS.sub(lambda found: "、" if found[1] in asides else found[0], sentence)
    is_listing = False
    for clause in filter(None, _CLAUSE.split(rest)):
        if is_listing and not (_NO.search(clause) or _VERB.search(clause)):
            yield Part(clause, is_denied=True)
            continue
        *before, last = _clause(clause)
        yield from before
        yield last
        is_listing = last.is_denied and _LISTS.search(last.text) is not None


def _clause(clause: str) -> Iterator[Part]:
    """The parts of a clause; what denies itself alone comes first."""
    for itself in _ITSELF.findall(clause):
        yield Part(itself, is_denied=True)
    rest, start = _ITSELF.sub("、", clause), 0
    while (no := _NO.search(rest, start)) and not _is_none(rest, no.start()):
        turn = _TURN.search(rest, no.end())
        end = turn.start() if turn else len(rest)
        begin = no.start() if _PREDICATE.search(rest, start, no.start()) else start
        yield Part(rest[start:begin], is_denied=False)
        yield Part(rest[begin:end], is_denied=True)
        if not turn:
            return
        start = turn.end()
    yield Part(rest[start:], is_denied=False)


def _is_none(clause: str, start: int) -> bool:
    """Whether what looks like a denial at a place is none: a licence is lacking, or nothing is needed to get there."""
    return bool(_NO_LICENCE.match(clause, start) or _THROUGH.search(clause, start, start + _NEAR))

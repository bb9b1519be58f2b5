"""Whether the name of a site has to do with the name of its sponsor."""

import re

from beian_validate.checks.place import CITIES, PROVINCE_NAMES

_EXPLAINED = re.compile("项目|产品|商标|品牌|简称|缩写|旗下|自有|刊名|校名|店名|昵称")
"""What a remark says when the name is a brand, product or project of the sponsor."""
_BRANDED = re.compile("项目|商标|品牌|简称|缩写|旗下|产品名")
_NAMED = re.compile("名称|名字|(?:网站|本站|应用|APP|小程序)名?(?:为|系|是)|来源于|来自|取自|源自", re.IGNORECASE)
_CLAUSE = re.compile("[，。；,;！!\\s]")
_WORDS = (
    "有限 限公 公司 股份 科技 技术 网络 信息 集团 中国 实业 发展 服务 管理 文化 传媒 贸易 商务 电子 投资 咨询 软件 "
    "工程 责任 份有 技有 官网 官方 网站 中心 企业 个体 经营 平台 门户 网"
).split()
_PLACES = (*CITIES, *PROVINCE_NAMES)
COMMON = frozenset([*_WORDS, *(place[i : i + 2] for place in _PLACES for i in range(len(place) - 1))])
"""Pairs of characters that many registered names share; they relate nothing, and a shared place does not either."""
_REST = re.compile("|".join(sorted({*_WORDS, *_PLACES}, key=len, reverse=True)) + "|[省市区县]")
_HAN = re.compile("[\u3400-\u9fff]{2,}")
_LATIN = re.compile("[a-z0-9]{2,}")


def is_related(site: str, sponsor: str) -> bool:
    """Whether two names share a telling pair of characters or a Latin word, or one is short for the other."""
    return shares_a_pair(site, sponsor) or _shares_latin(site, sponsor) or _is_short_for(site, sponsor)


def is_explained(site: str, remark: str) -> bool:
    """Whether a remark says in one breath that this name is a brand, product or project."""
    for clause in _CLAUSE.split(remark):
        is_of_the_name = shares_a_pair(site, clause) or _shares_latin(site, clause)
        if _EXPLAINED.search(clause) and (is_of_the_name or (_BRANDED.search(clause) and _NAMED.search(clause))):
            return True
    return False


def is_hinted(text: str) -> bool:
    """Whether a text speaks of a brand or project at all, without saying that the name is it."""
    return _BRANDED.search(text) is not None


def shares_a_pair(one: str, other: str) -> bool:
    """Whether two neighbouring characters that tell something stand in both names."""
    for start in range(len(one) - 1):
        pair = one[start : start + 2]
        if pair in other and pair not in COMMON and _HAN.match(pair):
            return True
    return False


def _shares_latin(one: str, other: str) -> bool:
    return not set(_LATIN.findall(one.lower())).isdisjoint(_LATIN.findall(other.lower()))


def _is_short_for(site: str, sponsor: str) -> bool:
    """北大 for 北京大学: what is left without places and general words stands in that order in the other name."""
    rest, letters = _REST.sub("", site), iter(sponsor)
    return len(rest) > 1 and all(letter in letters for letter in rest)

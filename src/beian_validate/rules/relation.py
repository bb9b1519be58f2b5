"""Whether the name of a site has to do with the name of its sponsor."""

import re

EXPLAINED = re.compile("项目|产品|商标|品牌|简称|注册商标|旗下|自有")
"""What a remark says when the name is a brand, product or project of the sponsor."""
COMMON = frozenset(
    "有限 限公 公司 股份 科技 技术 网络 信息 集团 中国 实业 发展 服务 管理 文化 传媒 贸易 商务 电子 投资 咨询 软件 "
    "工程 责任 份有 技有 官网 网站 中心 企业 个体 经营".split()
)
"""Pairs of characters that many registered names share; they relate nothing."""
_HAN = re.compile("[\u3400-\u9fff]{2,}")
_LATIN = re.compile("[a-z0-9]{2,}")


def is_related(site: str, sponsor: str, remark: str) -> bool:
    """Whether two names share a telling pair of characters or a Latin word, or the remark explains the name."""
    for start in range(len(site) - 1):
        pair = site[start : start + 2]
        if pair in sponsor and pair not in COMMON and _HAN.match(pair):
            return True
    return EXPLAINED.search(remark) is not None or _shares_latin(site, sponsor)


def _shares_latin(site: str, sponsor: str) -> bool:
    return not set(_LATIN.findall(site.lower())).isdisjoint(_LATIN.findall(sponsor.lower()))

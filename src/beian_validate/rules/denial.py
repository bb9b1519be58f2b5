"""What a remark or description says about a trade: that it is not carried on, or that it is on offer."""

import re
from collections.abc import Iterator

from beian_validate.checks.denial import affirmed, denied
from beian_validate.law.pre_approvals import words_in_text
from beian_validate.schema.vocabulary import PreApprovalCategory

_THAT_TRADE = re.compile("(?:该|此|上述|相关)(?:项|类)*(?:业务|内容|行业)")
_ASKED = re.compile("咨询[^。；;]*(?:无需|不需要|不用|无须|不属于|不必)")
_OFFER = re.compile(
    "提供|在线(?:观看|收听|阅读|播放|销售|购买|辅导|试听)|播放|点播|转载|采编|销售|售卖|出售|充值|下载|撮合|代销|讲解|报名|"
    "叫车|购买|发布|更新(?![本公企单])|运营|可以?(?:观看|收看).*(?:电影|电视|影视|综艺|短剧)|"
    "(?<![音手宝东猫团多书信方他])平台|(?:药品?|饮片|器械|电子书)商城|(?:游戏|棋牌|娱乐)大厅|门户(?!网站)|连载|免费看|在线(?:申请|拍卖|问诊|听书|投保)|开户|配资|祈福|一对一|订购|投保|打赏|"
    "(?:可以?|即可)(?:收听|阅读).*(?:电台|小说|电子书)|(?:在线|开设|开展|观看|收看)(?:视频|在线)?直播|直播(?:带货|打赏)"
)
_BY_OTHERS = re.compile(
    "第三方|其他(?:平台|单位|公司|网站)|外部平台|合作(?:平台|单位|方)|抖音|快手|视频号|公众号|小红书"
)
_SUPPLIER = re.compile(
    "设备|软件|系统|方案|制作|策划|设计|包装|机械|器材|工程|耗材|原料|材料|培训|家具|维修|安装|印刷|技术|租赁|广告|信息化|"
    "招聘|检测|物流|运输|仓储|咨询|代理|展示|介绍|观后感|读后感|影评|书评|感想|研发|开发|监管|监测|监控|治理|采购|招标|"
    "周边|玩具|耳机|手柄|校服|课桌|对账|园区|大厦|物业"
)
"""Who makes equipment or software for a trade, or only shows it, is not in the trade itself."""


def denies(text: str, category: PreApprovalCategory) -> bool:
    """Whether a text denies the trade itself; that no pre-approval is concerned is what every remark says.

    Parameters:
        text: remarks and descriptions.
        category: the trade.
    """
    if _ASKED.search(text):
        return True
    return any(_THAT_TRADE.search(part) or category in _categories(part) for part in denied(text))


def offered(text: str) -> Iterator[tuple[str, PreApprovalCategory]]:
    """The words of trades with pre-approval that a text has on offer, with their categories.

    What is done by somebody else is not on offer where another clause denies it of the site.

    Parameters:
        text: a remark or description.
    """
    for part in affirmed(text):
        if _OFFER.search(part) and not _SUPPLIER.search(part):
            found = ((match.word, category) for match, category in words_in_text(part))
            by_others = _BY_OTHERS.search(part) is not None
            yield from ((word, category) for word, category in found if not (by_others and denies(text, category)))


def _categories(text: str) -> set[PreApprovalCategory]:
    return {category for _, category in words_in_text(text)}

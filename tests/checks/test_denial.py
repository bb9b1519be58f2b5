"""What a text denies, and what stands."""

import pytest

from beian_validate.checks.denial import affirmed, denied


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("本网站不提供论坛、留言、聊天等互动功能。", "聊天"),
        ("不涉及新闻，出版，药品等内容，仅介绍软件。", "药品"),
        ("网站避免涉及时政新闻、影视点播。", "影视"),
        ("谢绝发布新闻、药品类信息。", "药品"),
        ("新闻、出版、教育等内容均不涉及。", "新闻"),
        ("药品信息均不发布。", "药品"),
        ("网站与新闻、宗教无关。", "宗教"),
        ("提供软件下载但不提供药品。", "药品"),
        ("仅介绍软件（无新闻、无视频）。", "视频"),
        ("非新闻网站、非论坛。", "论坛"),
        ("不生产并销售药品。", "药品"),
        ("影视除外。", "影视"),
        ("不收费。", "收费"),
        ("公司产品介绍、广告均没有。", "公司"),
        ("不含：新闻、出版。", "新闻"),
    ],
)
def test_what_is_denied(text: str, word: str) -> None:
    """Before and behind the denial, over a list, in brackets, up to a turn."""
    assert any(word in part for part in denied(text))
    assert not any(word in part for part in affirmed(text))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("无广告且提供电影在线观看。", "电影"),
        ("无需注册即可收听网络电台。", "电台"),
        ("网站不断更新药品信息。", "药品"),
        ("无偿提供电影点播。", "电影"),
        ("不同地区的用户都可以观看电视剧。", "电视剧"),
        ("不少用户通过本站购买药品。", "药品"),
        ("没有新闻以外的内容。", "新闻"),
        ("网站非盈利，提供佛教经文。", "佛教"),
        ("网站不仅介绍软件，还提供药品信息。", "药品"),
        ("无论坛，提供网络游戏。", "游戏"),
        ("网站提供电影点播不收费。", "电影"),
        ("尚未取得药品信息资格证书。", "药品"),
        ("成品油零售（不带储存），教育咨询。", "教育"),
        ("无锡未来教育科技", "教育"),
        ("除提供影视点播外，不涉及其他。", "影视"),
    ],
)
def test_what_stands(text: str, word: str) -> None:
    """A character of denial in another word denies nothing, and a denial ends where something else is said."""
    assert any(word in part for part in affirmed(text))
    assert not any(word in part for part in denied(text))


def test_an_empty_text_says_nothing() -> None:
    """Neither way."""
    assert affirmed("") == denied("") == ()

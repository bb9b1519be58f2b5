"""Names of provinces and cities at the beginning of an address, or as the whole of another name."""

import re
from functools import cache
from importlib.resources import files
from typing import Final

from beian_validate.checks.provinces import PROVINCES

CITIES: Final = (
    "石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 "
    "临汾 吕梁 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安盟 锡林郭勒 阿拉善 沈阳 大连 "
    "鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛 长春 四平 辽源 通化 白山 松原 白城 延边 "
    "哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭 南京 无锡 徐州 常州 苏州 "
    "南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 合肥 芜湖 "
    "蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 福州 厦门 莆田 三明 泉州 漳州 南平 "
    "龙岩 宁德 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 "
    "泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 "
    "南阳 商丘 信阳 周口 驻马店 济源 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 "
    "天门 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西 广州 韶关 深圳 珠海 汕头 佛山 "
    "江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 南宁 柳州 桂林 梧州 北海 防城港 "
    "钦州 贵港 玉林 百色 贺州 河池 来宾 崇左 海口 三亚 三沙 儋州 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 "
    "乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 阿坝 甘孜 凉山 贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 "
    "黔南 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆 拉萨 日喀则 昌都 "
    "林芝 山南 那曲 阿里 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 兰州 嘉峪关 金昌 白银 天水 武威 张掖 "
    "平凉 酒泉 庆阳 定西 陇南 临夏 甘南 西宁 海东 海北 黄南 海南 果洛 玉树 海西 银川 石嘴山 吴忠 固原 中卫 "
    "乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 博尔塔拉 巴音郭楞 阿克苏 克孜勒苏 喀什 和田 伊犁 塔城 阿勒泰"
).split()
"""Prefectures and cities of that level, by the short form people use."""

PROVINCE_NAMES: Final = tuple(name for row in PROVINCES.values() for name in (row.name, row.short_name))
_PLACES: Final = frozenset([*CITIES, *PROVINCE_NAMES])
_OPENINGS: Final = frozenset(place[:2] for place in _PLACES)
# Places whose short name is a word, a person's name or a food as well; with 市 or 州 behind them they are places again.
_AMBIGUOUS: Final = frozenset(
    (
        "大同 朝阳 长春 四平 白山 松原 白城 大庆 黑河 黄山 三明 南平 龙岩 宁德 日照 东营 泰安 威海 德州 开封 "
        "安阳 新乡 信阳 周口 黄石 孝感 咸宁 天门 仙桃 随州 常德 永州 怀化 江门 河源 清远 阳江 中山 北海 来宾 "
        "百色 自贡 广安 巴中 乐山 南充 内江 广元 达州 安顺 铜仁 红河 文山 大理 怒江 保山 昌都 山南 阿里 林芝 "
        "安康 延安 汉中 定西 平凉 白银 天水 金昌 海东 海北 黄南 海西 固原 中卫 吴忠 和田 哈密 保定 晋中 运城 "
        "长治 阳泉 通化 辽阳 本溪 丹东 锦州 营口 抚顺 鞍山 盘锦 铁岭 鸡西 鹤岗 伊春 双鸭山 七台河 兴安盟 通辽 "
        "乌海 赤峰 包头 安庆 六安 池州 宣城 金华 丽水 九江 新余 吉安 宜春 上饶 济源 玉树 海南州 遂宁 资阳 云浮 "
        "玉林 河池 贵港 益阳 普洱 玉溪 凉山 雅安 眉山 德阳 鹤壁 平顶山"
    ).split()
)
# Cities of county level that everybody knows; many others are words.
_KNOWN_COUNTIES: Final = (
    "义乌 昆山 常熟 江阴 张家港 晋江 慈溪 余姚 诸暨 敦煌 都江堰 井冈山 武夷山 香格里拉 景洪 凯里".split()
)
_TAIL: Final = re.compile("(?:市|省|地区|自治州)?(?:官网|网站|在线|信息网|门户网|资讯网|网)?\\Z")
# 伊犁 has prefectures of its own below it; 南京市场路 is a street, not the city 南京市.
_CITY: Final = re.compile(
    rf"\s*+(?:中华人民共和国|中国)?(?:{'|'.join(PROVINCE_NAMES)})?(?:省|市|自治区)?(?:伊犁哈萨克自治州|伊犁州)?"
    rf"({'|'.join(city.removesuffix('盟') for city in CITIES)})"
    "(?:市(?!场|民[路广中])|地区|盟|(?:[^市县区州盟旗]{1,12}自治)?州)"
)

_AREAS: Final = tuple(city.removesuffix("盟") for city in CITIES)
_SAFE: Final = "|".join(name for name in (*PROVINCE_NAMES, *_AREAS, *_KNOWN_COUNTIES) if name not in _AMBIGUOUS)
# A name that goes on with 市 or 州 is a place whatever it is; 南京路 is a street elsewhere.
_PLACE: Final = re.compile(rf"(?:(?:{_SAFE})(?!路|大道)|(?:{'|'.join(_AREAS)})(?=市(?![场民集])|州(?!际)))")
_COUNTY: Final = re.compile("[\u4e00-\u9fff]{1,5}?[市区县旗]")
_LISTED_COUNTY: Final = re.compile('county="(?:\\[[0-9-]*\\])?([^",]+)"')


def place_at_the_start(name: str) -> str:
    """The province, city or county with which a name begins; empty when it may be another word.

    Parameters:
        name: the name of a site.
    """
    found = _PLACE.match(name.removeprefix("中国"))
    if found:
        return found[0]
    county = _COUNTY.match(name)
    return county[0] if county and county[0] in _counties() else ""


def places_in(name: str) -> tuple[str, ...]:
    """The provinces and cities that a name holds, as far as they are not other words too.

    Parameters:
        name: the name of a site.
    """
    return tuple(dict.fromkeys(found[0] for found in _PLACE.finditer(name)))


@cache
def _counties() -> frozenset[str]:
    """The names of counties, districts and their cities, of two characters or more before 区."""
    text = (files("stdnum.cn") / "loc.dat").read_text(encoding="utf-8")
    return frozenset(name for name in _LISTED_COUNTY.findall(text) if len(name) > 2 and not name.endswith("辖区"))


_UP_TO_CITY: Final = re.compile(
    rf"\s*+(?:中华人民共和国|中国)?(?:(?:{'|'.join(PROVINCE_NAMES)})(?:省|市|自治区)?)?(?:伊犁哈萨克自治州|伊犁州)?"
    rf"(?:(?:{'|'.join(city.removesuffix('盟') for city in CITIES)})"
    r"(?:市|地区|盟|(?:[^市县区州盟旗]{1,12}自治)?州))?\s*+"
)


def place_only(name: str) -> str:
    """The place that a name consists of, but for words such as 网 or 市; empty when it says more.

    Parameters:
        name: the name of a site.
    """
    if name[:2] not in _OPENINGS:
        return ""
    place = name if name in _PLACES else _TAIL.sub("", name)
    return place if place in _PLACES else ""


def after_the_city(text: str) -> str:
    """An address without the province and the city with which it begins, from the district on.

    Parameters:
        text: an address as typed.
    """
    return text[_UP_TO_CITY.match(text).end() :]  # type: ignore[union-attr]  # it matches an empty text too


def city_named(text: str) -> str:
    """The city or prefecture with which an address begins, in the short form 杭州; empty when it names none.

    The province may stand before it. Cities of county level (义乌市) are not named, because their prefecture
    is often left out.

    Parameters:
        text: an address as typed.
    """
    found = _CITY.match(text)
    return found[1] if found else ""

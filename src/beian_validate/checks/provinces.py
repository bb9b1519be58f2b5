"""The 34 divisions at province level: codes, names and the letters that open a filing number.

Codes are the first two digits of GB/T 2260; abbreviations are those of ICP numbers, which say 蜀 黔 滇 陇 where
other numbers say 川 贵 云 甘 (dossier: num.province_abbr). Hong Kong, Macao and Taiwan have no filing authority
and so no abbreviation.
"""

from typing import Final, NamedTuple


class Province(NamedTuple):
    """A division at province level.

    Parameters:
        code: the first two digits of its division codes.
        zh: full Chinese name, such as 浙江省.
        zh_short: short Chinese name, such as 浙江.
        en: English name.
        abbreviation: the letter that opens its ICP numbers; empty for Hong Kong, Macao and Taiwan.
        tolerated: another letter sometimes written instead; empty for most.
    """

    code: str
    zh: str
    zh_short: str
    en: str
    abbreviation: str = ""
    tolerated: str = ""


PROVINCES: Final = (
    Province("11", "北京市", "北京", "Beijing", "京"),
    Province("12", "天津市", "天津", "Tianjin", "津"),
    Province("13", "河北省", "河北", "Hebei", "冀"),
    Province("14", "山西省", "山西", "Shanxi", "晋"),
    Province("15", "内蒙古自治区", "内蒙古", "Inner Mongolia", "蒙"),
    Province("21", "辽宁省", "辽宁", "Liaoning", "辽"),
    Province("22", "吉林省", "吉林", "Jilin", "吉"),
    Province("23", "黑龙江省", "黑龙江", "Heilongjiang", "黑"),
    Province("31", "上海市", "上海", "Shanghai", "沪"),
    Province("32", "江苏省", "江苏", "Jiangsu", "苏"),
    Province("33", "浙江省", "浙江", "Zhejiang", "浙"),
    Province("34", "安徽省", "安徽", "Anhui", "皖"),
    Province("35", "福建省", "福建", "Fujian", "闽"),
    Province("36", "江西省", "江西", "Jiangxi", "赣"),
    Province("37", "山东省", "山东", "Shandong", "鲁"),
    Province("41", "河南省", "河南", "Henan", "豫"),
    Province("42", "湖北省", "湖北", "Hubei", "鄂"),
    Province("43", "湖南省", "湖南", "Hunan", "湘"),
    Province("44", "广东省", "广东", "Guangdong", "粤"),
    Province("45", "广西壮族自治区", "广西", "Guangxi", "桂"),
    Province("46", "海南省", "海南", "Hainan", "琼"),
    Province("50", "重庆市", "重庆", "Chongqing", "渝"),
    Province("51", "四川省", "四川", "Sichuan", "蜀", "川"),
    Province("52", "贵州省", "贵州", "Guizhou", "黔", "贵"),
    Province("53", "云南省", "云南", "Yunnan", "滇", "云"),
    Province("54", "西藏自治区", "西藏", "Tibet", "藏"),
    Province("61", "陕西省", "陕西", "Shaanxi", "陕"),
    Province("62", "甘肃省", "甘肃", "Gansu", "陇", "甘"),
    Province("63", "青海省", "青海", "Qinghai", "青"),
    Province("64", "宁夏回族自治区", "宁夏", "Ningxia", "宁"),
    Province("65", "新疆维吾尔自治区", "新疆", "Xinjiang", "新"),
    Province("71", "台湾省", "台湾", "Taiwan"),
    Province("81", "香港特别行政区", "香港", "Hong Kong"),
    Province("82", "澳门特别行政区", "澳门", "Macao"),
)

# Other spellings in common use in English texts.
_OTHER_ENGLISH: Final = {"xizang": "54", "macau": "82"}
_BY_CODE: Final = {row.code: row for row in PROVINCES}
_CODES: Final = {
    **_OTHER_ENGLISH,
    **{name: row.code for row in PROVINCES for name in (row.code, row.zh, row.zh_short, row.en.lower())},
}
_DIVISION_CODE_LENGTH: Final = 6
_LONGEST: Final = max(map(len, _CODES))


def province(code: str) -> Province | None:
    """The division at province level with this code; None if there is none.

    Parameters:
        code: two digits, such as `33`.
    """
    return _BY_CODE.get(code)


def province_code(text: str) -> str | None:
    """The two digits of a province however it is called; None if it is not one.

    Parameters:
        text: full or short Chinese name, English name in any case, two digits, or a division code of six digits.
    """
    if len(text) == _DIVISION_CODE_LENGTH and text.isascii() and text.isdigit():
        return text[:2] if text[:2] in _BY_CODE else None
    return _CODES.get(text.lower()) if len(text) <= _LONGEST else None

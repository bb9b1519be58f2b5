"""The provinces of China and the abbreviations with which ICP numbers begin.

Codes follow GB/T 2260; abbreviations are those of the dossier (num.province_abbr). The table is small and
needs no other package, so a province can be looked up without loading the counties.
"""

from types import MappingProxyType
from typing import Final, NamedTuple


class Province(NamedTuple):
    """A province, municipality, autonomous or special administrative region.

    Parameters:
        code: two digits of GB/T 2260, such as `33`.
        name: full Chinese name.
        short_name: Chinese name without its kind, such as 浙江.
        english: English name.
        icp_abbreviation: first character of its ICP numbers; empty where the mainland has no authority.
    """

    code: str
    name: str
    short_name: str
    english: str
    icp_abbreviation: str


_ROWS: Final = (
    ("11", "北京市", "北京", "Beijing", "京"),
    ("12", "天津市", "天津", "Tianjin", "津"),
    ("13", "河北省", "河北", "Hebei", "冀"),
    ("14", "山西省", "山西", "Shanxi", "晋"),
    ("15", "内蒙古自治区", "内蒙古", "Inner Mongolia", "蒙"),
    ("21", "辽宁省", "辽宁", "Liaoning", "辽"),
    ("22", "吉林省", "吉林", "Jilin", "吉"),
    ("23", "黑龙江省", "黑龙江", "Heilongjiang", "黑"),
    ("31", "上海市", "上海", "Shanghai", "沪"),
    ("32", "江苏省", "江苏", "Jiangsu", "苏"),
    ("33", "浙江省", "浙江", "Zhejiang", "浙"),
    ("34", "安徽省", "安徽", "Anhui", "皖"),
    ("35", "福建省", "福建", "Fujian", "闽"),
    ("36", "江西省", "江西", "Jiangxi", "赣"),
    ("37", "山东省", "山东", "Shandong", "鲁"),
    ("41", "河南省", "河南", "Henan", "豫"),
    ("42", "湖北省", "湖北", "Hubei", "鄂"),
    ("43", "湖南省", "湖南", "Hunan", "湘"),
    ("44", "广东省", "广东", "Guangdong", "粤"),
    ("45", "广西壮族自治区", "广西", "Guangxi", "桂"),
    ("46", "海南省", "海南", "Hainan", "琼"),
    ("50", "重庆市", "重庆", "Chongqing", "渝"),
    ("51", "四川省", "四川", "Sichuan", "蜀"),
    ("52", "贵州省", "贵州", "Guizhou", "黔"),
    ("53", "云南省", "云南", "Yunnan", "滇"),
    ("54", "西藏自治区", "西藏", "Tibet", "藏"),
    ("61", "陕西省", "陕西", "Shaanxi", "陕"),
    ("62", "甘肃省", "甘肃", "Gansu", "陇"),
    ("63", "青海省", "青海", "Qinghai", "青"),
    ("64", "宁夏回族自治区", "宁夏", "Ningxia", "宁"),
    ("65", "新疆维吾尔自治区", "新疆", "Xinjiang", "新"),
    ("71", "台湾省", "台湾", "Taiwan", ""),
    ("81", "香港特别行政区", "香港", "Hong Kong", ""),
    ("82", "澳门特别行政区", "澳门", "Macao", ""),
)
PROVINCES: Final = MappingProxyType({row[0]: Province(*row) for row in _ROWS})
_CODES: Final = frozenset(PROVINCES)

# Not the ones ICP numbers are issued with, but widely written (dossier: num.province_abbr, `tolerate`).
TOLERATED_ABBREVIATIONS: Final = MappingProxyType({"川": "51", "贵": "52", "云": "53", "甘": "62"})

_CODE_BY_NAME: Final = {
    name: row.code for row in PROVINCES.values() for name in (row.name, row.short_name, row.english.casefold())
} | {"xizang": "54", "macau": "82"}
_CODE_BY_ABBREVIATION: Final = {
    row.icp_abbreviation: row.code for row in PROVINCES.values() if row.icp_abbreviation
} | TOLERATED_ABBREVIATIONS
_LONGEST_NAME: Final = max(map(len, _CODE_BY_NAME))
_DIVISION_LENGTH: Final = 6


def province(code: str) -> Province | None:
    """The province with this code, or None when there is none.

    Parameters:
        code: two digits of GB/T 2260, such as `33`.
    """
    return PROVINCES.get(code)


def province_code(text: str) -> str | None:
    """The two digits of a province, or None when the text names none.

    Parameters:
        text: a province's Chinese or English name, its 2 digits, or the 6 digits of a division in it.
    """
    if text in _CODES:
        return text
    if len(text) == _DIVISION_LENGTH and text.isascii() and text.isdigit():
        return text[:2] if text[:2] in _CODES else None
    return _CODE_BY_NAME.get(text.casefold()) if len(text) <= _LONGEST_NAME else None


def province_by_abbreviation(character: str) -> Province | None:
    """The province whose ICP numbers begin with the character; 川, 贵, 云 and 甘 are understood too.

    Parameters:
        character: one Chinese character, such as 浙.
    """
    code = _CODE_BY_ABBREVIATION.get(character)
    return PROVINCES[code] if code else None

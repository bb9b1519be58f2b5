"""A known-good application as it would be in another province: division, addresses, numbers and area code."""

import json
from collections.abc import Mapping
from typing import Any

from beian_validate.checks.credit_code import check_character as credit_check
from beian_validate.checks.resident_id import check_character as identity_check

PLACES: Mapping[str, tuple[str, str, str]] = {
    "11": ("110105", "北京市朝阳区", "010"),
    "12": ("120101", "天津市和平区", "022"),
    "13": ("130102", "河北省石家庄市长安区", "0311"),
    "14": ("140105", "山西省太原市小店区", "0351"),
    "15": ("150105", "内蒙古自治区呼和浩特市赛罕区", "0471"),
    "21": ("210102", "辽宁省沈阳市和平区", "024"),
    "22": ("220102", "吉林省长春市南关区", "0431"),
    "23": ("230103", "黑龙江省哈尔滨市南岗区", "0451"),
    "31": ("310104", "上海市徐汇区", "021"),
    "32": ("320102", "江苏省南京市玄武区", "025"),
    "33": ("330106", "浙江省杭州市西湖区", "0571"),
    "34": ("340104", "安徽省合肥市蜀山区", "0551"),
    "35": ("350102", "福建省福州市鼓楼区", "0591"),
    "36": ("360102", "江西省南昌市东湖区", "0791"),
    "37": ("370102", "山东省济南市历下区", "0531"),
    "41": ("410105", "河南省郑州市金水区", "0371"),
    "42": ("420106", "湖北省武汉市武昌区", "027"),
    "43": ("430102", "湖南省长沙市芙蓉区", "0731"),
    "44": ("440106", "广东省广州市天河区", "020"),
    "45": ("450103", "广西壮族自治区南宁市青秀区", "0771"),
    "46": ("460106", "海南省海口市龙华区", "0898"),
    "50": ("500103", "重庆市渝中区", "023"),
    "51": ("510104", "四川省成都市锦江区", "028"),
    "52": ("520103", "贵州省贵阳市云岩区", "0851"),
    "53": ("530102", "云南省昆明市五华区", "0871"),
    "54": ("540102", "西藏自治区拉萨市城关区", "0891"),
    "61": ("610103", "陕西省西安市碑林区", "029"),
    "62": ("620102", "甘肃省兰州市城关区", "0931"),
    "63": ("630103", "青海省西宁市城中区", "0971"),
    "64": ("640104", "宁夏回族自治区银川市兴庆区", "0951"),
    "65": ("650102", "新疆维吾尔自治区乌鲁木齐市天山区", "0991"),
}
"""For every province a district: its code, how an address there begins, the area code."""


def moved(data: Mapping[str, Any], province: str) -> dict[str, Any]:
    """A copy of an application in which everything that depends on the province is that of another one.

    The materials are left out: another province wants others.

    Parameters:
        data: an application whose division is one of `PLACES`.
        province: two digits.
    """
    sponsor = data["sponsor"]
    old, new = PLACES[sponsor["division_code"][:2]], PLACES[province]
    number = sponsor["certificate"]["number"]
    text = json.dumps(data, ensure_ascii=False)
    for before, after in ((number, _renumbered(number, new[0])), (old[1], new[1]), (f'"{old[2]}-', f'"{new[2]}-')):
        text = text.replace(before, after)
    copy: dict[str, Any] = json.loads(text)
    copy["sponsor"]["division_code"] = new[0]
    copy["materials"] = []
    for website in copy["websites"]:
        website["access"]["locations"] = [province]
    return copy


def _renumbered(number: str, division: str) -> str:
    """The number of somebody, or something, registered in another division."""
    if number[:1] == "9" or (number[:2] in ("11", "12") and not number[6:10].startswith(("19", "20"))):
        first = f"{number[:2]}{division}{number[8:17]}"
        return first + credit_check(first)
    first = f"{division}{number[6:17]}"
    return first + identity_check(first)

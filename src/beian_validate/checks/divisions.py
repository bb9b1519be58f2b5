"""Administrative divisions of GB/T 2260, present and former.

The table is the one of python-stdnum (`cn/loc`), loaded when first needed. Numbers keep the code of the day
they were given out, so a former code is a known code.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from beian_validate.checks.provinces import PROVINCES, Province

# Districts of Hangzhou since 2021 that python-stdnum 2.2 does not have yet.
_MISSING: Final = {"330113": "[2021-]临平区", "330114": "[2021-]钱塘区"}

_CODE: Final = re.compile("[0-9]{6}")
_NAME: Final = re.compile(r"(?:\[[0-9]*-(?P<until>[0-9]*)\])?(?P<name>.+)", re.DOTALL)
# Rows that only group counties and are no place anybody writes in an address.
_GROUPING: Final = re.compile("县|市辖区|市区|(?:省|自治区)直辖.*")
# Cities without counties: their own code is the most precise one.
_UNDIVIDED: Final = frozenset({"441900", "442000", "460400", "620200"})
# A district since 2025; before that a zone across others, which addresses still name beside the old districts.
_ZONES: Final = frozenset({"两江新区"})
_CACHE_SIZE: Final = 8192


class Division(NamedTuple):
    """One row of the table, under its latest name.

    Parameters:
        code: six digits.
        name: Chinese name of this level alone, such as 西湖区.
        until: year in which the code was given up, or None while it is in force.
    """

    code: str
    name: str
    until: int | None


@lru_cache(maxsize=_CACHE_SIZE)
def find(code: str) -> Division | None:
    """The division with this code, or None when there never was one.

    Parameters:
        code: six digits of GB/T 2260.
    """
    if not _CODE.fullmatch(code):
        return None
    found = _NAME.fullmatch(_MISSING.get(code) or _listed_names(code).rpartition(",")[2])
    if found is None:
        return None
    return Division(code, found["name"], int(found["until"]) if found["until"] else None)


@lru_cache(maxsize=_CACHE_SIZE)
def is_known(code: str) -> bool:
    """Whether the code is, or ever was, that of a division.

    Parameters:
        code: six digits of GB/T 2260.
    """
    return find(code) is not None


@lru_cache(maxsize=_CACHE_SIZE)
def is_current(code: str) -> bool:
    """Whether the code is still in force.

    Parameters:
        code: six digits of GB/T 2260.
    """
    division = find(code)
    return division is not None and division.until is None


@lru_cache(maxsize=_CACHE_SIZE)
def is_county_level(code: str) -> bool:
    """Whether a known code is that of a county, a district, or a city that has none.

    Parameters:
        code: six digits of GB/T 2260.
    """
    division = find(code)
    if division is None or _GROUPING.fullmatch(division.name):
        return False
    return code[4:] != "00" or code in _UNDIVIDED


def province_of(code: str) -> Province | None:
    """The province a division belongs to; the division itself need not be known.

    Parameters:
        code: six digits of GB/T 2260.
    """
    return PROVINCES.get(code[:2]) if _CODE.fullmatch(code) else None


def division_name(code: str) -> str | None:
    """The latest name of the division alone, such as 西湖区; None when the code is unknown.

    Parameters:
        code: six digits of GB/T 2260.
    """
    division = find(code)
    return division.name if division else None


@lru_cache(maxsize=_CACHE_SIZE)
def city_name(code: str) -> str:
    """The prefecture-level city or area of a division; empty where the province has none above it.

    Parameters:
        code: six digits of GB/T 2260.
    """
    return "" if code[2:4] == "00" else _place_name(f"{code[:4]}00")


@lru_cache(maxsize=_CACHE_SIZE)
def full_name(code: str) -> str:
    """The division with all that is above it, such as 浙江省杭州市西湖区; empty when the code is unknown.

    Parameters:
        code: six digits of GB/T 2260.
    """
    province = province_of(code)
    if province is None or not is_known(code):
        return ""
    own = "" if code[4:] == "00" else _place_name(code)
    return f"{province.name}{city_name(code)}{own}"


@lru_cache(maxsize=512)
def counties_of(city: str) -> frozenset[str]:
    """The names of the counties and districts that a city or prefecture has today.

    Parameters:
        city: the first four digits of their codes.
    """
    codes = (f"{city}{number:02}" for number in range(1, 100))
    return frozenset(name for code in codes if is_current(code) and (name := _place_name(code))) - _ZONES


def _place_name(code: str) -> str:
    """The name as it stands in an address; empty for an unknown code and a row that only groups others."""
    name = division_name(code) or ""
    return "" if _GROUPING.fullmatch(name) else name


def _listed_names(code: str) -> str:
    """The names as python-stdnum keeps them, oldest first: `[1983-2019]桥东区,[2020-]襄都区`."""
    # Importing it costs more than a whole validation, and many applications need no division.
    from stdnum import numdb

    return next((row["county"] for _, row in numdb.get("cn/loc").info(code) if "county" in row), "")

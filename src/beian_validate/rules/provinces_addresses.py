"""PRV090 to PRV093: addresses, by province."""

import re
from functools import partial

from beian_validate.checks.address import says_most_detailed
from beian_validate.checks.place import city_named
from beian_validate.context import Context
from beian_validate.law.provinces import Requirement
from beian_validate.rule import Hits, suggest
from beian_validate.rules.provincial import asks, judged, of_province, told
from beian_validate.schema.party import Sponsor

DIGIT = re.compile("[0-9０-９]")
_COUNT = "[0-9０-９A-Za-z一二三四五六七八九十]"
ROOM = re.compile(f"{_COUNT}[-号#]?[室房户铺]|{_COUNT}[-－—–]{_COUNT}")


def _forbidden(sponsor: Sponsor, row: Requirement, ctx: Context) -> Hits:
    word = next((word for word in row.value if word in sponsor.address), "")
    if word:
        yield told("address", "forbidden", row, suggest(sponsor.address.replace(word, "")), word=word)


def _renamed(sponsor: Sponsor, row: Requirement, ctx: Context) -> Hits:
    for old, new in row.value.items():
        found = re.search("[^，。]{0,8}".join(map(re.escape, old.split("…"))), sponsor.address)
        if found and new not in sponsor.address:
            yield told("address", "renamed", row, old=found.group(), new=new)
            return


def _same_city(sponsor: Sponsor, row: Requirement, ctx: Context) -> Hits:
    own, registered = city_named(sponsor.address), city_named(sponsor.certificate.address)
    if own and registered and own != registered:
        yield told("address", "city", row, city=own, registered=registered)


def _detail(sponsor: Sponsor, row: Requirement, ctx: Context) -> Hits:
    address = sponsor.address
    if says_most_detailed(sponsor.remark):
        return
    if row.value == "door_and_room_number" and DIGIT.search(address) and not ROOM.search(address):
        yield told("address", "room", row)


TEXT = {"address.forbidden_text": _forbidden}
_TEXT = frozenset(TEXT)


article = partial(of_province, each=Sponsor, when=asks(_TEXT))


@article("PRV090", "text-forbidden-in-address", kinds=("forbidden",))
def address_holds_what_the_province_allows(sponsor: Sponsor, ctx: Context) -> Hits:
    """The communication address holds no text that the province forbids."""
    return judged(sponsor, ctx, TEXT, _TEXT)


SPONSOR = {
    "address.renamed_areas": _renamed,
    "address.same_city_as_certificate": _same_city,
    "address.detail_level": _detail,
}
_SPONSOR = frozenset(SPONSOR)


article = partial(of_province, each=Sponsor, when=asks(_SPONSOR))


@article("PRV091", "area-renamed", kinds=("renamed",))
@article("PRV092", "address-and-certificate-in-two-cities", kinds=("city",))
@article("PRV093", "room-number-required", kinds=("room",))
def province_accepts_the_address(sponsor: Sponsor, ctx: Context) -> Hits:
    """The communication address is written as the province wants it."""
    return judged(sponsor, ctx, SPONSOR, _SPONSOR)

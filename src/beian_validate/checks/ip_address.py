"""The IP addresses of a website: public ones of the access provider, single or from start to end.

Source: dossier site.ip_range and form_fields (start and end joined by a hyphen, start not above end); what each
block is for, from the special-purpose registries of IANA. The blocks stand here because the answer of the
standard library changes with its version.
"""

import re
from bisect import bisect_right
from ipaddress import IPv4Address, IPv6Address, ip_network
from typing import Final

from beian_validate.checks.han_variants import DASHES
from beian_validate.checks.problem import Facts, Problem
from beian_validate.checks.text import INVISIBLE, LINE_BREAKS, ODD_BLANKS, ascii_width

Address = IPv4Address | IPv6Address

_LONGEST: Final = 100
_PUBLIC: Final = ""
_BLANK: Final = re.compile(f"[ {ODD_BLANKS}{LINE_BREAKS}{INVISIBLE}]")
_FULL_WIDTH: Final = re.compile("[\uff01-\uff5e。]")
_TO_ASCII: Final = str.maketrans({**dict.fromkeys(f"{DASHES}~至到", "-"), "。": "."})
_OCTET: Final = "(?:[1-9]?[0-9]|1[0-9][0-9]|2[0-4][0-9]|25[0-5])"
_v4: Final = re.compile(rf"({_OCTET})\.{_OCTET}\.{_OCTET}\.{_OCTET}").fullmatch
_PORT: Final = re.compile(r"([0-9.]+):[0-9]{1,5}|\[([0-9A-Fa-f:.]+)\](?::[0-9]{1,5})?")

_V4_BLOCKS: Final = (
    ("0.0.0.0/8", "reserved"),
    ("10.0.0.0/8", "private"),
    ("100.64.0.0/10", "shared"),
    ("127.0.0.0/8", "loopback"),
    ("169.254.0.0/16", "link-local"),
    ("172.16.0.0/12", "private"),
    ("192.0.0.0/24", "reserved"),
    ("192.0.2.0/24", "documentation"),
    ("192.168.0.0/16", "private"),
    ("198.18.0.0/15", "reserved"),
    ("198.51.100.0/24", "documentation"),
    ("203.0.113.0/24", "documentation"),
    ("224.0.0.0/4", "multicast"),
    ("240.0.0.0/4", "reserved"),
)
# Only 2000::/3 is given out as public addresses.
_V6_BLOCKS: Final = (
    ("::/3", "reserved"),
    ("2001::/23", "reserved"),
    ("2001:db8::/32", "documentation"),
    ("3fff::/20", "documentation"),
    ("4000::/2", "reserved"),
    ("8000::/2", "reserved"),
    ("c000::/3", "reserved"),
    ("e000::/4", "reserved"),
    ("f000::/5", "reserved"),
    ("f800::/6", "reserved"),
    ("fc00::/7", "private"),
    ("fe00::/9", "reserved"),
    ("fe80::/10", "link-local"),
    ("fec0::/10", "reserved"),
    ("ff00::/8", "multicast"),
)


def _steps(blocks: tuple[tuple[str, str], ...]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The first address of each block and of each public gap, and what begins there."""
    kinds: dict[int, str] = {0: _PUBLIC}
    for block, kind in blocks:
        network = ip_network(block)
        kinds[int(network.network_address)] = kind
        kinds.setdefault(int(network.broadcast_address) + 1, _PUBLIC)
    starts = sorted(kinds)
    return tuple(starts), tuple(kinds[start] for start in starts)


_STEPS: Final = {4: _steps(_V4_BLOCKS), 6: _steps(_V6_BLOCKS)}


def _is_all_public(octet: int) -> bool:
    """Whether every address of version 4 that begins with an octet is public."""
    starts, kinds = _STEPS[4]
    first, last = (bisect_right(starts, number) - 1 for number in (octet << 24, (octet << 24) + 0xFFFFFF))
    return first == last and kinds[first] == _PUBLIC


_PUBLIC_OCTETS: Final = frozenset(str(octet) for octet in range(256) if _is_all_public(octet))


def problems(text: str) -> tuple[Problem, ...]:
    """An IP address is a public one of version 4 or 6, or two of them from start to end.

    Safe fix: `full-width`, `blank`, `range-mark` (~ or 至 for the hyphen). Suggested fix: `port`, `network` (a block
    such as /24, written as its range), `range-reversed`. No fix: `syntax`, and the uses that the public network
    does not carry: `private`, `loopback`, `link-local`, `reserved`, `documentation`, `multicast`, `shared`
    (carrier's NAT), `unspecified`.
    Facts: `position`, `version`.

    Parameters:
        text: an address, or start and end joined by a hyphen.
    """
    plain_v4 = _v4(text)
    if plain_v4 and (plain_v4[1] in _PUBLIC_OCTETS or _is_public_v4(text)):
        return ()
    ends = _ends(text)
    if ends:
        return _end_problems(ends)
    if len(text) > _LONGEST:
        return (Problem("syntax"),)
    plain = normalise(text)
    ends = _ends(plain)
    if ends:
        return (*_slips(text, plain), *_end_problems(ends))
    return (_repairable(plain) or Problem("syntax"),)


def normalise(text: str) -> str:
    """The address or range in ASCII, without blanks; a range has a plain hyphen.

    Parameters:
        text: an address or range as typed.
    """
    return _BLANK.sub("", ascii_width(text.translate(_TO_ASCII)))


def _is_public_v4(text: str) -> bool:
    return _kind(4, int.from_bytes(map(int, text.split(".")), "big")) == _PUBLIC


def _address(text: str) -> Address | None:
    try:
        return IPv6Address(text) if ":" in text else IPv4Address(text)
    except ValueError:
        return None


def _ends(text: str) -> tuple[Address, ...]:
    """Start and end, the single address, or nothing when the text is neither."""
    if len(text) > _LONGEST:
        return ()
    single = _address(text)
    if single:
        return (single,)
    start, hyphen, end = text.partition("-")
    pair = tuple(found for found in (_address(start), _address(end)) if found) if hyphen else ()
    return pair if len({address.version for address in pair}) == 1 and len(pair) > 1 else ()


def _end_problems(ends: tuple[Address, ...]) -> tuple[Problem, ...]:
    uses = dict.fromkeys((use, address.version) for address in ends if (use := _use(address)))
    reversed_range = int(ends[0]) > int(ends[-1])
    return (
        *((Problem("range-reversed", (), f"{ends[-1]}-{ends[0]}"),) if reversed_range else ()),
        *(Problem(use, (("version", version),)) for use, version in uses),
    )


def _use(address: Address) -> str:
    """The use of the block, or the empty text for a public address."""
    number = int(address)
    if number == 0:
        return "unspecified"
    if address.version == 6 and number == 1:
        return "loopback"
    return _kind(address.version, number)


def _kind(version: int, number: int) -> str:
    starts, kinds = _STEPS[version]
    return kinds[bisect_right(starts, number) - 1]


def _slips(text: str, plain: str) -> tuple[Problem, ...]:
    places: tuple[tuple[str, Facts], ...] = tuple(
        (kind, (("position", found.start() + 1),))
        for kind, pattern in (("full-width", _FULL_WIDTH), ("blank", _BLANK))
        if (found := pattern.search(text))
    )
    return tuple(Problem(kind, facts, plain, safe=True) for kind, facts in places or (("range-mark", ()),))


def _repairable(plain: str) -> Problem | None:
    """A text that is more than an address, with the address or range that it names."""
    found = _PORT.fullmatch(plain)
    host = (found[1] or found[2]) if found else ""
    if _address(host):
        return Problem("port", (("position", plain.rindex(":") + 1),), host)
    try:
        network = ip_network(plain, strict=False)
    except ValueError:
        return None
    return Problem("network", (("version", network.version),), f"{network[0]}-{network[-1]}")

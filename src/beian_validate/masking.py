"""Keep personal values out of everything that leaves the library."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from beian_validate.finding import Value
from beian_validate.schema.certificates import PERSONAL_CERTIFICATES, CertificateType
from beian_validate.schema.node import Node, Privacy
from beian_validate.schema.party import Certificate, Person, RegistryRecord, Sponsor
from beian_validate.schema.service import DomainHolder
from beian_validate.schema.vocabulary import Nature
from beian_validate.tree import Text, Visit, texts, walk

_ORGANISATION = re.compile(
    r"公司|集团|企业|工厂|厂$|店|社$|院|校|中心|协会|学会|商会|联合会|基金会|委员会|事务所|合作社|政府|局$|厅$|部$|处$|站$|"
    r"银行|工作室|经营部|商行|超市|酒店|餐厅|大学|学堂|俱乐部|\b(?:ltd|limited|inc|llc|gmbh|corp|co)\b",
    re.IGNORECASE,
)
_HAN_NAME = re.compile(r"[\u3400-\u9fff（）()]+")
_LONGEST_NAME = 5
"""Longer names of Han characters without a dot are hardly a person's."""
_IDENTITY = re.compile(
    r"(?<![0-9A-Za-z])\d{6}(?:1[89]|20|21)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXxＸｘ](?![0-9A-Za-z])"
    r"|(?<![0-9A-Za-z])[1-8]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![0-9A-Za-z])"
)
_PHONE = re.compile(
    r"(?<![0-9A-Za-z])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![0-9A-Za-z])"
    r"|(?<![0-9A-Za-z])0\d{2,3}[- －—]\d{7,8}(?!\d)"
)
_EMAIL = re.compile(r"[^\s@,;，；：:（）()<>《》\"']{1,64}@[^\s@,;，；（）()<>《》\"']{1,253}")


def mask_number(text: str) -> str:
    """Show the first and last four characters of a long number, nothing of a short one."""
    return text[:4] + "*" * (len(text) - 8) + text[-4:] if len(text) >= 15 else "*" * len(text)


def mask_name(text: str) -> str:
    """Show the first character of a name."""
    return text[:1] + "*" * (len(text) - 1) if len(text) > 1 else "*" * len(text)


def mask_phone(text: str) -> str:
    """Show the first three and last four characters of a phone number."""
    return text[:3] + "*" * (len(text) - 7) + text[-4:] if len(text) >= 11 else "*" * len(text)


def mask_email(text: str) -> str:
    """Show the first character and the host of an e-mail address."""
    name, at, host = text.rpartition("@")
    return f"{name[:1]}***@{host}" if at and len(name) > 1 else "*" * len(text)


def mask_address(text: str) -> str:
    """Show the first three characters of an address."""
    return f"{text[:3]}****" if len(text) > 6 else "****"


_MASKS: Mapping[Privacy, Callable[[str], str]] = {
    Privacy.PERSON_NAME: mask_name,
    Privacy.PARTY_NAME: mask_name,
    Privacy.IDENTITY_NUMBER: mask_number,
    Privacy.PARTY_NUMBER: mask_number,
    Privacy.PHONE: mask_phone,
    Privacy.EMAIL: mask_email,
    Privacy.ADDRESS: mask_address,
}


def mask_free_text(text: str) -> str:
    """Mask identity numbers, phones and e-mail addresses inside a text."""
    text = _IDENTITY.sub(lambda found: mask_number(found.group()), text)
    text = _EMAIL.sub(lambda found: mask_email(found.group()), text)
    return _PHONE.sub(lambda found: mask_phone(found.group()), text)


class Masker:
    """What may be shown of one application, decided once per run and only when there is something to show.

    Parameters:
        root: the application, or the part of one that is judged.
        visits: its nodes, where they have been walked already.
    """

    __slots__ = ("_known", "_private", "_public", "_root")

    def __init__(self, root: Node, visits: Sequence[Visit] = ()) -> None:
        self._root = root
        self._private: dict[str, Privacy] = {}
        self._public: set[str] = set()
        masks = dict(self._personal_values(visits or walk(root)))
        masks |= {name: name for name in self._public}  # public wherever it stands, and nothing is masked inside
        self._known = sorted(masks.items(), key=lambda known: len(known[0]), reverse=True)

    def value(self, value: Value) -> Value:
        """A parameter as it may be shown."""
        if isinstance(value, tuple):
            return tuple(map(self.value, value))
        if not isinstance(value, str) or type(value) is not str:
            return value if value is None or isinstance(value, str | int | date) else str(type(value).__name__)
        return self.text(value)

    def text(self, text: str) -> str:
        """A text without any personal value of this application, wherever it stands."""
        present = [known for known in self._known if known[0] in text]
        return mask_free_text(_replaced(text, present) if present else text)

    def excerpt(self, pointer: str, value: object) -> str | None:
        """The value at a pointer as it may be shown, or None for nodes and absent values."""
        if not isinstance(value, str) or not value:
            return str(value) if isinstance(value, date | int) else None
        privacy = self._private.get(pointer)
        return _MASKS[privacy](value) if privacy else self.text(value)

    def is_private(self, pointer: str, value: object) -> bool:
        """Whether a value to be written at a pointer is personal; whole nodes are, they may hold such values."""
        if pointer in self._private or isinstance(value, Mapping | Node | list | tuple):
            return True
        return isinstance(value, str) and self.text(value) != value

    def _personal_values(self, visits: Sequence[Visit]) -> Iterator[tuple[str, str]]:
        for visit in visits:
            node, pointer, _ = visit
            for field in _guarded(type(node)):
                value, is_personal = getattr(node, field.name), _is_personal(field, visit, self._root)
                if is_personal:
                    self._private[f"{pointer}/{field.name}"] = field.privacy
                    if len(value) > 1:
                        yield value, _MASKS[field.privacy](value)
                elif field.privacy == Privacy.PARTY_NAME and value:
                    self._public.add(value)


@cache
def _guarded(kind: type[Node]) -> tuple[Text, ...]:
    """The fields of a node type whose values may be personal as a whole."""
    return tuple(field for field in texts(kind) if field.privacy in _MASKS)


def _replaced(text: str, known: Sequence[tuple[str, str]]) -> str:
    """The text with every value that is in it replaced by its mask, from the left, the longer one first."""
    parts: list[str] = []
    position = 0
    while True:
        starts = [
            (start, order) for order, (value, _) in enumerate(known) if (start := text.find(value, position)) >= 0
        ]
        if not starts:
            return "".join((*parts, text[position:]))
        start, order = min(starts)
        value, mask = known[order]
        parts += [text[position:start], mask]
        position = start + len(value)


def _is_personal(field: Text, visit: Visit, root: Node) -> bool:
    """Whether the party that a name or number belongs to is a natural person, or may be one."""
    node, _, parents = visit
    if field.privacy == Privacy.PARTY_NAME:
        return _is_natural_person(node, parents, root) or not _is_named_as_organisation(node, getattr(node, field.name))
    if field.privacy == Privacy.PARTY_NUMBER:
        return _is_persons_number(node, parents, root)
    return True


def _is_persons_number(node: Node, parents: tuple[Node, ...], root: Node) -> bool:
    owner = parents[0] if parents else None
    if isinstance(owner, Person) or _is_natural_person(node, parents, root):
        return True
    if isinstance(node, Certificate) and node.type is not None:
        return node.type in PERSONAL_CERTIFICATES
    return not isinstance(owner, Sponsor) or owner.nature is None


def _is_natural_person(node: Node, parents: tuple[Node, ...], root: Node) -> bool:
    """Whether the sponsor is an individual, or the holder's own certificate is a person's."""
    holder = next((above for above in (node, *parents[:1]) if isinstance(above, DomainHolder)), None)
    if holder is not None and holder.certificate.type is not None:
        return holder.certificate.type in PERSONAL_CERTIFICATES
    sponsor = next((above for above in (node, *parents) if isinstance(above, Sponsor)), None)
    sponsor = sponsor or getattr(root, "sponsor", None)
    if not isinstance(sponsor, Sponsor):
        return not isinstance(node, RegistryRecord)
    return sponsor.nature == Nature.INDIVIDUAL or (
        sponsor.nature is None and sponsor.certificate.type in PERSONAL_CERTIFICATES
    )


def _is_named_as_organisation(node: Node, name: str) -> bool:
    """Whether a name is an organisation's by its words, or by its party if it is longer than a person's."""
    if _looks_like_organisation(name):
        return True
    # The investor of a sponsor may be a person.
    party = node if isinstance(node, DomainHolder) or (isinstance(node, Sponsor) and name == node.name) else None
    if party is not None and party.certificate.type == CertificateType.OVERSEAS_CERTIFICATE:
        return True  # in a script of its own, which tells nothing
    by_papers = isinstance(node, RegistryRecord) or (isinstance(party, Sponsor) and party.nature is not None)
    by_papers |= isinstance(node, DomainHolder) and node.certificate.type is not None
    return by_papers and len(name) > _LONGEST_NAME and _HAN_NAME.fullmatch(name) is not None


def _looks_like_organisation(name: str) -> bool:
    return _ORGANISATION.search(name) is not None

"""What a province's row asks, in words: for the table of a province, its page and the manual checks."""

from collections.abc import Mapping
from typing import Any

from beian_validate.finding import Wording
from beian_validate.law.provinces import ORGANISATION, Requirement
from beian_validate.schema.certificates import CertificateType
from beian_validate.schema.open_vocabulary import MaterialKind
from beian_validate.schema.term import Term
from beian_validate.schema.vocabulary import ContentType, Nature, OrderType
from beian_validate.tables import table

TERMS: tuple[type[Term], ...] = (CertificateType, MaterialKind, ContentType, Nature, OrderType)
SOLE_TRADER = Wording("个体工商户", "sole trader")
EVERY_ORGANISATION = Wording("单位", "organisations")


def asked(row: Requirement) -> Wording:
    """What one row asks, as `field: value`."""
    field = field_words(row.field)
    return Wording(f"{field}：{value_words(row.value, 'zh')}", f"{field.en}: {value_words(row.value, 'en')}")


def field_words(field: str) -> Wording:
    """The name of a field of the vocabulary."""
    entry = fields()[field]
    return Wording(entry["zh"], entry["en"])


def fields() -> Mapping[str, Mapping[str, Any]]:
    """Every field: its words, the rules that read it, or why none does."""
    entries: Mapping[str, Mapping[str, Any]] = table("province_fields")["fields"]
    return entries


def unread(row: Requirement) -> str:
    """Why no province rule reads a row: a key of the reasons, empty when one does."""
    content, entry = table("province_fields"), fields()[row.field]
    if entry.get("manual") and row.kind == "advise":
        return "permissive"
    if row.kind == "document" and "papers" in entry:
        return str(entry["papers"])
    value = row.value if isinstance(row.value, str) else ""
    reason: str = content["rows"].get(row.row.id) or content["values"].get(value) or entry.get("unread", "")
    return reason


def reason_words(reason: str) -> Wording:
    """A reason why a row is read by no rule."""
    entry = table("province_fields")["reasons"][reason]
    return Wording(entry["zh"], entry["en"])


def concerned(row: Requirement, lang: str) -> str:
    """Whom a row concerns, and on which orders; empty when everybody, always."""
    comma = "、" if lang == "zh" else ", "
    natures = (_nature(nature).label(lang) for nature in sorted(row.natures, key=_rank))
    orders = (OrderType(order).label(lang) for order in sorted(row.orders))
    parts = (comma.join(natures), comma.join(orders))
    return ("；" if lang == "zh" else "; ").join(part for part in parts if part)


def _nature(nature: str) -> Wording:
    known = {ORGANISATION: EVERY_ORGANISATION, "individual_business": SOLE_TRADER}
    return known.get(nature) or Wording(Nature(nature).zh, Nature(nature).en)


def _rank(nature: str) -> tuple[bool, str]:
    return nature not in frozenset(Nature), nature


def value_words(value: Any, lang: str) -> str:
    """The value of a row in words."""
    if isinstance(value, bool):
        return {True: ("是", "yes"), False: ("否", "no")}[value][lang == "en"]
    if isinstance(value, list):
        joint = "、" if lang == "zh" else ", "
        return joint.join(value_words(item, lang) if not isinstance(item, list) else "/".join(item) for item in value)
    if isinstance(value, dict):
        joint, colon = ("；", "：") if lang == "zh" else ("; ", ": ")
        return joint.join(f"{_part(key, lang)}{colon}{value_words(item, lang)}" for key, item in value.items())
    return _word(value, lang) if isinstance(value, str) else str(value)


def _part(key: str, lang: str) -> str:
    parts = table("province_fields")["parts"]
    return str(parts[key][lang]) if key in parts else _word(key, lang)


def _word(word: str, lang: str) -> str:
    words = table("province_fields")["words"]
    if word in words:
        return str(words[word][lang])
    for terms in TERMS:
        if word in terms.__members__.values():
            return terms(word).label(lang)
    return word.replace("_", " ") if word.isascii() and word.islower() else word

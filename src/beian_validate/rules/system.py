"""SCH and SYS: the shape of the input and the state of the tool itself. No function enforces these."""

from collections.abc import Mapping

from beian_validate.finding import Severity
from beian_validate.rule import Rule, cite, declare

CONTRACT = cite("beian-validate-schema")

UNKNOWN_FIELD = declare("SCH001", "unknown-field", severity=Severity.ERROR, source=CONTRACT)
NOT_A_TEXT = declare("SCH002", "not-a-text", severity=Severity.ERROR, source=CONTRACT)
NOT_A_LIST = declare("SCH003", "not-a-list", severity=Severity.ERROR, source=CONTRACT)
NOT_AN_OBJECT = declare("SCH004", "not-an-object", severity=Severity.ERROR, source=CONTRACT)
UNKNOWN_TERM = declare("SCH005", "unknown-term", severity=Severity.ERROR, source=CONTRACT)
NOT_A_DATE = declare("SCH006", "not-a-date", severity=Severity.ERROR, source=CONTRACT)
NOT_A_MOMENT = declare("SCH007", "not-a-moment", severity=Severity.ERROR, source=CONTRACT)
NOT_A_FLAG = declare("SCH008", "not-a-flag", severity=Severity.ERROR, source=CONTRACT)
NOT_A_PROVINCE = declare("SCH009", "not-a-province", severity=Severity.ERROR, source=CONTRACT)
TEXT_TOO_LONG = declare("SCH010", "text-too-long", severity=Severity.ERROR, source=CONTRACT)
NOT_UNICODE = declare("SCH011", "not-unicode", severity=Severity.ERROR, source=CONTRACT)
DUPLICATE_KEY = declare("SCH012", "duplicate-key", severity=Severity.ERROR, source=CONTRACT)
DATE_FORM = declare("SCH013", "date-form", severity=Severity.WARNING, source=CONTRACT)
NUMBER_AS_TEXT = declare("SCH014", "number-as-text", severity=Severity.WARNING, source=CONTRACT)
OTHER_SHAPE = declare("SCH099", "other-shape", severity=Severity.ERROR, source=CONTRACT)
NUMBER_LOST_DIGITS = declare("SYS010", "number-lost-digits", severity=Severity.ERROR, source=CONTRACT)

SHAPES: Mapping[str, Rule] = {
    "unknown-field": UNKNOWN_FIELD,
    "not-a-text": NOT_A_TEXT,
    "not-a-list": NOT_A_LIST,
    "not-an-object": NOT_AN_OBJECT,
    "unknown-term": UNKNOWN_TERM,
    "not-a-date": NOT_A_DATE,
    "not-a-moment": NOT_A_MOMENT,
    "not-a-flag": NOT_A_FLAG,
    "not-a-province": NOT_A_PROVINCE,
    "text-too-long": TEXT_TOO_LONG,
    "not-unicode": NOT_UNICODE,
    "duplicate-key": DUPLICATE_KEY,
    "date-form": DATE_FORM,
    "number-as-text": NUMBER_AS_TEXT,
    "other": OTHER_SHAPE,
    "number-lost-digits": NUMBER_LOST_DIGITS,
}
"""The article for every kind of wrong shape."""
READ_ALL_THE_SAME = frozenset({DATE_FORM.code, NUMBER_AS_TEXT.code})
"""Shapes that leave no doubt about the value: it is judged like any other, and the fix is safe."""

RULE_CRASHED = declare("SYS001", "rule-crashed", severity=Severity.WARNING, source=CONTRACT)
NOT_JSON = declare("SYS002", "not-json", severity=Severity.ERROR, source=CONTRACT)
WRONG_ENCODING = declare("SYS003", "wrong-encoding", severity=Severity.ERROR, source=CONTRACT)
TOO_DEEP = declare("SYS004", "nested-too-deep", severity=Severity.ERROR, source=CONTRACT)
EMPTY_INPUT = declare("SYS005", "empty-input", severity=Severity.ERROR, source=CONTRACT)
NOT_YAML = declare("SYS006", "not-yaml", severity=Severity.ERROR, source=CONTRACT)
YAML_ALIAS = declare("SYS007", "yaml-alias", severity=Severity.ERROR, source=CONTRACT)
NOT_TOML = declare("SYS008", "not-toml", severity=Severity.ERROR, source=CONTRACT)
NOT_A_TABLE = declare("SYS009", "not-a-table", severity=Severity.ERROR, source=CONTRACT)

UNREADABLE: Mapping[str, Rule] = {
    "syntax": NOT_JSON,
    "encoding": WRONG_ENCODING,
    "too-deep": TOO_DEEP,
    "empty": EMPTY_INPUT,
    "yaml": NOT_YAML,
    "yaml-alias": YAML_ALIAS,
    "toml": NOT_TOML,
    "table": NOT_A_TABLE,
}
"""The article for every reason why an input cannot be read at all."""

WAIVER_EXPIRED = declare("WVR001", "waiver-expired", severity=Severity.WARNING, source=CONTRACT)
WAIVER_UNUSED = declare("WVR002", "waiver-unused", severity=Severity.ADVICE, source=CONTRACT)
WAIVER_MALFORMED = declare("WVR003", "waiver-malformed", severity=Severity.ERROR, source=CONTRACT)

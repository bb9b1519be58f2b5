"""What every node of an application shares: frozen, closed, silent about personal values."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, PlainValidator, ValidationError, WithJsonSchema
from pydantic.fields import FieldInfo
from pydantic_core import InitErrorDetails, PydanticCustomError

CHINA_STANDARD_TIME = timezone(timedelta(hours=8), "CST")
LONGEST_TEXT = 20_000
"""Characters. No field of a filing form takes more; longer input is a mistake or an attack."""

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
LONG_TERM: Literal["long_term"] = "long_term"
_LONG_TERM = frozenset({"长期", "长期有效", "long_term", "long-term"})
_FLAGS = {
    **dict.fromkeys(("是", "true", "yes", "y", "1", "√", "✓", "已实名", "已认证", "已实名认证", "已通过"), True),
    **dict.fromkeys(("否", "false", "no", "n", "0", "×", "✗", "未实名", "未认证", "未实名认证", "未通过"), False),
}
"""What JSON, YAML, Excel and clerks write for yes and no, in small letters; of a check, that it is passed or not."""


class Privacy(StrEnum):
    """Who may see a value in a report."""

    PUBLIC = "public"
    PERSON_NAME = "person_name"
    PARTY_NAME = "party_name"  # personal when the party is a natural person
    IDENTITY_NUMBER = "identity_number"
    PARTY_NUMBER = "party_number"  # personal when the certificate is a person's
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    FREE_TEXT = "free_text"  # may quote numbers, phones and e-mail addresses


class Node(BaseModel):
    """One node of an application.

    Its `repr` names the fields that are filled in, never their values: an application holds identity numbers,
    and objects end up in logs and tracebacks.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_max_length=LONGEST_TEXT, hide_input_in_errors=True, ser_json_inf_nan="null"
    )

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __repr__(self) -> str:
        return f"{type(self).__name__}(<{', '.join(sorted(self.model_fields_set))}>)"

    __str__ = __repr__

    def __rich_repr__(self) -> Iterator[Any]:
        yield from sorted(self.model_fields_set)

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        yield from ((name, ...) for name in sorted(self.model_fields_set))

    def __setattr__(self, name: str, value: object) -> None:
        raise self._frozen(name)

    def __delattr__(self, name: str) -> None:
        raise self._frozen(name)

    def _frozen(self, name: str) -> ValidationError:
        """What pydantic raises too, but without the value, which may be personal."""
        error: InitErrorDetails = {"type": "frozen_instance", "loc": (name,), "input": None}
        return ValidationError.from_exception_data(type(self).__name__, [error], hide_input=True)


def label(
    zh: str, en: str, *, hint: tuple[str, str] = ("", ""), privacy: Privacy = Privacy.PUBLIC, identifier: bool = False
) -> FieldInfo:
    """Describe a field for forms, JSON Schema, spreadsheets and masking.

    Parameters:
        zh, en: the label of the field on the form.
        hint: what to write into it, in Chinese and in English.
        privacy: who may see the value.
        identifier: whether the value is a number or name for machines, with no blanks or wide letters in it.
    """
    extra = {"x-title-en": en, "x-description-en": hint[1], "x-privacy": privacy.value, "x-identifier": identifier}
    return Field(title=zh, description=hint[0] or None, json_schema_extra=extra)  # type: ignore[no-any-return,arg-type]


def _date(value: object) -> object:
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        with suppress(ValueError):
            return date.fromisoformat(value)
    raise PydanticCustomError("not_a_date", "not a date of the form YYYY-MM-DD")


def _end_date(value: object) -> object:
    if isinstance(value, str) and value.casefold() in _LONG_TERM:
        return LONG_TERM
    try:
        return _date(value)
    except PydanticCustomError:
        raise PydanticCustomError("not_an_end_date", "neither a date of the form YYYY-MM-DD nor long_term") from None


def _moment(value: object) -> object:
    if isinstance(value, str) and _ISO_DATE.match(value):
        with suppress(ValueError):
            value = datetime.fromisoformat(value)
    if value is None or isinstance(value, datetime):
        return value.replace(tzinfo=CHINA_STANDARD_TIME) if value is not None and value.tzinfo is None else value
    raise PydanticCustomError("not_a_moment", "not a moment of ISO 8601")


def _flag(value: object) -> object:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str | int) and (word := str(value).strip().casefold()) in _FLAGS:
        return _FLAGS[word]
    raise PydanticCustomError("not_a_flag", "neither true nor false")


_DATE_SCHEMA = {"type": "string", "format": "date"}
_END_SCHEMA = {"anyOf": [_DATE_SCHEMA, {"enum": sorted(_LONG_TERM)}]}


def _or_null(schema: dict[str, Any]) -> WithJsonSchema:
    return WithJsonSchema({"anyOf": [schema, {"type": "null"}]})


def _iso(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


_AS_ISO = PlainSerializer(_iso, when_used="json-unless-none")
Day = Annotated[date | None, PlainValidator(_date), _AS_ISO, _or_null(_DATE_SCHEMA)]
EndDay = Annotated[date | Literal["long_term"] | None, PlainValidator(_end_date), _AS_ISO, _or_null(_END_SCHEMA)]
Moment = Annotated[
    datetime | None, PlainValidator(_moment), _AS_ISO, _or_null({"type": "string", "format": "date-time"})
]
Flag = Annotated[bool | None, PlainValidator(_flag), _or_null({"type": "boolean"})]

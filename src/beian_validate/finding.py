"""What a report is made of: severities, findings, fixes and the verdict."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import blake2b
from typing import Any, Self

from beian_validate import pages


class Severity(StrEnum):
    """How sure it is that the application comes back."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def rank(self) -> int:
        """0 for errors, 1 for warnings, 2 for advice."""
        return _SEVERITIES.index(self)

    def reaches(self, threshold: "Severity") -> bool:
        """Whether this severity is at least as grave as the threshold."""
        return self.rank <= threshold.rank


_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.ADVICE)


class Verdict(StrEnum):
    """Whether the application may be submitted."""

    READY = "ready"
    NOT_READY = "not_ready"
    UNDECIDED = "undecided"


class Code(str):
    """The stable code of a rule: a family of three capitals and three digits, such as `SPN003`."""

    __slots__ = ()

    @property
    def family(self) -> str:
        """The three letters before the digits."""
        return self[:-3]


class Wording(str):
    """A fact with words of its own in both languages, such as the name of a licence or a province."""

    en: str

    def __new__(cls, zh: str, en: str) -> Self:
        """Make a text that is the Chinese words and knows the English ones."""
        wording = str.__new__(cls, zh)
        wording.en = en
        return wording

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        return type(self), (str(self), self.en)

    def label(self, lang: str) -> str:
        """The words in `zh` or `en`."""
        return self.en if lang == "en" else str(self)


class Pointer(str):
    """A part of the application as a fact: a pointer in JSON, the words of the form in a message."""

    __slots__ = ()

    def label(self, lang: str) -> str:
        """The words of the form in `zh` or `en`."""
        return pages.place(self, lang)


Value = str | int | date | tuple[Any, ...] | None
"""What a finding may say about a filing: a text, a number, a date, a term of a vocabulary, or several."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a rule comes from: an entry of the bibliography, and the article or row in it."""

    id: str
    article: str = ""

    def to_dict(self) -> dict[str, str]:
        """The citation as JSON."""
        return {"id": self.id, "article": self.article}


class Safety(StrEnum):
    """Whether a fix can change what the application means."""

    SAFE = "safe"
    SUGGESTED = "suggested"


@dataclass(frozen=True, slots=True)
class Operation:
    """One step of a JSON Patch (RFC 6902); the value of a private step is never printed or pickled."""

    op: str
    path: str
    value: Any = field(default=None, repr=False)
    private: bool = False

    def to_dict(self) -> dict[str, Any]:
        """The step as JSON, without the value if that is private."""
        step = {"op": self.op, "path": self.path}
        return step if self.private or self.op == "remove" else {**step, "value": self.value}

    def __reduce__(self) -> tuple[Any, ...]:
        return Operation, (self.op, self.path, None if self.private else self.value, self.private)


@dataclass(frozen=True, slots=True)
class Fix:
    """A repair that a program may apply, with how safe that is."""

    safety: Safety
    patch: tuple[Operation, ...]

    def to_dict(self) -> dict[str, Any]:
        """The fix as JSON."""
        return {"safety": self.safety.value, "patch": [step.to_dict() for step in self.patch]}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands in its file: line and column count from 1; a workbook also has a sheet."""

    line: int | None = None
    column: int | None = None
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that would send the application back, with the words to repair it.

    Parameters:
        code, name: the rule that speaks.
        severity: the rule's, or that of the table row that decided.
        pointer: RFC 6901 pointer from the validated node.
        params: the facts of the message; personal values are masked already.
        excerpt: the value at the pointer as it may be shown.
    """

    code: Code
    name: str
    severity: Severity
    pointer: str
    params: Mapping[str, Value]
    sources: tuple[Citation, ...]
    fix: Fix | None = None
    fingerprint: str = ""
    place: Place = Place()
    excerpt: str | None = None
    waived: Mapping[str, str] | None = None

    @property
    def line(self) -> int | None:
        """Line of the value, counted from 1, where the input has lines."""
        return self.place.line

    @property
    def column(self) -> int | None:
        """Column of the value in characters, counted from 1, where the input has columns."""
        return self.place.column

    @property
    def docs(self) -> str:
        """The page of the rule, relative to the project."""
        return f"docs/rules/{self.code}.md"

    def title(self, lang: str = "zh") -> str:
        """What kind of finding this is, in `zh` or `en`."""
        return pages.page(self.code).title(lang)

    def message(self, lang: str = "zh") -> str:
        """What is wrong, in `zh` or `en`."""
        return pages.page(self.code).message(lang, self.params, self.sources)

    def remedy(self, lang: str = "zh") -> tuple[str, ...]:
        """What to do, step by step, in `zh` or `en`."""
        return pages.page(self.code).remedy(lang, self.params, self.sources)

    def to_dict(self, lang: str = "zh") -> dict[str, Any]:
        """The finding as the JSON report has it."""
        return {
            "code": str(self.code),
            "name": self.name,
            "severity": self.severity.value,
            "pointer": self.pointer,
            "line": self.line,
            "column": self.column,
            "title": self.title(lang),
            "message": self.message(lang),
            "remedy": list(self.remedy(lang)),
            "params": {key: plain(value) for key, value in self.params.items()},
            "sources": [source.to_dict() for source in self.sources],
            "docs": self.docs,
            "fix": self.fix.to_dict() if self.fix else None,
            "fingerprint": self.fingerprint,
            "waived": dict(self.waived) if self.waived else None,
        }


def plain(value: Value) -> Any:
    """A parameter as JSON knows it."""
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else str(value) if isinstance(value, str) else value


def fingerprint(code: str, pointer: str, ordinal: int) -> str:
    """Name a finding across runs by rule and place, with nothing of the value in it."""
    return blake2b(f"{code}\0{pointer}\0{ordinal}".encode("utf-8", "replace"), digest_size=8).hexdigest()

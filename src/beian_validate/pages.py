"""The words of a rule: title, message and remedy in both languages, read from `rules/pages` when needed."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from string import Formatter
from typing import Any, Protocol

from beian_validate.tables.bibliography import source

LANGUAGES = ("zh", "en")
_DEMANDED = {
    "zh": "这是{province}的要求，据{account}。",
    "en": " {province} asks for this, according to {account}.",
}
_PLACES = {
    "": ("申请", "application"),
    "sponsor/person_in_charge": ("主体负责人", "sponsor's person in charge"),
    "sponsor/legal_representative": ("法定代表人", "legal representative"),
}
_PARTS = {
    "sponsor": ("主办者", "sponsor"),
    "websites": ("网站", "website"),
    "apps": ("应用", "app"),
    "domains": ("域名", "domain"),
    "pre_approvals": ("前置审批", "pre-approval"),
    "person_in_charge": ("负责人", "person in charge"),
    "certificate": ("证件", "certificate"),
}
_STEP = re.compile("/([a-z_]+)(?:/([0-9]+))?")
_FOLDER = files("beian_validate") / "rules" / "pages"
_FOREIGN: dict[str, Traversable] = {}


class Cited(Protocol):
    """A citation, as far as its words go."""

    @property
    def id(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Page:
    """One page of `rules/pages`, as it was read."""

    code: str
    body: Mapping[str, Any]

    def title(self, lang: str) -> str:
        """The heading of the page."""
        return str(self.body["title"][lang])

    def why(self, lang: str) -> str:
        """Why the rule exists."""
        return str(self.body["why"][lang])

    def message(self, lang: str, params: Mapping[str, Any], sources: Sequence[Cited] = ()) -> str:
        """The message with its facts filled in, and whose demand it is where a row of a province decided."""
        template = self.body["message"][lang]
        if "account" in params and "{account}" not in template:
            template += _DEMANDED[lang]
        return _fill(template, lang, params, sources)

    def remedy(self, lang: str, params: Mapping[str, Any], sources: Sequence[Cited] = ()) -> tuple[str, ...]:
        """The steps of the remedy with their facts filled in."""
        return tuple(_fill(step, lang, params, sources) for step in self.body["remedy"][lang])


class UnknownCode(KeyError):
    """No page has this code; raised since 0.1."""


@lru_cache(maxsize=512)
def page(code: str) -> Page:
    """The page of a rule.

    Raises:
        UnknownCode: no rule has that code.
    """
    file = _FOREIGN.get(code, _FOLDER) / f"{code}.toml"
    if not (code.isalnum() and file.is_file()):
        raise UnknownCode(code)
    return Page(code, tomllib.loads(file.read_text("utf-8")))


def add(folder: Traversable, codes: Iterable[str]) -> None:
    """Make the pages of a plugin known: `folder` holds one for each of the codes."""
    _FOREIGN.update(dict.fromkeys(codes, folder))


def codes() -> tuple[str, ...]:
    """The codes of all pages, sorted."""
    return tuple(
        sorted(entry.name.removesuffix(".toml") for entry in _FOLDER.iterdir() if entry.name.endswith(".toml"))
    )


def words(value: object, lang: str) -> str:
    """A fact as a reader wants to see it: terms by their label, dates in ISO form, several joined."""
    if isinstance(value, tuple | list):
        return ("、" if lang == "zh" else ", ").join(words(item, lang) for item in value)
    if isinstance(value, bool):
        return {True: ("是", "yes"), False: ("否", "no")}[value][lang == "en"]
    if isinstance(value, date):
        return value.isoformat()
    label = getattr(value, "label", None)
    return str(label(lang)) if callable(label) else "" if value is None else str(value)


def place(pointer: str, lang: str) -> str:
    """A part of the application as the form calls it: 主体负责人, the person in charge of the first website.

    Parameters:
        pointer: RFC 6901 pointer from the application.
    """
    whole = _PLACES.get(pointer.strip("/"))
    if whole:
        return whole[lang == "en"]
    found = _STEP.findall(pointer)
    if lang == "zh":
        return "的".join(_step(name, index, lang) for name, index in found)
    steps = [_step(name, index, lang) for name, index in reversed(found)]
    return " of ".join(step if "no." in step or not i else f"the {step}" for i, step in enumerate(steps)) or pointer


def _step(name: str, index: str, lang: str) -> str:
    zh, en = _PARTS.get(name, (name, name))
    if not index:
        return (zh, en)[lang == "en"]
    return f"{en} no. {int(index) + 1}" if lang == "en" else f"第{int(index) + 1}个{zh}"


def _fill(template: str, lang: str, params: Mapping[str, Any], sources: Sequence[Cited]) -> str:
    if "{" not in template:
        return template
    facts = {key: words(value, lang) for key, value in params.items()}
    if "{source" in template:
        facts |= _accounts(sources, lang)
    return _FORMATTER.vformat(template, (), facts)


def _accounts(sources: Sequence[Cited], lang: str) -> dict[str, str]:
    """Whose account the finding is, and from when."""
    entries = [source(cited.id) for cited in sources]
    publishers = dict.fromkeys(entry.publisher(lang) for entry in entries)
    return {"source": words(tuple(publishers), lang), "source_as_of": words(tuple(e.as_of for e in entries[:1]), lang)}


class _Facts(Formatter):
    """Plain `{name}` only: a template can neither reach into objects nor fail on a missing fact."""

    def get_field(self, field_name: str, args: Any, kwargs: Any) -> tuple[Any, str]:
        return kwargs.get(field_name, "…"), field_name


_FORMATTER = _Facts()

"""JSON Schema (draft 2020-12) of an application and of the report, with titles in the chosen language."""

from typing import Any

from beian_validate.finding import Severity, Verdict
from beian_validate.result import SCHEMA_VERSION, Outcomes
from beian_validate.schema.application import Application
from beian_validate.shape import terms_of
from beian_validate.tree import children, node_type

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def application_schema(lang: str = "zh") -> dict[str, Any]:
    """The shape of an application; terms are accepted by slug, by official code and by Chinese label.

    Parameters:
        lang: language of titles and descriptions, `zh` or `en`.
    """
    schema = Application.model_json_schema()
    models = {kind.__name__: kind for kind in _node_types()}
    for name, body in (*schema["$defs"].items(), ("Application", schema)):
        if name in models:
            for field, info in models[name].model_fields.items():
                _describe(body["properties"][field], lang, terms_of(info.annotation))
        if "enum" in body:
            body.pop("description", None)
    schema["$defs"] = {name: body for name, body in schema["$defs"].items() if "enum" not in body}
    return {"$schema": DIALECT, **schema}


def _describe(body: dict[str, Any], lang: str, terms: tuple[Any, ...]) -> None:
    """Give a property its title in one language, and a term its accepted spellings."""
    title, hint = body.pop("x-title-en"), body.pop("x-description-en")
    body["x-privacy"] = body.pop("x-privacy")
    if lang == "en":
        body["title"] = title
        body.pop("description", None)
        if hint:
            body["description"] = hint
    if terms:
        _accept(body, terms, lang)


def _accept(body: dict[str, Any], terms: tuple[Any, ...], lang: str) -> None:
    codes = [term.code for term in terms if term.code is not None]
    spellings = [*(term.value for term in terms), *(term.zh for term in terms), *codes, *map(str, codes)]
    value: dict[str, Any] = {
        "anyOf": [
            {"enum": list(dict.fromkeys(spellings))},
            {"type": "string", "description": "其他写法" if lang == "zh" else "another spelling"},
        ],
        "x-terms": [{"slug": term.value, "code": term.code, "label": term.label(lang)} for term in terms],
    }
    is_many = body.get("type") == "array"
    body.pop("anyOf", None)
    body.pop("$ref", None)
    if is_many:
        body["items"] = value
    else:
        value["anyOf"].append({"type": "null"})
        body.update(value)


def _node_types() -> list[Any]:
    found: list[Any] = [Application]
    for kind in found:
        below = (node_type(kind, child.name) for child in children(kind))
        found.extend(one for one in dict.fromkeys(below) if one is not None and one not in found)
    return found


def report_schema(lang: str = "zh") -> dict[str, Any]:
    """The shape of the JSON report, schema version 1.

    Parameters:
        lang: language of the title, `zh` or `en`.
    """
    text, count = {"type": "string"}, {"type": "integer", "minimum": 0}
    place = {"type": ["integer", "null"], "minimum": 1}
    finding = _closed(
        code={"type": "string", "pattern": "^[A-Z]{3}[0-9]{3}$|^X"},
        name=text,
        severity={"enum": [severity.value for severity in Severity]},
        pointer={"type": "string", "format": "json-pointer"},
        line=place,
        column=place,
        title=text,
        message=text,
        remedy={"type": "array", "items": text},
        params={"type": "object"},
        sources={"type": "array", "items": _closed(id=text, article=text)},
        docs=text,
        fix={"anyOf": [_closed(safety={"enum": ["safe", "suggested"]}, patch=_patch()), {"type": "null"}]},
        fingerprint=text,
        waived={"type": ["object", "null"]},
    )
    application = _closed(
        source=text,
        index=count,
        id=text,
        verdict={"enum": [verdict.value for verdict in Verdict]},
        findings={"type": "array", "items": {"$ref": "#/$defs/finding"}},
        outcomes=_closed(**dict.fromkeys(Outcomes._fields, count)),
    )
    counts = ("applications", *(verdict.value for verdict in Verdict), "errors", "warnings", "advice")
    report = _closed(
        schema_version={"const": SCHEMA_VERSION},
        ruleset=text,
        as_of={"type": ["string", "null"], "format": "date"},
        summary=_closed(**dict.fromkeys(counts, count)),
        applications={"type": "array", "items": {"$ref": "#/$defs/application"}},
    )
    report["properties"]["plugins"] = {"type": "array", "items": text}  # only where some were used
    return {
        "$schema": DIALECT,
        "title": "beian-validate 校验报告" if lang == "zh" else "beian-validate report",
        **report,
        "$defs": {"application": application, "finding": finding},
    }


def _patch() -> dict[str, Any]:
    """JSON Patch steps; a private step carries no value."""
    step = {
        "type": "object",
        "properties": {
            "op": {"enum": ["add", "replace", "remove"]},
            "path": {"type": "string", "format": "json-pointer"},
            "value": {},
        },
        "required": ["op", "path"],
        "additionalProperties": False,
    }
    return {"type": "array", "items": step}


def _closed(**properties: Any) -> dict[str, Any]:
    """An object with exactly these properties."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }

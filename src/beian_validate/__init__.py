"""Validate ICP filings (ICP备案) before they are submitted: offline, with codes, and with the words to repair them."""

from importlib import import_module

TYPE_CHECKING = False  # type checkers take it for true; to import `typing` would double the start of --version
__version__ = "0.1.0"

if TYPE_CHECKING:
    from beian_validate.errors import ConfigError
    from beian_validate.explanation import explain
    from beian_validate.finding import Code, Finding, Severity, Verdict
    from beian_validate.materials import checklist
    from beian_validate.profile import Ruleset
    from beian_validate.published_page import check_page
    from beian_validate.report import render
    from beian_validate.result import Report
    from beian_validate.schedule import timeline
    from beian_validate.schema.app import App, Platform
    from beian_validate.schema.application import Application, Material, Milestones
    from beian_validate.schema.party import Certificate, Person, RegistryRecord, Sponsor
    from beian_validate.schema.service import Access, Domain, DomainHolder, PreApproval, ServiceNumber
    from beian_validate.schema.website import Website
    from beian_validate.validator import Validator, validate, validate_json, validate_many

_HOME = {
    "Access": "schema.service",
    "App": "schema.app",
    "Application": "schema.application",
    "Certificate": "schema.party",
    "Code": "finding",
    "ConfigError": "errors",
    "Domain": "schema.service",
    "DomainHolder": "schema.service",
    "Finding": "finding",
    "Material": "schema.application",
    "Milestones": "schema.application",
    "Person": "schema.party",
    "Platform": "schema.app",
    "PreApproval": "schema.service",
    "RegistryRecord": "schema.party",
    "Report": "result",
    "Ruleset": "profile",
    "ServiceNumber": "schema.service",
    "Severity": "finding",
    "Sponsor": "schema.party",
    "Validator": "validator",
    "Verdict": "finding",
    "Website": "schema.website",
    "check_page": "published_page",
    "checklist": "materials",
    "explain": "explanation",
    "render": "report",
    "timeline": "schedule",
    "validate": "validator",
    "validate_json": "validator",
    "validate_many": "validator",
}

__all__ = [
    "Access",
    "App",
    "Application",
    "Certificate",
    "Code",
    "ConfigError",
    "Domain",
    "DomainHolder",
    "Finding",
    "Material",
    "Milestones",
    "Person",
    "Platform",
    "PreApproval",
    "RegistryRecord",
    "Report",
    "Ruleset",
    "ServiceNumber",
    "Severity",
    "Sponsor",
    "Validator",
    "Verdict",
    "Website",
    "__version__",
    "check_page",
    "checklist",
    "explain",
    "render",
    "timeline",
    "validate",
    "validate_json",
    "validate_many",
]


def __getattr__(name: str) -> object:
    """Import a public name when it is first used: `--version` must not load the schema."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)

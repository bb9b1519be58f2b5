"""Arguments of all commands, and the way from a command to its module."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from importlib import import_module

from beian_validate.cli import UNUSABLE

FORMATS = ("text", "json", "jsonl", "sarif", "junit", "github", "markdown", "html", "csv", "xlsx")


def run(arguments: Sequence[str]) -> int:
    """Parse the arguments and call the command."""
    parser = build()
    options = parser.parse_args(arguments)
    if options.command is None:
        parser.print_help(sys.stderr)
        return UNUSABLE
    command = import_module(f"beian_validate.cli.{options.command}")
    status: int = command.run(options)
    return status


def build() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="beian-validate", description="Validate ICP filings (ICP备案) before they are submitted."
    )
    parser.add_argument("-V", "--version", action="store_true", help="show the version and exit")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _check(commands.add_parser("check", help="validate stored applications"))
    _fix(commands.add_parser("fix", help="repair what needs no judgement"))
    _compare(commands.add_parser("compare", help="which applications come to another verdict on another day"))
    _init(commands.add_parser("init", help="write a template to fill in"))
    _explain(commands.add_parser("explain", help="explain a code or a refusal"))
    _timeline(commands.add_parser("timeline", help="what is due when"))
    _checklist(commands.add_parser("checklist", help="the documents that an application needs, and which are there"))
    _page(commands.add_parser("page", help="check the published page of a filed website"))
    _guide(commands.add_parser("guide", help="the eight steps of a filing, with what is ready and what is missing"))
    _rules(commands.add_parser("rules", help="list all rules"))
    _schema(commands.add_parser("schema", help="print a JSON Schema"))
    return parser


def _check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder or - for standard input")
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument("--output", metavar="FILE", help="write the report to a file")
    _language(parser)
    _circumstances(parser)
    parser.add_argument("--ahead", type=int, default=0, metavar="DAYS", help="judge as many days later")
    parser.add_argument("--fail-on", choices=("error", "warning", "advice"), help="default: error")
    parser.add_argument("--waivers", metavar="FILE", help="accepted findings: code, pointer, reason, approver, expires")
    parser.add_argument("--baseline", metavar="FILE", help="findings that were there before do not count")
    parser.add_argument("--write-baseline", metavar="FILE", help="write the baseline of what is found now")
    parser.add_argument("--jobs", type=int, metavar="N", help="processes (default: 1)")
    parser.add_argument("--show-values", action="store_true", help="do not mask personal values")
    parser.add_argument("--exit-zero", action="store_true", help="exit 0 even with findings")


def _fix(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a JSON, JSONL or YAML file, or a folder")
    parser.add_argument("--suggested", action="store_true", help="also apply what a person should confirm")
    parser.add_argument("--diff", action="store_true", help="show the change, write nothing")
    _circumstances(parser)
    parser.add_argument("--show-values", action="store_true", help="do not mask personal values in the diff")
    _language(parser)


def _compare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a file or a folder")
    _circumstances(parser)
    parser.add_argument("--then", type=_day, metavar="DATE", help="the other day of judgement")
    parser.add_argument("--then-select", metavar="C,..", help="what is selected the second time")
    parser.add_argument("--then-ignore", metavar="C,..", help="what is ignored the second time")
    parser.add_argument("--baseline", metavar="FILE", help="compare two baselines instead of two runs")
    parser.add_argument("--then-baseline", metavar="FILE", help="the other baseline")
    parser.add_argument("--jobs", type=int, metavar="N", help="processes (default: 1)")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    _language(parser)


def _init(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("xlsx", "yaml", "json"), default="xlsx")
    parser.add_argument("--output", metavar="FILE", help="default: filing with the suffix of the format; - prints it")
    parser.add_argument("--force", action="store_true", help="replace a file that is there already")
    _language(parser)


def _circumstances(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", metavar="FILE", help="settings (default: the nearest beian-validate.toml)")
    parser.add_argument("--as-of", type=_day, metavar="DATE", help="day of judgement, YYYY-MM-DD (default: today)")
    parser.add_argument("--provider", default="", metavar="P", help="access provider where an application names none")
    parser.add_argument("--province", default="", metavar="NN", help="province where a sponsor gives no division")
    parser.add_argument("--plugins", metavar="P,..", help="judge the rules of these installed plugins as well")
    parser.add_argument("--select", metavar="C,..", help="only these codes, families or names")
    parser.add_argument("--ignore", metavar="C,..", help="not these codes, families or names")


def _explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", help="a code such as SPN003, the name of a rule, or what a refusal says (- reads it)")
    parser.add_argument("--application", metavar="FILE", help="also show which suspected fields are wrong in it")
    parser.add_argument("--as-of", type=_day, metavar="DATE", help="day of judgement, YYYY-MM-DD (default: today)")
    parser.add_argument("--province", default="", metavar="NN", help="also show what decides there")
    _language(parser)


def _timeline(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", metavar="PATH", help="one application, or - for standard input")
    parser.add_argument("--format", choices=("text", "json", "ics"), default="text")
    parser.add_argument("--as-of", type=_day, metavar="DATE", help="day to look from, YYYY-MM-DD (default: today)")
    parser.add_argument("--provider", default="", metavar="P", help="access provider where the application names none")
    _language(parser)


def _checklist(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", metavar="PATH", help="one application, or - for standard input")
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text")
    parser.add_argument("--as-of", type=_day, metavar="DATE", help="day of judgement, YYYY-MM-DD (default: today)")
    parser.add_argument("--provider", default="", metavar="P", help="access provider where the application names none")
    parser.add_argument("--province", default="", metavar="NN", help="province where the sponsor gives no division")
    _language(parser)


def _page(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", metavar="FILE", help="the saved home page, or - for standard input")
    parser.add_argument("--filing-number", required=True, metavar="N", help="number of the website, as approved")
    parser.add_argument("--name", default="", help="filed name of the website")
    parser.add_argument(
        "--public-security-number", default="", metavar="N", help="number of the public-security filing"
    )
    parser.add_argument("--province", default="", metavar="NN", help="two digits; some accept the sponsor's number")
    parser.add_argument("--format", choices=FORMATS, default="text")
    _language(parser)


def _guide(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", nargs="?", metavar="PATH", help="one application; without it, the plain guide")
    parser.add_argument("--provider", default="", metavar="P", help="access provider where the application names none")
    parser.add_argument("--as-of", type=_day, metavar="DATE", help="day to look from, YYYY-MM-DD (default: today)")
    _language(parser)


def _rules(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--province", default="", metavar="NN", help="what one province asks, instead of the list")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    _language(parser)


def _schema(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", nargs="?", choices=("application", "report"), default="application")
    _language(parser)


def _language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", choices=("zh", "en"), help="language of the output")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date YYYY-MM-DD") from None


def language() -> str:
    """The language of the environment: Chinese where the locale is, English elsewhere."""
    locale = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "zh" if locale.startswith("zh") else "en"

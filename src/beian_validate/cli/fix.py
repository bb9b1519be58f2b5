"""`fix`: repair stored applications as far as that needs no judgement."""

import difflib
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from beian_validate.cli import OK, UNUSABLE
from beian_validate.cli.files import complain, write_whole
from beian_validate.cli.parser import language
from beian_validate.cli.settled import settings_of, validators
from beian_validate.document import Unreadable
from beian_validate.errors import ConfigError
from beian_validate.fix import FORMATS, Repaired, repair, shown
from beian_validate.pages import page
from beian_validate.rules import system
from beian_validate.validator import Validator


def run(options: Namespace) -> int:
    """Repair every file, or show how it would change; a file that cannot be read stays as it is."""
    try:
        validator_of = validators(options, settings_of(options))
        paths = list(_files(options.paths))
        return max((_file(path, validator_of(str(path)), options) for path in paths), default=UNUSABLE)
    except ConfigError as error:
        complain(str(error))
        return UNUSABLE


def _files(paths: Sequence[str]) -> Iterator[Path]:
    for path in map(Path, paths):
        if path.is_dir():
            yield from sorted(file for file in path.rglob("*") if file.suffix.lower() in FORMATS and file.is_file())
        else:
            yield path


def _file(path: Path, validator: Validator, options: Namespace) -> int:
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        complain(f"{path}: only {', '.join(FORMATS)} can be repaired in place")
        return UNUSABLE
    try:
        data = path.read_bytes()
        repaired = repair(data, suffix, validator, options.suggested)
    except (OSError, ValueError) as error:
        if isinstance(error, ConfigError):
            raise
        complain(f"{path}: {getattr(error, 'strerror', None) or 'cannot be opened'}")
        return UNUSABLE
    except Unreadable as error:
        what = page(system.UNREADABLE[error.kind].code).message("en", error.facts)
        complain(f"{path}:{error.place.line}:{error.place.column}: {what}")
        return UNUSABLE
    _tell(path, repaired, options.lang or language())
    if options.diff:
        sys.stdout.writelines(_diff(path, data, repaired.data, options.show_values))
        return OK
    return OK if repaired.data == data else write_whole(path, repaired.data)


def _tell(path: Path, repaired: Repaired, lang: str) -> None:
    """What was repaired, on standard error: the values themselves are not repeated."""
    for finding in repaired.applied:
        sys.stderr.write(
            f"{path}:{finding.line}:{finding.column}: {finding.code} {finding.pointer} {finding.title(lang)}\n"
        )


def _diff(path: Path, old: bytes, new: bytes, show_values: bool) -> Iterator[str]:
    """The change as a unified diff; personal values are masked unless they are asked for."""
    suffix = path.suffix.lower()
    texts = [data.decode("utf-8") if show_values else shown(data, suffix) for data in (old, new)]
    before, after = (text.splitlines(keepends=True) for text in texts)
    for line in difflib.unified_diff(before, after, str(path), str(path), n=3 if show_values else 0):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"

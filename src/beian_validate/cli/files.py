"""Write files whole or not at all, and tell on standard error what went wrong."""

import errno
import os
import sys
import tempfile
from pathlib import Path
from typing import IO

from beian_validate.cli import OK, UNUSABLE


class Partial:
    """A file under a temporary name beside its target until it is whole; keeps the permissions the target had."""

    def __init__(self, target: Path) -> None:
        self._target = Path(os.path.realpath(target))
        self._file: IO[bytes] | None = None
        self._name = Path()
        self._error = ""

    def write(self, data: bytes) -> None:
        """Add to the file; after a failure nothing more is written."""
        try:
            if not self._error:
                (self._file or self._open()).write(data)
        except OSError as error:
            self._error = error.strerror or "cannot be written"

    def keep(self) -> int:
        """Put the file in its place, or say why it cannot be."""
        self.write(b"")
        try:
            if self._file and not self._error:
                self._file.close()
                self._name.chmod(self._target.stat().st_mode & 0o777 if self._target.exists() else 0o666 & ~_umask())
                self._name.replace(self._target)
                self._file = None
        except OSError as error:
            self._error = error.strerror or "cannot be written"
        self.discard()
        if self._error:
            complain(f"{self._target}: {self._error}")
        return UNUSABLE if self._error else OK

    def discard(self) -> None:
        """Leave nothing behind of a file that did not become whole."""
        if self._file:
            self._file.close()
            self._name.unlink(missing_ok=True)
            self._file = None

    def _open(self) -> IO[bytes]:
        if self._target.exists() and not os.access(self._target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        handle, name = tempfile.mkstemp(prefix=f".{self._target.name}.", suffix=".partial", dir=self._target.parent)
        self._name, self._file = Path(name), os.fdopen(handle, "wb")
        return self._file


def write_whole(target: Path, data: bytes) -> int:
    """Write a file whole or not at all."""
    partial = Partial(target)
    partial.write(data)
    return partial.keep()


def complain(text: str) -> None:
    """One line on standard error."""
    sys.stderr.write(f"beian-validate: {text}\n")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

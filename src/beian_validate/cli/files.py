"""Write files whole or not at all, and tell on standard error what went wrong."""

import errno
import os
import sys
import tempfile
from pathlib import Path

from beian_validate.cli import OK, UNUSABLE


def write_whole(target: Path, data: bytes) -> int:
    """Write to a temporary name beside the target and rename it; keeps the permissions the target had."""
    partial: Path | None = None
    target = Path(os.path.realpath(target))
    try:
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".partial", dir=target.parent)
        partial = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        partial.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        partial.replace(target)
    except OSError as error:
        if partial:
            partial.unlink(missing_ok=True)
        complain(f"{target}: {error.strerror}")
        return UNUSABLE
    return OK


def complain(text: str) -> None:
    """One line on standard error."""
    sys.stderr.write(f"beian-validate: {text}\n")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

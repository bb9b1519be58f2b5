"""The command line. Each command is a small module, imported when it is called."""

import sys
from collections.abc import Sequence

from beian_validate import __version__

OK, FOUND, UNUSABLE, UNDECIDED, INTERRUPTED = 0, 1, 2, 3, 130
"""Exit status: ready, findings, usage or unreadable input, could not decide, interrupted."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given in (["--version"], ["-V"]):
        sys.stdout.write(f"beian-validate {__version__}\n")
        return OK
    from beian_validate.cli import parser

    try:
        return parser.run(given)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return OK

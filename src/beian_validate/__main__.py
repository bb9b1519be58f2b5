"""`python -m beian_validate`."""

import sys

from beian_validate.cli import main

if __name__ == "__main__":
    sys.exit(main())

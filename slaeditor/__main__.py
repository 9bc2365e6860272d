"""Runs slaeditor as ``python -m slaeditor``."""

import sys

from slaeditor.cli import main

if __name__ == "__main__":
    sys.exit(main())

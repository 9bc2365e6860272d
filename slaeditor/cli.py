"""slaeditor on the command line."""

import argparse
from collections.abc import Sequence
from importlib.metadata import version


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; ``argv`` defaults to the process's own arguments."""
    parser = argparse.ArgumentParser(prog="slaeditor", description="Customer-based service level agreements.")
    parser.add_argument("--version", action="version", version=f"%(prog)s {version('slaeditor')}")
    parser.parse_args(argv)
    parser.print_help()
    return 0

"""Writes requirements/*.txt: every version and every hash that pyproject.toml resolves to, and no download address.

Needs ``uv``, which is no part of the development environment because nothing else uses it: ``make pin`` brings it.
The files hold for every platform and for Python 3.11 on, with a marker on the lines that differ.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILES = {"run": ("build",), "dev": ("build", "dev"), "bench": ("build", "dev", "bench")}
BELOW = {"dev": "run", "bench": "dev"}
"""What is tested is what runs, and what is measured is what is tested."""


def pin(name: str, extras: tuple[str, ...], upgrade: bool) -> None:
    """Resolve the dependencies with these extras into requirements/NAME.txt; keeps its versions unless ``upgrade``."""
    target = ROOT / "requirements" / f"{name}.txt"
    command = [sys.executable, "-m", "uv", "--no-config", "pip", "compile", "pyproject.toml", "-o", str(target)]
    command += ["--universal", "--python-version", "3.11", "--generate-hashes", "--quiet"]
    command += ["--no-annotate", "--custom-compile-command", "make pin"]
    for extra in extras:
        command += ["--extra", extra]
    if name in BELOW:
        command += ["--constraint", str(ROOT / "requirements" / f"{BELOW[name]}.txt")]
    if upgrade:
        command.append("--upgrade")
    subprocess.run(command, cwd=ROOT, check=True)
    text = target.read_text("utf-8")
    if "://" in text:
        raise SystemExit(f"{target} records an address; it must hold versions and hashes alone")


if __name__ == "__main__":
    for each, extras in FILES.items():
        pin(each, extras, upgrade="--upgrade" in sys.argv[1:])

"""Documents that trigger rules, and nearly identical ones that do not.

Every module here has ``CASES``, and ``FILE_CASES`` where a rule speaks of files only.
"""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType

from tests.checks.case import Case, FileCase


def every_case() -> list[Case]:
    """The cases of all modules of this package."""
    return [case for module in _modules() for case in module.CASES]


def every_file_case() -> list[FileCase]:
    """The cases of rules that speak of files."""
    return [case for module in _modules() for case in getattr(module, "FILE_CASES", ())]


def _modules() -> list[ModuleType]:
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    return [importlib.import_module(f"{__name__}.{name}") for name in names]

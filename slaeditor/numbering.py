"""How agreements are numbered, in the window and on the command line alike."""

from __future__ import annotations

from typing import Final

NUMBERS: Final = "SLA-{year}-"
"""What stands before the running number."""

"""Write the table of rules into docs/checks.md."""

from __future__ import annotations

from tools.rules import PAGE, page

PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")

"""The colours of the window as tokens, light and dark; every pair that carries words or meaning is tested for contrast."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Colours:
    """One scheme. Text on any ground has a contrast of at least 4.5:1, edges and the focus ring of at least 3:1."""

    dark: bool
    window: str
    base: str
    raised: str
    line: str
    edge: str
    """The outline of what can be typed into or ticked; ``line`` only divides."""
    text: str
    muted: str
    accent: str
    """The one accent: the next action, the place one is at, and the ring of the focus."""
    on_accent: str
    accent_strong: str
    """The accent below the pointer."""
    selection: str
    better: str
    worse: str
    neutral: str
    finding: str
    mark: str
    rank_grave: str
    rank_middle: str
    rank_calm: str


LIGHT: Final = Colours(
    dark=False, window="#f5f6f8", base="#ffffff", raised="#eceff3", line="#d7dce3", edge="#858e99", text="#1c2229",
    muted="#56606b", accent="#1d5fa7", on_accent="#ffffff", accent_strong="#174c86", selection="#dbe8f7", better="#176b3f",
    worse="#b3261e", neutral="#56606b", finding="#7d4d00", mark="#fdeebc", rank_grave="#f2b8b0", rank_middle="#fae3b0",
    rank_calm="#e4efe6",
)  # fmt: skip

DARK: Final = Colours(
    dark=True, window="#1f2226", base="#181a1d", raised="#2a2e33", line="#3a4047", edge="#757e88", text="#e6e8ea",
    muted="#aab3bc", accent="#7ab4f5", on_accent="#10161d", accent_strong="#9cc8f9", selection="#2b415c", better="#62cf97",
    worse="#ff9a92", neutral="#aab3bc", finding="#f0bd66", mark="#4d3f10", rank_grave="#6e2a26", rank_middle="#5c4a1e",
    rank_calm="#2c3a33",
)  # fmt: skip

"""What holds for every test: no window system, the same Hypothesis profile everywhere."""

import os

# Before anything imports Qt: tests draw into memory, whatever display the developer has.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from hypothesis import settings

# A deadline measures how busy the machine is, not whether the code is right.
settings.register_profile("slaeditor", deadline=None)
settings.load_profile("slaeditor")

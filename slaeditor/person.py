"""Who sits at the computer."""

from __future__ import annotations

import getpass


def person() -> str:
    """The name of who sits at the computer, as the system knows it; "unknown" when it knows none."""
    try:
        login = getpass.getuser()
    except (OSError, KeyError):  # no entry for this user, as in a bare container
        return "unknown"
    try:
        import pwd
    except ImportError:  # Windows
        return login
    try:
        full = pwd.getpwnam(login).pw_gecos.partition(",")[0].strip()
    except KeyError:
        return login
    return full or login

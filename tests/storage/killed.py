"""Kills a writing process again and again at random moments, and looks at what it left each time.

Run as a program: ``python -m tests.storage.killed FILE TIMES SEED``. It forks, so that a kill costs milliseconds.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

from slaeditor.storage.library import Library
from tests.storage.documents import AT, document, saved, titled


def write(path: Path, agreement: str, acknowledge: int, seed: int) -> None:
    """Saves drafts and revisions for ever, and says what is done only after it is."""
    with Library(path) as library:
        working = library.load(agreement)
        version, ordinal = working.version, working.revision
        number = 0
        while True:
            number += 1
            changed = titled(working.document, f"run {seed} save {number}")
            if number % 3:
                version = library.save_draft(agreement, changed, version, at=AT)
            else:
                done, version = library.commit(
                    agreement, changed, author="A", message=f"m{number}", at=AT, expected_version=version
                )
                ordinal = done.ordinal
            os.write(acknowledge, f"{version} {ordinal} {changed.identity.title}\n".encode())


def kill_once(path: Path, agreement: str, chance: random.Random, seed: int) -> None:
    """One writer, killed after some acknowledgements and a random moment more; raises if anything was lost."""
    receive, acknowledge = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(receive)
        try:
            write(path, agreement, acknowledge, seed)
        finally:
            os._exit(1)
    os.close(acknowledge)
    heard = b""
    wanted = chance.randint(0, 8)
    while heard.count(b"\n") < wanted:
        heard += os.read(receive, 65536)
    moment = time.perf_counter() + chance.random() * 0.004
    while time.perf_counter() < moment:
        pass
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the writer ended by itself"
    while more := os.read(receive, 65536):
        heard += more
    os.close(receive)
    lines = heard.decode().splitlines()
    with Library(path) as library:
        now = library.load(agreement)
        if lines:
            version, ordinal, title = lines[-1].split(" ", 2)
            last = int(version)
            assert now.version in (last, last + 1), f"version {now.version} after {last}"
            assert now.revision in (int(ordinal), int(ordinal) + 1), f"revision {now.revision} after {ordinal}"
            if now.version == last:
                assert now.document.identity.title == title
        library.events(agreement)
        for revision in library.revisions(agreement)[-2:]:
            library.revision(agreement, revision.ordinal)


def main(path: Path, times: int, seed: int) -> None:
    """Kills as often as asked for, then lets the doctor look at the whole library."""
    chance = random.Random(seed)
    with Library(path) as library:
        agreement = saved(library, document()).id
    for number in range(times):
        kill_once(path, agreement, chance, number)
    with Library(path) as library:
        problems = library.doctor()
        assert not problems, problems
        print(f"{times} kills, {len(library.revisions(agreement))} revisions, no problem")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))

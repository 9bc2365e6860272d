"""Several writers at once, and writers that are killed."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from slaeditor.storage.library import Library
from tests.storage.documents import AT, document, saved, titled


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_a_hundred_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.killed", str(tmp_path / "library.slalib"), "100", "7"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("100 kills")


def test_two_writers_wait_for_one_another_and_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "library.slalib"
    failures: list[BaseException] = []

    def work(customer: str) -> None:
        try:
            with Library(path, busy=30) as library:
                made = saved(library, document(customer, number=customer))
                version = made.version
                for number in range(25):
                    changed = titled(made.document, f"{customer} {number}")
                    if number % 2:
                        version = library.save_draft(made.id, changed, version, at=AT)
                    else:
                        _, version = library.commit(
                            made.id, changed, author="A", message="m", at=AT, expected_version=version
                        )
        except BaseException as error:  # noqa: BLE001  # whatever it is, the test reports it from the main thread
            failures.append(error)

    with Library(path):
        pass
    threads = [threading.Thread(target=work, args=(name,)) for name in ("One", "Two", "Three")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with Library(path) as library:
        for name in ("One", "Two", "Three"):
            agreement = library.find(name)
            assert len(library.revisions(agreement)) == 14
            assert library.load(agreement).document.identity.title == f"{name} 24"
        assert library.doctor() == ()


def test_one_library_may_be_used_from_several_threads(tmp_path: Path) -> None:
    failures: list[BaseException] = []
    with Library(tmp_path / "library.slalib", busy=30) as library:
        made = [saved(library, document(number=f"N{number}")) for number in range(4)]

        def look(number: int) -> None:
            try:
                for _ in range(15):
                    assert library.load(made[number].id) == made[number]
                    library.search("acme")
            except BaseException as error:  # noqa: BLE001  # as above
                failures.append(error)

        threads = [threading.Thread(target=look, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert failures == []

"""Work that leaves the GUI thread, by hand, in a thread and in a process."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from slaeditor.model.errors import UserError
from slaeditor.ui.jobs import Err, JobRunner, Ok, Ticket
from slaeditor.ui.worker import WorkerFailed, WorkerProcess
from tests.ui.fakes import ByHand


def refuse(_: Ticket) -> int:
    raise UserError("The disk is full.")


def answer(number: int, _: Ticket) -> int:
    return number


def test_results_come_in_order_as_ok_or_err() -> None:
    executor, results = ByHand(), list[object]()
    runner = JobRunner(executor)
    runner.start(lambda _: 1, results.append)
    runner.start(refuse, results.append)
    assert results == []
    assert not runner.idle
    executor.drain()
    first, second = results
    assert first == Ok(1)
    assert isinstance(second, Err)
    assert second.error.what == "The disk is full."
    assert runner.idle


def test_of_jobs_with_one_key_only_the_newest_counts() -> None:
    executor, results = ByHand(), list[object]()
    runner = JobRunner(executor)
    for number in range(3):
        runner.start(partial(answer, number), results.append, key="search")
    runner.start(lambda _: 9, results.append)
    executor.drain()
    assert results == [Ok(2), Ok(9)]


def test_cancelled_work_is_not_begun_and_not_told_of() -> None:
    executor, results = ByHand(), list[object]()
    runner = JobRunner(executor)
    begun: list[int] = []
    job = runner.start(lambda _: begun.append(1), results.append)
    job.cancel()
    executor.drain()
    assert begun == []
    assert results == []
    assert runner.idle


def test_progress_and_name_are_shown_while_it_runs() -> None:
    executor = ByHand()
    runner = JobRunner(executor)
    shown: list[str] = []
    told: list[tuple[float, str]] = []
    runner.busy.connect(lambda job: shown.append(job.name if job else ""))

    def work(ticket: Ticket) -> None:
        ticket.report(0.5, "half")

    job = runner.start(work, lambda _: None, name="Backing up")
    job.progressed.connect(lambda share, words: told.append((share, words)))
    executor.drain()
    assert told == [(0.5, "half")]
    assert shown == ["Backing up", ""]


def test_work_in_a_thread_answers_on_this_thread(qtbot: QtBot) -> None:
    where: list[object] = []
    with ThreadPoolExecutor(1) as executor:
        runner = JobRunner(executor)
        runner.start(
            lambda _: threading.current_thread(), lambda result: where.extend([result, threading.current_thread()])
        )
        qtbot.waitUntil(lambda: len(where) == 2)
    worked = where[0]
    assert isinstance(worked, Ok)
    assert worked.value is not threading.main_thread()
    assert where[1] is threading.main_thread()


def test_finish_waits_for_everything_and_tells_it_once(qtbot: QtBot) -> None:
    results: list[object] = []
    with ThreadPoolExecutor(1) as executor:
        runner = JobRunner(executor)
        gate = threading.Event()
        runner.start(lambda _: gate.wait(10), results.append)
        runner.start(lambda _: 2, results.append)
        gate.set()
        runner.finish()
        assert results == [Ok(True), Ok(2)]
    qtbot.wait(1)
    assert results == [Ok(True), Ok(2)]


# In the worker process


@pytest.fixture
def worker() -> Iterator[WorkerProcess]:
    made = WorkerProcess()
    yield made
    made.shutdown()


def process() -> int:
    return os.getpid()


def complain() -> None:
    raise UserError("The font is missing.", remedy="Install it.")


def blunder() -> None:
    raise ZeroDivisionError("a bug")


def leave() -> None:
    sys.stderr.close()
    os._exit(3)


def for_ever() -> None:
    while True:
        time.sleep(60)


def test_the_worker_is_another_process_and_stays(worker: WorkerProcess) -> None:
    first, second = worker.call(process), worker.call(process)
    assert first == second != os.getpid()


def test_what_the_worker_raises_arrives(worker: WorkerProcess) -> None:
    with pytest.raises(UserError) as refused:
        worker.call(complain)
    assert str(refused.value) == "The font is missing. Install it."
    with pytest.raises(WorkerFailed, match="ZeroDivisionError: a bug"):
        worker.call(blunder)
    assert worker.call(process) > 0


def test_a_worker_that_dies_is_replaced(worker: WorkerProcess) -> None:
    with pytest.raises(WorkerFailed):
        worker.call(leave)
    assert worker.call(process) > 0


def test_running_work_can_be_ended(worker: WorkerProcess) -> None:
    first = worker.call(process)
    future = worker.submit(for_ever)
    while not future.running():
        threading.Event().wait(0.001)
    worker.kill()
    with pytest.raises(WorkerFailed):
        future.result(20)
    assert worker.call(process) != first

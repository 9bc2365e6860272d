"""Work that leaves the GUI thread: it takes a frozen snapshot and gives back Ok or Err on the GUI thread, in order."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, wait
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from slaeditor.model.errors import UserError

T = TypeVar("T")


@dataclass(frozen=True)
class Ok(Generic[T]):
    """The work was done."""

    value: T


@dataclass(frozen=True)
class Err:
    """The environment or the input stood in the way; anything else is a bug and propagates on the GUI thread."""

    error: UserError


class Stopped(UserError):
    """Ends cancelled work; nobody is told of it."""

    def __init__(self) -> None:
        super().__init__("Cancelled.")


class Ticket:
    """What running work is handed: whether to stop, and where to say how far it is."""

    def __init__(self, report: Callable[[float, str], None]) -> None:
        self._report = report
        self._cancelled = False

    @property
    def cancelled(self) -> bool:
        """Whether nobody waits for the result any more; long work looks at it between its steps."""
        return self._cancelled

    def cancel(self) -> None:
        """Ask the work to stop; ``done`` will not be called."""
        self._cancelled = True

    def go_on(self) -> None:
        """Raise ``Stopped`` when nobody waits any more; for work that is told how to end by an exception."""
        if self._cancelled:
            raise Stopped

    def report(self, fraction: float, text: str = "") -> None:
        """Say how far the work is (0 to 1), from any thread."""
        self._report(fraction, text)


class Job(QObject):
    """One piece of work under way, seen from the GUI thread."""

    progressed = Signal(float, str)

    def __init__(
        self,
        name: str,
        key: str,
        done: Callable[[Any], None],
        interrupt: Callable[[], None],
        stopped: Callable[[], None],
        can_stop: bool,
    ) -> None:
        super().__init__()
        self.can_stop = can_stop
        self._interrupt = interrupt
        self.stopped = stopped
        self.name = name
        self.key = key
        self.done = done
        self.ticket = Ticket(self.progressed.emit)
        self.future: Future[Any] | None = None

    def cancel(self) -> None:
        """Nobody waits for this work any more: it is not begun, or told to stop; ``done`` will not be called."""
        self.ticket.cancel()
        if self.future is not None:
            self.future.cancel()

    def stop(self) -> None:
        """Cancel, and if it is running already end it at once where that is possible (work in another process)."""
        self.cancel()
        if self.future is not None and self.future.running():
            self._interrupt()


class JobRunner(QObject):
    """Hands work to an executor and its results to the GUI thread.

    The executor decides where it runs: one thread in the program (so that jobs run one after another), by hand in tests.
    It belongs to whoever made it. ``interrupt`` ends what is running, where it can be ended.
    """

    busy = Signal(object)  # the Job that is under way, or None
    _returned = Signal(object)

    def __init__(
        self, executor: Executor, parent: QObject | None = None, *, interrupt: Callable[[], None] = lambda: None
    ) -> None:
        super().__init__(parent)
        self._interrupt = interrupt
        self._executor = executor
        self._jobs: list[Job] = []
        self._closed = False
        self._returned.connect(self._deliver)

    @property
    def idle(self) -> bool:
        """Whether nothing is under way or waiting."""
        return not self._jobs

    def start(
        self,
        work: Callable[[Ticket], T],
        done: Callable[[Ok[T] | Err], None],
        *,
        name: str = "",
        key: str = "",
        stopped: Callable[[], None] = lambda: None,
        can_stop: bool = True,
    ) -> Job:
        """Run ``work`` elsewhere, then ``done`` here with its result.

        ``name`` (words for the person) makes the job show in the head of the window. Of jobs with the same ``key`` only the newest counts:
        the others are cancelled. ``stopped`` is called here in place of ``done`` once cancelled work has come to its end. What must
        not be torn apart is shown without the choice to stop it (``can_stop``).
        """
        if key:
            for other in [job for job in self._jobs if job.key == key]:
                other.cancel()
        job = Job(name, key, done, self._interrupt, stopped, can_stop)
        if self._closed:
            job.cancel()
            return job
        self._jobs.append(job)
        job.future = self._executor.submit(work, job.ticket)
        job.future.add_done_callback(lambda _: self._returned.emit(job))
        self._tell()
        return job

    def finish(self) -> None:
        """Wait for everything under way and deliver it now: for closing, when the event loop no longer turns."""
        while self._jobs:
            wait([job.future for job in self._jobs if job.future is not None])
            for job in list(self._jobs):
                self._deliver(job)

    def cancel_all(self) -> None:
        """Nobody waits for anything any more."""
        for job in list(self._jobs):
            job.cancel()
        self._jobs.clear()
        self._tell()

    def close(self) -> None:
        """Whoever would have waited is gone: nothing is delivered or begun any more."""
        self._closed = True
        self.cancel_all()

    def _tell(self) -> None:
        self.busy.emit(next((job for job in self._jobs if job.name and not job.ticket.cancelled), None))

    def _deliver(self, job: Job) -> None:
        if job not in self._jobs:
            return
        self._jobs.remove(job)
        self._tell()
        future = job.future
        if future is None or future.cancelled() or job.ticket.cancelled:
            job.stopped()
            return
        error = future.exception()
        if isinstance(error, UserError):
            job.done(Err(error))
        elif error is not None:
            raise error
        else:
            job.done(Ok(future.result()))

"""A worker process for work in pure Python that would hold the interpreter lock and make the window stall."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from threading import Lock
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from slaeditor.model.errors import UserError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

P = ParamSpec("P")
T = TypeVar("T")


class WorkerFailed(RuntimeError):
    """A bug in the work, with the worker's traceback, or its process was ended from outside."""


class WorkerProcess(Executor):
    """Runs picklable functions one after another in a process of its own, which begins with the first of them.

    ``kill`` ends a running function at once; the next call begins a new process. The process is a daemon: it never outlives us.
    """

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "worker")
        self._lock = Lock()
        self._closed = False
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """A future for ``fn(*args, **kwargs)``, computed in the process; function and arguments must be picklable."""
        return self._thread.submit(self.call, fn, *args, **kwargs)

    def call(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """The result of ``fn(*args, **kwargs)`` computed in the process; blocks the calling thread, not the interpreter.

        Raises the work's ``UserError``, or ``WorkerFailed`` for a bug.
        """
        line = self._connected()
        try:
            line.send((fn, args, kwargs))
            kind, value = line.recv()
        except (EOFError, OSError) as error:
            self._line = None
            raise WorkerFailed("The worker process was ended.") from error
        if kind == "error":
            raise value
        if kind == "bug":
            self._line = None
            raise WorkerFailed(value)
        result: T = value
        return result

    def kill(self) -> None:
        """End the process, whatever it is doing."""
        with self._lock:
            if self._process is not None:
                self._process.kill()
                self._process.join()
                self._process = None

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the process and the thread that speaks to it; nothing is begun any more."""
        self._closed = True
        self.kill()
        self._thread.shutdown(wait, cancel_futures=cancel_futures)
        if self._line is not None:
            self._line.close()
            self._line = None

    def _connected(self) -> Connection:
        import multiprocessing  # only when there is work for it

        with self._lock:
            if self._closed:
                raise WorkerFailed("The worker process was ended.")
            if self._line is None or self._process is None or not self._process.is_alive():
                context = multiprocessing.get_context("spawn")
                self._line, theirs = context.Pipe()
                self._process = context.Process(target=_serve, args=(theirs,), name="slaeditor-worker", daemon=True)
                self._process.start()
                theirs.close()
            return self._line


def _serve(line: Connection) -> None:
    """The worker's side: take a call, send its result, until nobody is there any more."""
    while True:
        try:
            fn, args, kwargs = line.recv()
        except (EOFError, KeyboardInterrupt):
            return
        answer: tuple[str, Any]
        try:
            answer = ("ok", fn(*args, **kwargs))
        except UserError as error:
            answer = ("error", error)
        except BaseException:
            line.send(("bug", traceback.format_exc()))
            raise
        try:
            line.send(answer)
        except OSError:  # the program is gone, and nobody waits for it
            return

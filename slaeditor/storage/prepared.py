"""Statements of every load and save, compiled once and then run by the driver itself.

SQLAlchemy takes some 60 µs to run a statement just after the disk was waited for, the driver 10 µs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, Dialect, Select
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import UpdateBase

Process = Callable[[Any], Any] | None
Plan = tuple[str, list[tuple[str, Process]], bool]
"""The SQL, its parameters in order with what makes them fit for the driver, and whether they go by position."""


class Prepared:
    """A statement for whatever database the connection leads to."""

    def __init__(self, statement: UpdateBase | Select[Any]) -> None:
        self._statement = statement
        self._plans: dict[tuple[str, ...], Plan] = {}

    def run(self, connection: Connection, values: Mapping[str, Any]) -> None:
        """Runs it in the connection's transaction, with these values for its columns and parameters."""
        self._execute(connection, values).close()

    def first(self, connection: Connection, values: Mapping[str, Any]) -> tuple[Any, ...] | None:
        """The first row that it selects, as the driver gives it."""
        cursor = self._execute(connection, values)
        row: tuple[Any, ...] | None = cursor.fetchone()
        cursor.close()
        return row

    def _execute(self, connection: Connection, values: Mapping[str, Any]) -> DBAPICursor:
        key = (connection.dialect.name, *values)
        plan = self._plans.get(key)
        if plan is None:
            plan = self._plans[key] = self._compile(connection.dialect, list(values))
        sql, names, positional = plan
        given = [(name, process(values[name]) if process else values[name]) for name, process in names]
        cursor = connection.connection.cursor()
        cursor.execute(sql, tuple(value for _, value in given) if positional else dict(given))
        return cursor

    def _compile(self, dialect: Dialect, columns: list[str]) -> Plan:
        compiled = self._statement.compile(dialect=dialect, column_keys=columns)
        if not isinstance(compiled, SQLCompiler):
            raise TypeError("only statements on rows can be prepared")
        names = compiled.positiontup if compiled.positional and compiled.positiontup else list(compiled.binds)
        return str(compiled), [(name, _process(compiled, dialect, name)) for name in names], bool(compiled.positional)


def _process(compiled: SQLCompiler, dialect: Dialect, name: str) -> Process:
    return compiled.binds[name].type.dialect_impl(dialect).bind_processor(dialect)

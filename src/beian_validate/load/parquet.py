"""A Parquet file: one application a row, nested as the schema is or with one column a field."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from beian_validate.document import Source, Unreadable
from beian_validate.errors import extra
from beian_validate.finding import Place
from beian_validate.load.table import Sheet, filings, nonempty
from beian_validate.schema.application import Application

CHUNK = 1000
"""Rows that are fetched at once."""


def split(path: Path) -> Iterator[tuple[bytes | Source | Unreadable, int]]:
    """The applications of a file, read a thousand at a time.

    Raises:
        ConfigError: the extra `parquet` is not installed.
    """
    duckdb = extra("duckdb", "parquet")
    with duckdb.connect(config={"autoinstall_known_extensions": False}) as connection:
        try:
            rows = connection.execute("describe select * from read_parquet($path)", {"path": _literal(path)}).fetchall()
        except duckdb.Error:
            yield Unreadable("table", Place(1, 1)), 1
            return
        names = [str(row[0]) for row in rows]
        if set(names) <= Application.model_fields.keys():
            table = connection.execute("select to_json(t) from read_parquet($path) t", {"path": _literal(path)})
            yield from ((row[0].encode("utf-8"), number) for number, row in _rows(table))
            return
        sheet = Sheet(names, _rows(connection.execute("select * from read_parquet($path)", {"path": _literal(path)})))
        if not sheet.is_ours():
            yield Unreadable("table", Place(1, 1)), 1
            return
        try:
            yield from ((filing.source(), 1) for filing in nonempty(filings(sheet)))
        except Unreadable as error:
            yield error, 1


def _rows(table: Any) -> Iterator[tuple[int, Any]]:
    """Every row with its number, counted from 1."""
    number = 0
    while rows := table.fetchmany(CHUNK):
        for row in rows:
            number += 1
            yield number, row


def _literal(path: Path) -> str:
    """The path with the signs of a pattern taken literally."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in str(path))

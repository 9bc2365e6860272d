"""Documents by their hash: compressed alone, or against one other document that is compressed alone."""

from __future__ import annotations

import hashlib
from threading import Lock
from typing import NamedTuple

import zstandard
from sqlalchemy import Connection, bindparam, exists, insert, select
from zstandard import ZstdCompressionDict, ZstdCompressor, ZstdDecompressor

from slaeditor.model.sentence import say
from slaeditor.storage.prepared import Prepared
from slaeditor.storage.records import Damaged
from slaeditor.storage.schema import blobs

LEVEL = 3
WORTH_A_BASE = 4
"""A document is stored against a base only if that takes less than this fraction of the base's own size."""

_FIND = select(blobs.c.base, blobs.c.size, blobs.c.data).where(blobs.c.hash == bindparam("wanted"))
_NEW = {column.name: bindparam(column.name, type_=column.type) for column in blobs.c}
# An equal document is already there under this name.
_ADD = Prepared(
    insert(blobs).from_select(list(_NEW), select(*_NEW.values()).where(~exists().where(blobs.c.hash == _NEW["hash"])))
)


class Base(NamedTuple):
    """A document that stands alone: its packed size, its content as a dictionary, and a compressor that uses it."""

    size: int
    content: ZstdCompressionDict
    compressor: ZstdCompressor


class Blobs:
    """The store of one library. A document is never more than one step away from one that stands alone.

    The dictionaries made of the documents that others are compressed against are kept for the next commit; they are
    found by their hash, so they can never be out of date.
    """

    def __init__(self, keep: int = 16) -> None:
        self._keep = keep
        self._bases: dict[str, Base] = {}
        self._lock = Lock()

    def put(self, connection: Connection, data: bytes, base: str) -> str:
        """Stores a document, if it is new, and returns its SHA-256.

        ``base`` names a similar document that stands alone (see ``base_of``), or is "".
        """
        digest = sha256(data)
        name, packed = self._packed(connection, data, base)
        _ADD.run(connection, {"hash": digest, "base": name, "size": len(data), "data": packed})
        return digest

    def get(self, connection: Connection, digest: str) -> bytes:
        """The document with that hash; ``Damaged`` when it is missing or no longer hashes to its name."""
        row = connection.execute(_FIND, {"wanted": digest}).first()
        if row is None:
            raise Damaged(
                say("The document {digest} is missing from the library.", digest=digest[:12]),
                remedy=say("Restore a backup."),
            )
        data = unpack(row.data, row.size, self._base(connection, row.base).content if row.base else None)
        if data is None or sha256(data) != digest:
            raise Damaged(
                say("The document {digest} no longer matches its hash.", digest=digest[:12]),
                remedy=say("Restore a backup."),
            )
        return data

    def _packed(self, connection: Connection, data: bytes, name: str) -> tuple[str | None, bytes]:
        if name:
            base = self._base(connection, name)
            with self._lock:
                packed = base.compressor.compress(data)
            if len(packed) * WORTH_A_BASE < base.size:
                return name, packed
        return None, pack(data)

    def _base(self, connection: Connection, digest: str) -> Base:
        """A document that stands alone, made ready to compress others against."""
        with self._lock:
            known = self._bases.get(digest)
        if known is None:
            data = self.get(connection, digest)
            row = connection.execute(_FIND, {"wanted": digest}).one()
            content = ZstdCompressionDict(data, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
            content.precompute_compress(level=LEVEL)
            known = Base(len(row.data), content, ZstdCompressor(level=LEVEL, dict_data=content))
            with self._lock:
                while len(self._bases) >= self._keep:
                    del self._bases[next(iter(self._bases))]
                self._bases[digest] = known
        return known


def base_of(connection: Connection, digest: str) -> str:
    """The document that stands alone behind one: its base, or itself."""
    return connection.execute(_FIND, {"wanted": digest}).one().base or digest


def sha256(data: bytes) -> str:
    """64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def pack(data: bytes) -> bytes:
    """The bytes compressed on their own."""
    return ZstdCompressor(level=LEVEL).compress(data)


def unpack(packed: bytes, size: int, base: ZstdCompressionDict | None = None) -> bytes | None:
    """The bytes again, or None when they cannot be had."""
    try:
        return ZstdDecompressor(dict_data=base).decompress(packed, max_output_size=size)
    except zstandard.ZstdError:
        return None

"""Bytecode of the templates, in files like those of Python modules.

Jinja compiles a template to Python, which takes as long as rendering it. The bytecode is
stored where Python stores that of modules, and under the same conditions.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache, bc_version


class TemplateBytecode(BytecodeCache):
    """Cache of the bytecode of templates in `__pycache__` beside them.

    A file consists of the versions of Python's bytecode and of Jinja's, the checksum of the
    template and the bytecode. A file with another beginning is replaced.
    """

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the path of the file with the bytecode; `""` if there can be none."""
        if (
            not filename
            or not os.path.isabs(filename)
            or sys.implementation.cache_tag is None
        ):
            return ""
        return cache_from_source(filename)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read the bytecode of a template, if it was stored and is current."""
        if not bucket.key:
            return
        head = _head(bucket)
        # A missing or damaged file is written again. Only `dump_bytecode` writes the files.
        with suppress(OSError, EOFError, TypeError, ValueError):
            content = Path(bucket.key).read_bytes()
            if content.startswith(head):
                # Written by this program.
                bucket.code = marshal.loads(content[len(head) :])  # noqa: S302

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Store the bytecode of a template, unless Python must not write bytecode."""
        if not bucket.key or sys.dont_write_bytecode:
            return
        file = Path(bucket.key)
        temporary = file.with_suffix(f".{os.getpid()}.tmp")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(_head(bucket) + marshal.dumps(bucket.code))
            os.replace(temporary, file)
        except OSError:  # without the file, the next run only takes longer
            with suppress(OSError):
                temporary.unlink()


def _head(bucket: Bucket) -> bytes:
    return MAGIC_NUMBER + f"{bc_version} {bucket.checksum}\n".encode()

"""Compile modules with the same source once, as those of the runtime in each client."""

from __future__ import annotations

import _imp
import marshal
import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.machinery import SourceFileLoader
from types import CodeType
from typing import Any

import pytest

_RUNTIME = f"{os.sep}_runtime{os.sep}"


@contextmanager
def compiled_once() -> Iterator[None]:
    """Keep the bytecode of the runtime in generated clients, by its source."""
    compile_source = SourceFileLoader.source_to_code
    bytecode: dict[bytes, bytes] = {}

    def source_to_code(
        loader: SourceFileLoader, data: Any, path: Any, **options: Any
    ) -> CodeType:
        if _RUNTIME not in str(path):
            return compile_source(loader, data, path, **options)
        if known := bytecode.get(data):
            code: CodeType = marshal.loads(known)
            # As Python does with files of bytecode, so that tracebacks name the file.
            _imp._fix_co_filename(code, path)  # type: ignore[attr-defined]  # private
            return code
        code = compile_source(loader, data, path, **options)
        bytecode[data] = marshal.dumps(code)
        return code

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SourceFileLoader, "source_to_code", source_to_code)
        yield

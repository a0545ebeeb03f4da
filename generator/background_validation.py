"""Validate the documents while the client is generated.

The results of openapi-spec-validator do not affect the output. Therefore the validation
runs in another process, from the moment at which the documents are loaded, and its results
are awaited only after the output was written.

A validation that exceeds its limits of time or memory would do so again in the next run.
Therefore it is repeated only with higher limits, or at the request of the user.
"""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType

from .cache import Cache
from .diagnostics import Diagnostics
from .diagnostics.deduplicate import deduplicate_diagnostics
from .loader import worker
from .openapi.document import Document


class BackgroundValidation:
    """A validation with openapi-spec-validator; use it as a context manager.

    Args:
        cache: Cache of the results of earlier validations.
        enabled: Whether to validate at all.
        repeat: Whether to repeat a validation that exceeded its limits.
    """

    def __init__(
        self, cache: Cache, *, enabled: bool = True, repeat: bool = False
    ) -> None:
        self._cache = cache
        self._enabled = enabled
        self._repeat = repeat
        self._document: Document | None = None
        self._cached: Diagnostics | None = None
        self._stopped: Diagnostics | None = None
        self._process: worker.ValidationProcess | None = None

    def __enter__(self) -> BackgroundValidation:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process is not None:
            self._process.stop()

    def start(self, document: Document) -> None:
        """Start the validation of a document, unless its results are in the cache."""
        if not self._enabled:
            return
        self._document = document
        self._cached = self._cache.validated(document)
        if self._cached is None and not self._repeat:
            self._stopped = self._cache.stopped(document, _limits(document))
        if self._cached is None and self._stopped is None:
            self._process = worker.ValidationProcess(document)

    def finish(
        self, diagnostics: Diagnostics, waiting: Callable[[float], None]
    ) -> bool:
        """Wait for the results, and add them.

        Args:
            diagnostics: Diagnostics of the stages; receives the results that no stage
                has reported.
            waiting: Called repeatedly until there are results, with the seconds since
                the start of the validation.

        Returns:
            Whether the documents were validated completely.
        """
        is_complete = self._cached is not None
        if self._cached is not None:
            diagnostics.extend(self._cached)
        elif self._stopped is not None:
            diagnostics.extend(self._stopped)
        elif self._process is not None and self._document is not None:
            results = Diagnostics()
            is_complete = self._process.finish(results, waiting)
            if is_complete:
                self._cache.remember_validated(self._document, results)
            elif self._process.exceeded:
                limits, earlier = _limits(self._document), _earlier(results)
                self._cache.remember_validated(self._document, earlier, limits)
            diagnostics.extend(results)
        deduplicate_diagnostics(diagnostics)
        return is_complete


def _limits(document: Document) -> tuple[float, int]:
    """Return the limits of the validation of a document: seconds and bytes."""
    return worker.time_limit(document), worker.memory_limit()


def _earlier(results: Diagnostics) -> Diagnostics:
    """Return the diagnostics that later runs report in place of a validation."""
    earlier = Diagnostics()
    for item in results:
        message = f"{item.message} in an earlier run, and was not repeated"
        hint = "run `oasmith validate` to repeat it"
        earlier.add(item.rule, message, item.location, hint=hint)
    return earlier

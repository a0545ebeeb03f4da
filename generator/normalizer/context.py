"""The document and the diagnostics that the functions of the normalizer share."""

from __future__ import annotations

from ..diagnostics import Diagnostics
from ..frozen_dataclass import dataclass
from ..openapi.document import Document


@dataclass(frozen=True, slots=True)
class Context:
    """The document that is normalized, and the collection of its diagnostics.

    Args:
        document: All documents that belong to the API.
        diagnostics: Collects what cannot be represented.
    """

    document: Document
    diagnostics: Diagnostics

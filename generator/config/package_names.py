"""Names of a package and its client: made from a title, and judged."""

from __future__ import annotations

import builtins
import keyword
import re
import sys
import unicodedata

from ..words import split_words

_NEEDED = frozenset({"anyio", "httpx2", "typing_extensions"})
"""What every client imports from elsewhere."""

_PUBLIC = frozenset({"errors", "omit", "resources", "testing", "types", "webhooks"})
"""What every client offers beside its class."""

_MODULES = frozenset(
    {
        "API",
        "ResponseStream",
        "BinaryResponse",
        "MockAPI",
        "MockRequest",
        "MockTransport",
        "MockUpload",
        "Omit",
        "Path",
        "Stream",
        "TYPE_CHECKING",
        "_runtime",
        "annotations",
        "async_mock_client",
        "cached_property",
        "lazy_names",
        "mock_client",
    }
)
"""What the modules that hold or offer a client call other things."""


def names_from_title(title: str) -> tuple[str, str]:
    """Names of package and client for an API with this title: `("pet_store_client",
    "PetStore")`. Always identifiers, whatever the title holds.
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    pieces = re.findall(r"[A-Za-z0-9]+", plain)
    noise = {"api", "apis", "rest", "openapi", "the", "specification", "swagger"}
    kept = [piece for piece in pieces if piece.lower() not in noise] or pieces
    kept = kept[:4] or ["Api"]
    client = "".join(piece[:1].upper() + piece[1:] for piece in kept)[:40]
    if not client[0].isalpha() or keyword.iskeyword(client):
        client = f"Api{client}"
    if _is_of_ours(client):
        client = f"{client}Client"
    package = "_".join(split_words(" ".join(kept)))[:40].strip("_") or "api"
    if not package[0].isalpha():
        package = f"api_{package}"
    return f"{package}_client", client


def is_name(name: str) -> bool:
    """Whether Python can import what is called so; it reads names in NFKC form."""
    plain = unicodedata.normalize("NFKC", name) == name
    return plain and name.isidentifier() and not keyword.iskeyword(name)


def refuse_name(what: str, name: str) -> str:
    """Why a `package` or `client` cannot be called so; `""` when it can."""
    if not is_name(name):
        return "; use letters, digits and underscores, and begin with a letter"
    if what == "package" and name in sys.stdlib_module_names | _NEEDED:
        return f", since Python has a module of that name; try {name}_client"
    if what == "client" and _is_of_ours(name):
        return f", since that stands for something else in it; try {name}Client"
    return ""


def _is_of_ours(name: str) -> bool:
    """Whether modules of a client mean something else by a name."""
    known = _PUBLIC | _NEEDED | _MODULES | {f"Async{other}" for other in _MODULES}
    taken = name in known or hasattr(builtins, name)
    return taken or name.endswith("Error") or name.startswith("__")

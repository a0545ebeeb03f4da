"""Derive the names of package and client from a title, and check given names."""

from __future__ import annotations

import builtins
import keyword
import re
import sys
import unicodedata

from ..words import split_words

_DEPENDENCIES = frozenset({"anyio", "httpx2", "typing_extensions"})
"""Third-party modules that every client imports."""

_PUBLIC = frozenset({"errors", "omit", "resources", "testing", "types", "webhooks"})
"""Public names of every client, besides its classes."""

_RESERVED = frozenset(
    {
        "API",
        "ArgumentsDoneEvent",
        "AsyncClient",
        "BaseModel",
        "ResponseLimits",
        "BinaryResponse",
        "ChunkEvent",
        "DefaultAsyncHttpx2Client",
        "DefaultHttpx2Client",
        "DeltaEvent",
        "DoneEvent",
        "FunctionTool",
        "MockAPI",
        "MockRequest",
        "MockTransport",
        "MockUpload",
        "NOT_GIVEN",
        "NotGiven",
        "Omit",
        "ParsedDoneEvent",
        "ReceivedFile",
        "ReceivedPart",
        "Path",
        "ResponseStream",
        "Stream",
        "UnixTime",
        "TYPE_CHECKING",
        "Timeout",
        "_runtime",
        "annotations",
        "async_mock_client",
        "cached_property",
        "file_from_path",
        "lazy_names",
        "mock_client",
        "pydantic_function_tool",
    }
)
"""Other names in the modules that define or export a client."""


def names_from_title(title: str) -> tuple[str, str]:
    """Derive the names of package and client from the title of an API.

    Returns:
        Two valid identifiers, such as `("pet_store_client", "PetStore")`.
    """
    # An apostrophe is part of a word: `Mueller's` is one word.
    whole_words = re.sub(r"(?<=\w)'(?=\w)", "", title)
    ascii_title = (
        unicodedata.normalize("NFKD", whole_words).encode("ascii", "ignore").decode()
    )
    words = re.findall(r"[A-Za-z0-9]+", ascii_title)
    noise = {"api", "apis", "rest", "openapi", "the", "specification", "swagger"}
    kept = [word for word in words if word.lower() not in noise] or words
    kept = kept[:4] or ["Api"]
    client = "".join(word[:1].upper() + word[1:] for word in kept)[:40]
    if not client[0].isalpha() or keyword.iskeyword(client):
        client = f"Api{client}"
    if _is_reserved(client):
        client = f"{client}Client"
    package = "_".join(split_words(" ".join(kept)))[:40].strip("_") or "api"
    if not package[0].isalpha():
        package = f"api_{package}"
    return f"{package}_client", client


def choose_names(
    title: str, client: str, earlier_package: str, earlier_client: str
) -> tuple[str, str]:
    """Return the names of package and client if the settings do not name the package.

    An output keeps its names if the title changes. A new client in the settings also renames
    the package.

    Args:
        title: Title of the API.
        client: Client in the settings, `""` for none.
        earlier_package: Package of the earlier output, `""` for none.
        earlier_client: Client of the earlier output, `""` for none.
    """
    package, derived = names_from_title(title)
    if client:
        package = f"{'_'.join(split_words(client)) or 'api'}_client"
    if earlier_package and client in ("", earlier_client):
        package = earlier_package
    return package, client or earlier_client or derived


def is_name(name: str) -> bool:
    """Return whether a name is a valid identifier in NFKC form, as Python reads it."""
    is_normalized = unicodedata.normalize("NFKC", name) == name
    return is_normalized and name.isidentifier() and not keyword.iskeyword(name)


def refuse_name(setting: str, name: str) -> str:
    """Return why a name is not allowed, `""` if it is.

    Args:
        setting: `package` or `client`.
        name: the name.
    """
    if keyword.iskeyword(name):
        other = f"{name}_client" if setting == "package" else f"{name.title()}Client"
        return f" because it is a keyword of Python; try {other}"
    if not is_name(name):
        return "; use letters, digits and underscores, starting with a letter"
    if setting == "package" and name in sys.stdlib_module_names | _DEPENDENCIES:
        return f" because a module of that name exists; try {name}_client"
    if setting == "client" and _is_reserved(name):
        return f" because it is reserved in generated packages; try {name.strip('_')}Client"
    return ""


def _is_reserved(name: str) -> bool:
    """Return whether modules of a client use a name for something else."""
    known = (
        _PUBLIC | _DEPENDENCIES | _RESERVED | {f"Async{other}" for other in _RESERVED}
    )
    taken = name in known or hasattr(builtins, name)
    # The package imports classes of resources with a leading underscore.
    return taken or name.endswith("Error") or name.startswith("_")

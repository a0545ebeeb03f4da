"""Differences of documents that are not changes for callers, with the reasons."""

from __future__ import annotations

NOT_REPORTED = (
    (
        "Looser bounds, lengths, item counts and patterns",
        (
            "A request that was valid is valid. Models of responses do not check these "
            "keywords, so code that reads a response works as before."
        ),
    ),
    (
        "Any bound, length, item count or pattern of a response",
        "Models of responses do not check them.",
    ),
    (
        "Bounds of the keys of nested objects in requests",
        (
            "Only bounds of arguments are compared. The server explains "
            "why it rejects a value."
        ),
    ),
    (
        (
            "`not`, `if`, `then`, `else`, `dependentRequired`, `dependentSchemas`, "
            "`contains`, `propertyNames`, `unevaluatedItems` and `unevaluatedProperties`"
        ),
        (
            "Python types do not express what they require. If one of them changes a "
            "type or adds a property, that change is reported."
        ),
    ),
    (
        "Another spelling of the same type",
        (
            "`nullable`, a type list with `null`, and a union with `null` are the same "
            "type. So are a schema and a union or an `allOf` that contains only it."
        ),
    ),
    (
        "`allOf` as such",
        "The merged object is compared: its arguments, keys and attributes.",
    ),
    (
        "Additional or removed properties through `additionalProperties`",
        (
            "Undeclared keys of responses are kept in either case. Type checkers do not "
            "check undeclared keys of dictionaries."
        ),
    ),
    (
        "Names of path parameters in the path",
        (
            "They are not sent. If the name of an argument changes, that change is "
            "reported."
        ),
    ),
    (
        "Operation ids, tags and summaries",
        "They matter only if they give a call another name, which is reported.",
    ),
    (
        "Titles, descriptions, examples, links and external documentation",
        "They are in docstrings and in the reference, and code does not depend on them.",
    ),
    (
        "`style`, `explode`, `allowReserved` and encodings of forms",
        "The client encodes the values.",
    ),
    (
        "Response headers",
        "They are read by name from the raw response, without a type.",
    ),
    (
        "Values that an enumeration of responses loses",
        "Code that handles such a value is not executed any more.",
    ),
    (
        "Keys that are required in a response and were optional",
        (
            "An attribute that always has a value fits. The change of its type is "
            "reported as information."
        ),
    ),
    (
        "Media types that the client does not send or request",
        (
            "Only the media type that the client selects matters. If that changes a "
            "type, the change is reported."
        ),
    ),
    (
        "Scopes, URLs and descriptions of OAuth flows",
        (
            "They do not change the code of callers: tokens come from its callers, from "
            "client credentials, or from a login that reads the flows of the new client."
        ),
    ),
    (
        "Sunset dates and stability levels",
        (
            "A date does not change code. The removal is reported when it happens, and "
            "a deprecation when it is declared."
        ),
    ),
    (
        "The version in `info`",
        "The report says which version is due. It does not demand one.",
    ),
    (
        "Status codes",
        (
            "If they change the type of the result, that change is reported. The "
            "exceptions for error codes do not depend on the document."
        ),
    ),
    (
        "XML names and namespaces",
        "The client returns XML as text or bytes.",
    ),
)
"""Differences and the reasons why they are not reported. Markdown."""

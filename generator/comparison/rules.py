"""The rules of changes: their ids, levels and explanations."""

from __future__ import annotations

from .changes import ChangeRule, Level
from .type_rules import TYPE_RULES

_TABLE = {
    # Calls.
    "call-removed": (
        Level.BREAKING,
        (
            "The client does not have the call any more, because the document does not have "
            "the operation. Calls fail with `AttributeError`."
        ),
    ),
    "call-renamed": (
        Level.BREAKING,
        (
            "The same operation has another call. It is recognized by its id, or by its "
            "method and path. The setting `aliases` keeps the old call."
        ),
    ),
    "call-added": (Level.COMPATIBLE, "The client has a call that is new."),
    "call-operation-changed": (
        Level.WARNING,
        (
            "A call sends the request of another operation: neither the id nor the method "
            "and path are the same."
        ),
    ),
    "call-request-changed": (
        Level.INFO,
        (
            "The operation of a call has another method or path. The client sends it; code "
            "does not change."
        ),
    ),
    "call-deprecated": (
        Level.INFO,
        (
            "A call is deprecated. Calls emit a `DeprecationWarning`, which fails if the "
            "interpreter runs with `-W error`."
        ),
    ),
    "call-undeprecated": (
        Level.INFO,
        "A call is not deprecated any more, and does not emit a warning.",
    ),
    "resource-class-renamed": (
        Level.BREAKING,
        (
            "The class of a resource has another name or module, which code that imports it, "
            "such as own code, does not find. The attributes of the client are the same."
        ),
    ),
    # Arguments.
    "argument-removed": (
        Level.BREAKING,
        (
            "A method does not have the argument any more. Calls with it fail with "
            "`TypeError`."
        ),
    ),
    "argument-renamed": (
        Level.BREAKING,
        "The argument for a parameter or property has another Python name.",
    ),
    "argument-added": (Level.COMPATIBLE, "A method has a new optional argument."),
    "required-argument-added": (
        Level.BREAKING,
        (
            "A method has a new argument without a default. Calls without it fail with "
            "`TypeError`."
        ),
    ),
    "argument-required": (
        Level.BREAKING,
        (
            "An argument that could be omitted is required. Calls without it fail with "
            "`TypeError`."
        ),
    ),
    "argument-optional": (
        Level.COMPATIBLE,
        "An argument that was required can be omitted.",
    ),
    "argument-keyword-only": (
        Level.BREAKING,
        "An argument that could be passed by position must be passed by name.",
    ),
    "argument-order-changed": (
        Level.BREAKING,
        (
            "The positions of arguments changed, so that a call sends values in place of "
            "each other. Type checkers do not notice if the types are the same."
        ),
    ),
    "argument-type-changed": (
        Level.BREAKING,
        "An argument does not accept a type that it accepted.",
    ),
    "argument-type-widened": (Level.COMPATIBLE, "An argument accepts more types."),
    "argument-value-removed": (
        Level.BREAKING,
        "A value of an enumerated argument is not accepted any more.",
    ),
    "argument-value-added": (
        Level.COMPATIBLE,
        "An enumerated argument accepts more values.",
    ),
    "argument-default-changed": (
        Level.WARNING,
        "The server assumes another value if the argument is omitted.",
    ),
    "argument-limit-tightened": (
        Level.WARNING,
        (
            "The server accepts fewer values of an argument: a bound is tighter, or a pattern "
            "is new. The client does not check bounds."
        ),
    ),
    "argument-place-changed": (
        Level.INFO,
        (
            "A value is sent in another part of the request, such as a header in place of "
            "the query. The client sends it; code does not change unless it uses "
            "`extra_query` or `extra_headers`."
        ),
    ),
    "argument-deprecated": (
        Level.INFO,
        "The document deprecates an argument. Its documentation says so; calls do not warn.",
    ),
    "argument-key-changed": (
        Level.INFO,
        (
            "A value is sent under another key. The client sends it; code does not change "
            "unless it passes the body as a dictionary, or uses `extra_body`, `extra_query` "
            "or `extra_headers`."
        ),
    ),
    # Responses.
    "response-type-changed": (
        Level.BREAKING,
        "A call returns a type that does not fit the type that it returned.",
    ),
    "response-type-narrowed": (
        Level.INFO,
        "A call returns a more specific type than before.",
    ),
    "response-type-lost": (
        Level.WARNING,
        (
            "A call returns a value, or a part of one, whose type the document does not "
            "declare any more. Type checkers do not check its use, and strict ones reject "
            "to return it."
        ),
    ),
    "paging-added": (
        Level.COMPATIBLE,
        "A call returns a page, whose iterator loads the next pages.",
    ),
    "paging-removed": (
        Level.BREAKING,
        "A call does not return a page any more. Iteration over all items fails.",
    ),
    "paging-ended": (
        Level.WARNING,
        (
            "A page of a call does not load the next page any more. Iteration over all "
            "items ends after the first page."
        ),
    ),
    "paging-kind-changed": (
        Level.INFO,
        (
            "The next page is requested in another way. Iteration works as before; "
            "`next_page_info` has other content."
        ),
    ),
    "streaming-added": (Level.COMPATIBLE, "A call can return a stream of events."),
    "streaming-removed": (
        Level.BREAKING,
        "A call does not return a stream of events any more.",
    ),
    "event-type-changed": (
        Level.BREAKING,
        "The events of a stream have a type that does not fit the previous one.",
    ),
    **TYPE_RULES,
    # The client.
    "package-renamed": (
        Level.BREAKING,
        (
            "The package has another name, which is derived from the title of the document. "
            "The setting `package` keeps it."
        ),
    ),
    "client-renamed": (
        Level.BREAKING,
        (
            "The client class has another name, which is derived from the title of the "
            "document. The setting `client` keeps it."
        ),
    ),
    "export-removed": (
        Level.BREAKING,
        (
            "The package does not export a name any more, because no call needs that part of "
            'the runtime, or own code does not have it. The setting `runtime = "full"` keeps '
            "the names of the runtime."
        ),
    ),
    "credential-removed": (
        Level.BREAKING,
        "The client does not have the argument for a credential any more.",
    ),
    "credential-added": (
        Level.COMPATIBLE,
        "The client has an argument for another credential.",
    ),
    "credential-changed": (
        Level.BREAKING,
        (
            "A credential is sent differently, or is read from another environment variable. "
            "Type checkers do not notice."
        ),
    ),
    "security-changed": (
        Level.WARNING,
        (
            "A call needs a credential that it did not need. The server rejects calls "
            "without it."
        ),
    ),
    "server-changed": (
        Level.WARNING,
        "The client sends requests to another URL by default.",
    ),
    "server-removed": (
        Level.BREAKING,
        "The argument `server` of the client does not accept a name any more.",
    ),
    "server-added": (
        Level.COMPATIBLE,
        "The argument `server` of the client accepts another name.",
    ),
    "error-type-changed": (
        Level.WARNING,
        (
            "The attribute `body` of the exceptions of a call has another type. It is not a "
            "part of the signature, so type checkers do not notice."
        ),
    ),
    "webhook-removed": (
        Level.WARNING,
        "The document does not have the webhook any more. Its event is not parsed.",
    ),
    "webhook-added": (Level.COMPATIBLE, "The document has a new webhook."),
}

RULES = {
    id_: ChangeRule(id_, level, explanation)
    for id_, (level, explanation) in _TABLE.items()
}
"""All rules by their id."""

"""Kinds of changes that tools for documents report, and the rules that cover each.

The families of the first table group the checks of oasdiff; those of the second are kinds
that concern callers in Python.
"""

from __future__ import annotations

from typing import NamedTuple


class Family(NamedTuple):
    """Families of changes with the same rules.

    Args:
        names: Names of the families.
        rules: Rules of which one reports such a change if it affects callers; empty if
            none does.
        note: When nothing is reported, and why. Markdown.
    """

    names: tuple[str, ...]
    rules: tuple[str, ...]
    note: str


DOCUMENT_FAMILIES = (
    Family(
        (
            "api-global-security-added",
            "api-global-security-removed",
            "api-security-added",
            "api-security-removed",
        ),
        ("security-changed",),
        "A requirement that asks for less is not reported.",
    ),
    Family(
        (
            "api-global-security-scope-added",
            "api-global-security-scope-removed",
            "api-security-component-oauth-scope-added",
            "api-security-component-oauth-scope-changed",
            "api-security-component-oauth-scope-removed",
            "api-security-component-oauth-token-url-changed",
            "api-security-component-oauth-url-changed",
            "api-security-scope-added",
            "api-security-scope-removed",
        ),
        (),
        "Scopes and URLs of flows are outside of the client; tokens come from its callers.",
    ),
    Family(
        (
            "api-security-component-added",
            "api-security-component-removed",
            "api-security-component-type-changed",
        ),
        (
            "credential-added",
            "credential-removed",
            "credential-changed",
        ),
        "",
    ),
    Family(
        (
            "api-deprecated-sunset-missing",
            "api-deprecated-sunset-parse",
            "api-invalid-stability-level",
            "api-path-removed-before-sunset",
            "api-path-sunset-parse",
            "api-removed-before-sunset",
            "api-stability-decreased",
            "api-stability-increased",
            "api-sunset-date-changed-too-small",
            "api-sunset-date-too-small",
            "deprecated-sunset-invalid",
            "deprecated-sunset-missing",
            "deprecated-with-sunset",
            "endpoint-deprecated-with-sunset",
            "removed-before-sunset",
            "stability-decreased",
            "stability-increased",
            "sunset-date-changed-too-small",
            "sunset-date-too-small",
            "sunset-deleted",
            "sunset-parse",
        ),
        (),
        "A date or a level of stability does not change code. Removals and deprecations are reported when they are declared.",
    ),
    Family(
        (
            "api-path-removed-with-deprecation",
            "api-path-removed-without-deprecation",
            "api-removed-with-deprecation",
            "api-removed-without-deprecation",
        ),
        ("call-removed",),
        "The message says whether the call was deprecated.",
    ),
    Family(("removed-with-deprecation",), ("argument-removed",), ""),
    Family(
        ("api-schema-removed",),
        ("type-removed",),
        "Schemas without a public type have no effect.",
    ),
    Family(
        (
            "api-major-version-not-bumped",
            "api-version-decreased",
            "api-version-not-bumped",
        ),
        (),
        "The report computes the version that is due, and does not demand one.",
    ),
    Family(
        (
            "api-operation-id-added",
            "api-operation-id-removed",
            "api-tag-added",
            "api-tag-removed",
        ),
        ("call-renamed",),
        "Only if the call gets another name; names that `generate` keeps do not change.",
    ),
    Family(("endpoint-added",), ("call-added",), ""),
    Family(("endpoint-deprecated",), ("call-deprecated",), ""),
    Family(("endpoint-reactivated",), ("call-undeprecated",), ""),
    Family(
        ("deprecated",),
        (
            "argument-deprecated",
            "key-deprecated",
            "field-deprecated",
        ),
        "",
    ),
    Family(
        ("reactivated",),
        (),
        "A note in the documentation of an argument or attribute disappears.",
    ),
    Family(
        (
            "webhook-added",
            "webhook-removed",
        ),
        (
            "webhook-added",
            "webhook-removed",
        ),
        "",
    ),
    Family(
        (
            "all-of-added-annotation-only",
            "all-of-removed-annotation-only",
        ),
        (),
        "Annotations do not change types.",
    ),
    Family(
        (
            "all-of-added",
            "all-of-removed",
        ),
        (
            "argument-type-changed",
            "required-argument-added",
            "key-type-changed",
            "field-type-changed",
            "field-removed",
        ),
        "The merged object is compared, whatever its parts are.",
    ),
    Family(
        (
            "any-of-added",
            "one-of-added",
        ),
        (
            "argument-type-widened",
            "key-type-widened",
            "member-accepted",
            "member-added",
            "field-type-changed",
        ),
        "",
    ),
    Family(
        (
            "any-of-removed",
            "one-of-removed",
        ),
        (
            "argument-type-changed",
            "key-type-changed",
            "member-removed",
            "field-type-narrowed",
        ),
        "",
    ),
    Family(
        ("wrapped-in-one-of",),
        (
            "argument-type-changed",
            "field-type-changed",
        ),
        "Only if the accepted values differ; a wrapper of one member does not.",
    ),
    Family(
        (
            "became-enum",
            "const-added",
        ),
        (
            "argument-type-changed",
            "key-type-changed",
            "field-type-narrowed",
        ),
        "",
    ),
    Family(
        ("const-changed",),
        (
            "argument-value-removed",
            "key-value-removed",
            "field-value-added",
        ),
        "",
    ),
    Family(
        ("const-removed",),
        (
            "argument-type-widened",
            "key-type-widened",
            "field-type-changed",
        ),
        "",
    ),
    Family(
        ("enum-value-added",),
        (
            "argument-value-added",
            "key-value-added",
            "field-value-added",
            "value-added",
        ),
        "",
    ),
    Family(
        (
            "enum-value-removed",
            "response-mediatype-enum-value-removed",
            "x-extensible-enum-value-removed",
        ),
        (
            "argument-value-removed",
            "key-value-removed",
            "member-removed",
        ),
        "A value that responses lose is not reported: code that handles it is not executed.",
    ),
    Family(
        ("became-nullable",),
        (
            "argument-type-widened",
            "key-type-widened",
            "field-nullable",
        ),
        "",
    ),
    Family(
        ("became-not-nullable",),
        (
            "argument-type-changed",
            "key-type-changed",
            "field-type-narrowed",
        ),
        "",
    ),
    Family(
        (
            "became-not-read-only",
            "became-not-write-only",
            "became-read-only",
            "became-write-only",
        ),
        (
            "argument-removed",
            "argument-added",
            "key-removed",
            "key-added",
            "field-removed",
            "field-added",
        ),
        "A property in one direction is an argument or an attribute, not both.",
    ),
    Family(
        ("became-optional",),
        (
            "argument-optional",
            "key-optional",
            "field-nullable",
        ),
        "",
    ),
    Family(
        (
            "became-required",
            "became-required-with-default",
        ),
        (
            "argument-required",
            "key-required",
            "field-type-narrowed",
        ),
        "A default of the server does not help: the Python argument is required.",
    ),
    Family(
        (
            "added",
            "added-optional",
            "new-optional-request-default-parameter-to-existing-path",
            "new-optional-request-parameter",
            "new-optional-request-property",
        ),
        (
            "argument-added",
            "key-added",
            "field-added",
        ),
        "",
    ),
    Family(
        (
            "added-required",
            "new-request-path-parameter",
            "new-required-request-default-parameter-to-existing-path",
            "new-required-request-header-property",
            "new-required-request-parameter",
            "new-required-request-property",
            "new-required-request-property-with-default",
        ),
        (
            "required-argument-added",
            "required-key-added",
        ),
        "",
    ),
    Family(
        ("removed",),
        (
            "argument-removed",
            "key-removed",
            "field-removed",
        ),
        "",
    ),
    Family(
        (
            "default-value-added",
            "default-value-changed",
            "default-value-removed",
        ),
        ("argument-default-changed",),
        "A default in a response has no effect.",
    ),
    Family(
        (
            "discriminator-added",
            "discriminator-mapping-added",
            "discriminator-mapping-changed",
            "discriminator-mapping-deleted",
            "discriminator-property-name-changed",
            "discriminator-removed",
        ),
        (
            "field-type-changed",
            "member-added",
            "member-removed",
        ),
        "Tags select classes, and are literal types of attributes.",
    ),
    Family(
        (
            "content-encoding-changed",
            "content-media-type-changed",
            "type-changed",
            "type-compatible",
        ),
        (
            "argument-type-changed",
            "key-type-changed",
            "field-type-changed",
            "response-type-changed",
        ),
        "If the Python type is the same, nothing changes for callers.",
    ),
    Family(
        (
            "list-of-types-widened",
            "type-generalized",
        ),
        (
            "argument-type-widened",
            "key-type-widened",
            "field-type-changed",
            "field-nullable",
        ),
        "",
    ),
    Family(
        (
            "list-of-types-narrowed",
            "type-specialized",
        ),
        (
            "argument-type-changed",
            "key-type-changed",
            "field-type-narrowed",
        ),
        "",
    ),
    Family(
        (
            "exclusive-max-decreased",
            "exclusive-max-set",
            "exclusive-min-increased",
            "exclusive-min-set",
            "max-decreased",
            "max-items-decreased",
            "max-length-decreased",
            "max-length-set",
            "max-set",
            "min-increased",
            "min-items-increased",
            "min-items-set",
            "min-length-increased",
            "min-set",
            "pattern-added",
            "pattern-changed",
        ),
        ("argument-limit-tightened",),
        "Responses and keys of nested objects are not checked by the client.",
    ),
    Family(
        (
            "exclusive-max-increased",
            "exclusive-min-decreased",
            "max-increased",
            "max-items-increased",
            "max-length-increased",
            "max-length-unset",
            "min-decreased",
            "min-items-decreased",
            "min-items-unset",
            "min-length-decreased",
            "pattern-generalized",
            "pattern-removed",
        ),
        (),
        "A looser limit keeps valid requests valid, and models do not check responses.",
    ),
    Family(
        (
            "contains-added",
            "contains-removed",
            "content-schema-added",
            "content-schema-removed",
            "dependent-required-added",
            "dependent-required-changed",
            "dependent-required-removed",
            "dependent-schema-added",
            "dependent-schema-removed",
            "else-added",
            "else-removed",
            "if-added",
            "if-removed",
            "max-contains-decreased",
            "max-contains-increased",
            "min-contains-decreased",
            "min-contains-increased",
            "pattern-property-added",
            "pattern-property-removed",
            "property-names-added",
            "property-names-removed",
            "then-added",
            "then-removed",
            "unevaluated-items-added",
            "unevaluated-items-removed",
            "unevaluated-properties-added",
            "unevaluated-properties-removed",
        ),
        (),
        "Python types do not express these keywords.",
    ),
    Family(
        (
            "prefix-items-added",
            "prefix-items-removed",
        ),
        (
            "argument-type-changed",
            "key-type-changed",
            "field-type-changed",
            "field-type-narrowed",
        ),
        "An array with declared positions is a tuple.",
    ),
    Family(
        (
            "media-type-added",
            "media-type-removed",
            "media-type-schema-added",
            "media-type-schema-removed",
        ),
        (
            "argument-type-changed",
            "argument-removed",
            "required-argument-added",
        ),
        "Only the media type that the client sends matters.",
    ),
    Family(
        (
            "response-media-type-added",
            "response-media-type-name-changed",
            "response-media-type-name-generalized",
            "response-media-type-name-specialized",
            "response-media-type-removed",
        ),
        (
            "response-type-changed",
            "streaming-added",
            "streaming-removed",
        ),
        "Only the media type that the client requests matters.",
    ),
    Family(
        (
            "response-non-success-status-added",
            "response-non-success-status-removed",
        ),
        ("error-type-changed",),
        "",
    ),
    Family(
        (
            "response-success-status-added",
            "response-success-status-removed",
        ),
        ("response-type-changed",),
        "",
    ),
    Family(
        (
            "optional-response-header-removed",
            "required-response-header-removed",
        ),
        (),
        "Headers are read by name from the raw response, without a type.",
    ),
)
"""Families of changes of documents."""

CALLER_FAMILIES = (
    Family(
        (
            "call-moved",
            "call-renamed",
        ),
        (
            "call-renamed",
            "resource-class-renamed",
        ),
        "Names that `generate` keeps do not change.",
    ),
    Family(("argument-renamed",), ("argument-renamed",), ""),
    Family(("argument-removed",), ("argument-removed",), ""),
    Family(("argument-kind-changed",), ("argument-type-changed",), ""),
    Family(("type-renamed",), ("type-renamed",), ""),
    Family(("type-module-moved",), ("type-moved",), ""),
    Family(("type-direction-changed",), ("type-removed",), ""),
    Family(("view-field-renamed",), ("field-renamed",), ""),
    Family(
        ("paging-gained / paging-lost",),
        (
            "paging-added",
            "paging-removed",
            "paging-ended",
        ),
        "",
    ),
    Family(("paging-kind-changed",), ("paging-kind-changed",), ""),
    Family(("streaming-gained",), ("streaming-added",), ""),
    Family(
        ("streaming-lost / event-type-changed",),
        (
            "streaming-removed",
            "event-type-changed",
        ),
        "",
    ),
    Family(
        (
            "answer-none-changed",
            "answer-kind-changed",
        ),
        ("response-type-changed",),
        "",
    ),
    Family(("error-type-changed",), ("error-type-changed",), ""),
    Family(
        ("credential-argument-renamed",),
        (
            "credential-removed",
            "credential-added",
            "credential-changed",
        ),
        "",
    ),
    Family(
        ("credential-now-required",),
        ("security-changed",),
        "The server rejects calls without the credential; the signature is the same.",
    ),
    Family(("server-changed",), ("server-changed",), ""),
    Family(("server-option-removed",), ("server-removed",), ""),
    Family(("parameter-style-changed",), (), "The client encodes the values."),
    Family(
        ("additional-properties-closed",),
        (),
        "Undeclared keys are not in the types of dictionaries.",
    ),
    Family(
        ("additional-properties-typed",),
        (
            "argument-type-changed",
            "key-type-changed",
            "field-type-changed",
        ),
        "Only of objects without properties, which are mappings.",
    ),
    Family(
        ("property-count / unique-items / multiple-of",),
        ("argument-limit-tightened",),
        "",
    ),
    Family(
        ("pattern / bounds looser in an answer",), (), "Models do not check responses."
    ),
    Family(
        ("callback / link changed",),
        (),
        "Links have no code. Payloads of callbacks are types, which are compared.",
    ),
    Family(("xml-changed",), (), "XML is returned as text or bytes."),
    Family(("deprecated-now-warns",), ("call-deprecated",), ""),
    Family(
        (
            "package-floor-raised",
            "runtime-behaviour-changed",
        ),
        (),
        "Both sides are generated by the same version of oasmith. `oasmith check` names a changed generator.",
    ),
)
"""Families of changes for callers."""

"""Changes of the client itself: names, credentials, servers, security and errors."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.operations import Operation
from ..python.expressions import OBJECT, TypeExpr
from ..python.features import Convenience
from ..python.package import CredentialArgument
from ..rendering.python.annotations import documented_type
from ..rendering.python.client import exported_names
from ..source import Location
from .collection import Comparison
from .sides import MethodEntry, Side


def compare_clients(comparison: Comparison) -> None:
    """Add the changes of the client class."""
    _compare_names(comparison)
    _compare_exports(comparison)
    _compare_credentials(comparison)
    _compare_servers(comparison)
    _compare_webhooks(comparison)


def _compare_names(comparison: Comparison) -> None:
    old, new = comparison.old.package, comparison.new.package
    if old.name != new.name:
        comparison.add(
            "package-renamed",
            old.name,
            f"the package `{old.name}` is renamed to `{new.name}`",
            witness=f"import {old.name}\npackage = {old.name}",
        )
    if old.client.name != new.client.name:
        comparison.add(
            "client-renamed",
            old.client.name,
            f"the client `{old.client.name}` is renamed to `{new.client.name}`",
            witness=f"from {old.name} import {old.client.name}\n"
            f"client = {old.client.name}()",
        )


def _compare_exports(comparison: Comparison) -> None:
    package = comparison.old.package
    # The names of the client are reported by `client-renamed`.
    named = {f"{prefix}{package.client.name}" for prefix in ("", "Async")}
    named |= {f"{package.client.name}Error"}
    removed = exported_names(package) - exported_names(comparison.new.package)
    for name in sorted(removed - named):
        comparison.add(
            "export-removed",
            f"{package.name}.{name}",
            f"`{package.name}` does not export `{name}` any more",
            witness=f"from {package.name} import {name}\nexported = {name}",
        )
    _compare_conveniences(comparison)


_ATTRIBUTES = {
    Convenience.RAW_RESPONSES: "with_raw_response",
    Convenience.UNTYPED_CALLS: "get",
}


def _compare_conveniences(comparison: Comparison) -> None:
    """Add the parts that the settings of the new client leave out."""
    package, new = comparison.old.package, comparison.new.package
    client = package.client.name
    for part in new.omitted:
        if part in package.omitted:
            continue
        witness = ""
        if part in _ATTRIBUTES:
            attribute = f"{client}().{_ATTRIBUTES[part]}"
            witness = f"from {package.name} import {client}\nattribute = {attribute}"
        elif part is Convenience.DEFAULT_CLIENT and package.default_client.resources:
            name = package.default_client.resources[0]
            witness = f"import {package.name}\nresource = {package.name}.{name}"
        subject = f"{package.name}.{part.name.lower()}"
        comparison.add("export-removed", subject, part.value, witness=witness)


def _credentials(side: Side) -> dict[str, CredentialArgument]:
    return {item.name: item for item in side.package.client.credentials}


def _compare_credentials(comparison: Comparison) -> None:
    old, new = _credentials(comparison.old), _credentials(comparison.new)
    client = comparison.old.package.client.name
    for name, before in old.items():
        subject = f"{client}({name}=…)"
        after = new.get(name)
        if after is None:
            value = '("", "")' if before.pair else '""'
            comparison.add(
                "credential-removed",
                subject,
                f"`{client}` does not have the argument `{name}` any more",
                witness=f"from {comparison.old.package.name} import {client}\n"
                f"client = {client}({name}={value})",
            )
        elif _sent(before) != _sent(after):
            text = " and ".join(_credential_changes(before, after))
            message = f"the argument `{name}` of `{client}` {text}"
            comparison.add("credential-changed", subject, message)
    for name in new:
        if name not in old:
            comparison.add(
                "credential-added",
                f"{client}({name}=…)",
                f"`{client}` has the new argument `{name}`",
            )


def _sent(item: CredentialArgument) -> tuple[object, ...]:
    return (item.kind, item.positional, item.place, item.environment, item.pair)


def _credential_changes(
    before: CredentialArgument, after: CredentialArgument
) -> Iterator[str]:
    """Yield predicates: how a credential is sent, and where its default is read."""
    if (form := _form(after)) != (earlier := _form(before)):
        yield f"is sent as {form} instead of {earlier}"
    if before.pair != after.pair:
        pair, string = "a pair of strings", "a string"
        yield (
            f"is {pair} instead of {string}"
            if after.pair
            else (f"is {string} instead of {pair}")
        )
    if before.environment != after.environment:
        yield f"is read from {_variables(after)} instead of {_variables(before)}"


_PLACES = {"": "header", "query": "query parameter"}


def _form(item: CredentialArgument) -> str:
    """Return how a credential is sent, as a noun phrase."""
    match item.kind:
        case "Bearer":
            return "a bearer token"
        case "Basic":
            return "a user name and a password (HTTP Basic)"
        case "ApiKey":
            return f"the {_PLACES.get(item.place, item.place)} `{item.positional}`"
        case _:
            origin = f" of `{item.positional}`" if item.positional else ""
            return f"`{item.kind}`{origin}"


def _variables(item: CredentialArgument) -> str:
    names = " or ".join(f"`{name}`" for name in item.environment)
    return f"the environment variable {names}" if names else "no environment variable"


def _compare_servers(comparison: Comparison) -> None:
    old, new = comparison.old.package.client, comparison.new.package.client
    before = old.servers[0].url if old.servers else ""
    after = new.servers[0].url if new.servers else ""
    if before != after:
        if not before:
            text = f"has the default URL `{after}`, and had none"
        elif not after:
            text = f"has no default URL any more, which was `{before}`"
        else:
            text = f"has the default URL `{after}` instead of `{before}`"
        comparison.add("server-changed", old.name, f"`{old.name}` {text}")
    names = {item.name for item in new.servers} if new.chooses_server else set()
    known = {item.name for item in old.servers} if old.chooses_server else set()
    for name in sorted(known - names - {""}):
        comparison.add(
            "server-removed",
            old.name,
            f'`{old.name}` does not accept `server="{name}"` any more',
        )
    for name in sorted(names - known - {""}):
        comparison.add(
            "server-added", old.name, f'`{old.name}` accepts `server="{name}"`'
        )


def _compare_webhooks(comparison: Comparison) -> None:
    old = {item.name: item.origin for item in comparison.old.api.webhooks}
    new = {item.name: item.origin for item in comparison.new.api.webhooks}
    for name, origin in old.items():
        if name not in new:
            text = f"the webhook `{name}` does not exist any more"
            comparison.add("webhook-removed", f"webhook {name}", text, origin)
    for name, origin in new.items():
        if name not in old:
            text = f"the webhook `{name}` is new"
            comparison.add("webhook-added", f"webhook {name}", text, new=origin)


def compare_operations(
    comparison: Comparison, old: MethodEntry, new: MethodEntry
) -> None:
    """Add the changes of security and errors of a method that both clients have."""
    places = (old.operation.origin, new.operation.origin)
    before, after = _security(comparison.old, old), _security(comparison.new, new)
    # An alternative of the old requirements that no alternative of the new ones needs
    # more than.
    if before != after and not all(
        any(set(needed) <= set(present) for needed in after or ((),))
        for present in before or ((),)
    ):
        text = " or ".join(" and ".join(f"`{name}`" for name in each) for each in after)
        comparison.add(
            "security-changed", old.subject, f"`{old.subject}` needs {text}", *places
        )
    _compare_errors(comparison, old, new, places)


def _security(side: Side, entry: MethodEntry) -> tuple[tuple[str, ...], ...]:
    own = entry.operation.security
    return side.api.security if own is None else own


def _compare_errors(
    comparison: Comparison,
    old: MethodEntry,
    new: MethodEntry,
    places: tuple[Location, Location],
) -> None:
    for status in _compared_statuses(old.operation, new.operation):
        before = _error_type(comparison.old, old, status)
        after = _error_type(comparison.new, new, status)
        if before == OBJECT or (
            after != OBJECT and comparison.received.fits(after, before)
        ):
            continue
        errors = (
            "other errors" if status == "default" else f"errors with status {status}"
        )
        comparison.add(
            "error-type-changed",
            old.subject,
            f"the body of {errors} of `{old.subject}` has the type "
            f"`{documented_type(after)}` instead of `{documented_type(before)}`",
            *places,
        )


_RANGES = {"4XX", "5XX"}


def _compared_statuses(old: Operation, new: Operation) -> list[str]:
    """Return the status codes, ranges and `default` whose bodies are compared.

    They are those of the old document, and those that only the new document has but a
    range or `default` of the old one includes. Ranges of all errors replace `default`.
    """
    before, after = _error_statuses(old), _error_statuses(new)
    result = [
        status
        for status in before
        if status != "default" or status in after or not {*after} >= _RANGES
    ]
    for status in after:
        if status not in before and {f"{status[0]}XX", "default"} & {*before}:
            result.append(status)
    return result


def _error_statuses(operation: Operation) -> list[str]:
    """Return the status codes of the errors that a document describes."""
    statuses = [item.status for item in operation.responses if not item.successful]
    if not any(item.successful for item in operation.responses):
        statuses = [status for status in statuses if status != "default"]
    return statuses


def _error_type(side: Side, entry: MethodEntry, status: str) -> TypeExpr:
    """Return the type of the body of an error, as the runtime selects it."""
    for errors in (side.errors.get(entry.call, {}), dict(side.package.client.errors)):
        for key in (status, f"{status[0]}XX", "default"):
            if key in errors:
                return errors[key]
    return OBJECT

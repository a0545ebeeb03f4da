"""Names of types from the setting `types`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Set

from ...config import Config
from ...config.package_names import is_name
from ...diagnostics import Diagnostics, Rule, Severity
from ...model.types import Key
from ...suggestions import did_you_mean
from .identifiers import TYPE_NAMES

TYPE_NAME = Rule(
    "type-name",
    Severity.ERROR,
    "An entry of the setting `types` matches no type, or its value cannot be the name of "
    "the type. Keys are the names that types have without the setting, such as "
    "`CreateOrderResponse`; values are names of classes that no other type has.",
    about_settings=True,
)

UNUSED_TYPE_NAME = Rule(
    "unused-type-name",
    Severity.NOTE,
    "An entry of the setting `types` names a type of the documents that the client does not "
    "contain, because no operation of the client uses it, or repeats the name that the type "
    "has without the entry. The entry has no effect.",
    about_settings=True,
)


def rename_types(names: dict[Key, str], types: Mapping[str, str]) -> None:
    """Replace the names of types by those of the setting `types`.

    Args:
        names: Names by key of the declaration; they are changed.
        types: New names by name.
    """
    for key, name in names.items():
        names[key] = types.get(name, name)


def check_types(
    config: Config,
    original: frozenset[str],
    models: Mapping[Key, str],
    parameters: Mapping[Key, str],
    diagnostics: Diagnostics,
) -> None:
    """Report entries of the setting `types` that cannot be used.

    Args:
        config: Settings, including `types`.
        original: Names of all types without the setting.
        models: Names of the types of responses with the setting.
        parameters: Names of the types of arguments with the setting.
        diagnostics: Collects invalid entries.
    """
    holders = Counter(name for key in models for name in {models[key], parameters[key]})
    for name, new in config.types.items():
        for message, hint in _find_problems(name, new, original, holders):
            diagnostics.add(
                TYPE_NAME,
                f"`types`: {message}",
                config.origin.span("types", name),
                hint=hint,
            )


def report_unused_names(
    config: Config,
    original: frozenset[str],
    models: Mapping[Key, str],
    parameters: Mapping[Key, str],
    emitted: Set[str],
    diagnostics: Diagnostics,
) -> None:
    """Report entries of the setting `types` that change no name of the client.

    Args:
        config: Settings, including `types`.
        original: Names of all types without the setting.
        models: Names of the types of responses with the setting.
        parameters: Names of the types of arguments with the setting.
        emitted: Names of the types of the client.
        diagnostics: Collects the entries.
    """
    # The new name of an argument type can follow from that of the response type.
    changed = emitted - original
    used = emitted | {models[key] for key in models if parameters[key] in changed}
    for name, new in config.types.items():
        if name not in original or (new in used and new != name):
            continue
        message, hint = f"no operation of the client uses {name!r}", ""
        if new == name:
            message = f"{name!r} is the name of the type without this entry, too"
        else:
            hint = ", or set `unused_types`"
        diagnostics.add(
            UNUSED_TYPE_NAME,
            f"`types`: {message}",
            config.origin.span("types", name),
            hint=f"remove the entry{hint}",
        )


def _find_problems(
    name: str, new: str, original: frozenset[str], holders: Mapping[str, int]
) -> Iterator[tuple[str, str]]:
    if name not in original:
        yield (
            f"{name!r} is not a type",
            did_you_mean(name, original) or "use the name of a class in `types`",
        )
    elif not is_name(new) or new.startswith("_") or new in TYPE_NAMES:
        yield f"{new!r} cannot be the name of a type", "use a name such as `Order`"
    elif holders.get(new, 0) > 1:
        yield f"{new!r} is the name of another type, too", "choose another name"

"""Assignment of names to operations.

The settings take precedence, then the names of an earlier output, then extensions that name calls, then code samples, then the
path, with the prefix that the samples of related operations have. Names from paths are changed if they clash, with words
of the operation id if necessary. A name depends on its operation, on related operations and
on those with the same name, but never on the order of the document.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from ...diagnostics import Diagnostics
from ...model.naming import Naming
from ...recorded_names import RecordedNames
from ...words import singular, split_words
from .from_path import Name, NamingInput, PathName, names_from_paths
from .from_record import RECORDED, apply_record
from .from_samples import Claim, NoClaim, find_claims
from .from_settings import SETTING, apply_names
from .id_verbs import read_id
from .paths import find_version, list_parameters, list_segments
from .related_samples import find_prefixes, find_renames, name_like_samples
from .resource_calls import find_resource_calls


def assign_names(
    inputs: Sequence[NamingInput],
    names: Mapping[str, str],
    diagnostics: Diagnostics,
    recorded: RecordedNames | None = None,
) -> list[Naming]:
    """Assign a unique name to each operation.

    Args:
        inputs: Operations.
        names: The setting `names`.
        diagnostics: Collects samples that contradict each other.
        recorded: Names of an earlier output, which stay.

    Returns:
        The names, in the order of `inputs`.
    """
    path_names = names_from_paths(inputs)
    renames = find_renames(inputs, path_names)
    claims = find_claims(inputs, diagnostics, renames)
    prefixes = find_prefixes(path_names, claims)
    namings = [
        _choose_name(name, claim, name_like_samples(name.name[0], prefixes, renames))
        for name, claim in zip(path_names, claims, strict=True)
    ]
    changed = apply_names(inputs, namings, names)
    if recorded is None or not recorded.calls:
        return find_resource_calls(inputs, _disambiguate(inputs, changed))
    by_settings = {
        index for index, item in enumerate(namings) if changed[index] is not item
    }
    known = apply_record(inputs, changed, by_settings, recorded)
    final = _disambiguate(known.inputs, known.namings)[: len(inputs)]
    return find_resource_calls(inputs, final)


def _choose_name(
    from_path: PathName, claim: Claim | NoClaim, related: tuple[str, ...]
) -> Naming:
    """Return the name of an operation.

    Args:
        from_path: The name that its path results in.
        claim: The name in its samples.
        related: Its resource, as samples of related operations name it.
    """
    path_name = from_path.name
    if from_path.is_declared:
        return _declare(path_name, claim)
    rejected: list[str] = []
    if isinstance(claim, NoClaim):
        rejected.extend(filter(None, [claim.reason]))
        if claim.method and path_name[1] in _GENERIC_VERBS:
            path_name = (path_name[0], claim.method)
    else:
        name: Name = (claim.call.resource, split_words(claim.call.method))
        if name != path_name:
            rejected.append(f"{join_name(path_name)} is derived from its path")
        return Naming(
            *name,
            "its sample",
            claim.origin,
            tuple(rejected),
            tuple(claim.call.keywords),
            claim.call.positional,
            claim.other_calls,
            mappings=claim.call.mappings,
        )
    if related != path_name[0]:
        rejected.append(
            f"{join_name(path_name)} differs from the samples of related operations"
        )
        return Naming(related, path_name[1], _PATH_AND_SAMPLES, None, (*rejected,))
    if path_name != from_path.name:
        source = _PATH_AND_SAMPLE
    else:
        source = _PATH_AND_ID if from_path.uses_id else _PATH
    return Naming(*path_name, source, None, tuple(rejected))


def _declare(name: Name, claim: Claim | NoClaim) -> Naming:
    """Return the name that extensions declare; other names of samples are aliases."""
    if isinstance(claim, NoClaim):
        return Naming(*name, _EXTENSIONS)
    calls = (claim.call.name, *claim.other_calls)
    return Naming(
        *name,
        _EXTENSIONS,
        keywords=tuple(claim.call.keywords),
        positional=claim.call.positional,
        mappings=claim.call.mappings,
        other_calls=tuple(call for call in calls if call != join_name(name)),
    )


def join_name(name: Name) -> str:
    """Return a name as in a call: `chat.completions.create`."""
    return ".".join((*name[0], "_".join(name[1])))


_PATH = "its path"
_GENERIC_VERBS = frozenset(
    (verb,) for verb in ("create", "list", "retrieve", "update", "replace", "delete")
)
_PATH_AND_ID = "its path and its operation id"
_PATH_AND_SAMPLE = "its path and the method in its sample"
_PATH_AND_SAMPLES = "its path and the samples of related operations"
_EXTENSIONS = "its extensions"
_OPERATION_ID = "its operation id"
_METHOD_AND_PATH = "its method and path"
_CHANGEABLE = frozenset(
    {
        _PATH,
        _PATH_AND_ID,
        _PATH_AND_SAMPLE,
        _PATH_AND_SAMPLES,
        _OPERATION_ID,
        _METHOD_AND_PATH,
    }
)
"""Sources of names that are changed if they clash."""


def _disambiguate(
    inputs: Sequence[NamingInput], namings: Sequence[Naming]
) -> list[Naming]:
    """Make all names unique.

    Older versions of a path get a prefix; then operations with more path parameters are
    named by these; then words of the operation id are used, then method and path.
    """
    result = list(namings)
    for build, source in (
        (_add_version, ""),
        (_add_parameter, ""),
        (_use_id, _OPERATION_ID),
        (_use_method_and_path, _METHOD_AND_PATH),
    ):
        groups: dict[Name, list[int]] = defaultdict(list)
        for index, naming in enumerate(result):
            groups[naming.resource, naming.name].append(index)
        used = set(groups)
        for (resource, words), indexes in groups.items():
            if len(indexes) < 2:
                continue
            free = _list_free(result, indexes, keeps_paths=build is not _add_version)
            extend = build([inputs[index] for index in free], (resource, words))
            for index in free:
                name = extend(inputs[index])
                if name not in used:
                    result[index] = _rename(result[index], name, source)
    return _add_numbers(inputs, result)


def _list_free(
    namings: Sequence[Naming], indexes: Sequence[int], *, keeps_paths: bool
) -> list[int]:
    """Return which operations with the same name are renamed.

    One keeps its name if it is from a sample or the settings. Otherwise the only one that
    is named by its path alone keeps it, if `keeps_paths`.
    """
    fixed = [index for index in indexes if namings[index].source not in _CHANGEABLE]
    # Names of an earlier output take precedence over samples, but not over settings.
    fixed.sort(key=lambda index: _precedence(namings[index].source))
    if fixed:
        return [index for index in indexes if index != fixed[0]]
    by_id = [index for index in indexes if namings[index].source == _PATH_AND_ID]
    only_one = keeps_paths and len(by_id) == len(indexes) - 1
    return by_id if only_one else list(indexes)


def _precedence(source: str) -> int:
    if source.startswith(SETTING):
        return 0
    return 1 if source == RECORDED else 2


def _add_version(
    clashing: Sequence[NamingInput], name: Name
) -> Callable[[NamingInput], Name]:
    """Return a function that puts older versions of the path before the name."""
    newest = max(find_version(other.path) for other in clashing)

    def extend(operation: NamingInput) -> Name:
        version = find_version(operation.path)
        if version == newest:
            return name
        return ((version.words, *name[0]), name[1])

    return extend


def _add_parameter(
    clashing: Sequence[NamingInput], name: Name
) -> Callable[[NamingInput], Name]:
    """Return a function that disambiguates by the additional path parameters."""
    all_parameters = [list_parameters(other.path) for other in clashing]
    fewest = min(all_parameters, key=lambda names: (len(names), names))
    common = set(fewest)

    def extend(operation: NamingInput) -> Name:
        parameters = list_parameters(operation.path)
        if len(parameters) == len(fewest):
            return name
        additional = [item for item in parameters if item not in common]
        last = additional[-1] if additional else parameters[-1]
        return (name[0], (*name[1], "by", *split_words(last)))

    return extend


def _use_id(
    clashing: Sequence[NamingInput], name: Name
) -> Callable[[NamingInput], Name]:
    """Return a function that uses the words of the id, except for the shortest path."""
    lengths = sorted(len(list_segments(other.path)) for other in clashing)

    def extend(operation: NamingInput) -> Name:
        is_shortest = len(list_segments(operation.path)) == lengths[0]
        if is_shortest and lengths[:1] < lengths[1:2]:
            return name
        # Frameworks append the path and the method to ids.
        id_words = read_id(operation.id, operation.method, operation.path).words
        words = _without_resource(id_words or split_words(operation.id), name[0])
        return (name[0], words or name[1])

    return extend


def _without_resource(
    words: tuple[str, ...], resource: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the words of an id without the resource with which it begins."""
    nouns = {singular(word) for part in resource for word in split_words(part)}
    start = 0
    while start < len(words) - 1 and singular(words[start]) in nouns:
        start += 1
    return words[start:]


def _use_method_and_path(
    clashing: Sequence[NamingInput], name: Name
) -> Callable[[NamingInput], Name]:
    return lambda operation: (
        name[0],
        (operation.method.lower(), *split_words(operation.path)),
    )


def _rename(naming: Naming, name: Name, source: str) -> Naming:
    current = join_name((naming.resource, naming.name))
    return replace(
        naming,
        resource=name[0],
        name=name[1],
        source=source or naming.source,
        rejected=(*naming.rejected, f"{current} is the name of another operation too"),
    )


def _add_numbers(inputs: Sequence[NamingInput], namings: list[Naming]) -> list[Naming]:
    """Add numbers to names that still clash, in the order of methods and paths."""
    used = Counter((item.resource, item.name) for item in namings)
    next_numbers: dict[Name, int] = {}
    for index in sorted(
        range(len(namings)),
        key=lambda index: (inputs[index].method, inputs[index].path),
    ):
        naming = namings[index]
        if used[naming.resource, naming.name] < 2 or naming.source == RECORDED:
            continue
        number = next_numbers.get((naming.resource, naming.name), 2)
        while used[naming.resource, (*naming.name, str(number))]:
            number += 1
        next_numbers[naming.resource, naming.name] = number
        used[naming.resource, naming.name] -= 1
        words = (*naming.name, str(number))
        used[naming.resource, words] += 1
        namings[index] = _rename(naming, (naming.resource, words), "")
    return namings

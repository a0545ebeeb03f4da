"""Samples of operations in several languages, from the document or generated."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from ...frozen_dataclass import dataclass
from ...model.api import Api
from ...model.operations import Operation, Sample
from ...model.types import JsonValue
from ...python.package import ClientModule
from ...python_samples import is_python
from ...reference.site import SampleCode
from ...reference.variants import ResponseExample, SampleSource, SampleVariant
from ..mock.values import Values
from .curl import CurlCommands

_COMMAND = "Command line"

_LANGUAGES = {
    "curl": ("Shell", "bash"),
    "shell": ("Shell", "bash"),
    "bash": ("Shell", "bash"),
    "sh": ("Shell", "bash"),
    "javascript": ("JavaScript", "javascript"),
    "js": ("JavaScript", "javascript"),
    "node": ("JavaScript", "javascript"),
    "node.js": ("JavaScript", "javascript"),
    "typescript": ("TypeScript", "typescript"),
    "csharp": ("C#", "csharp"),
    "c#": ("C#", "csharp"),
    "go": ("Go", "go"),
    "java": ("Java", "java"),
    "kotlin": ("Kotlin", "kotlin"),
    "php": ("PHP", "php"),
    "ruby": ("Ruby", "ruby"),
    "rust": ("Rust", "rust"),
    "swift": ("Swift", "swift"),
    "cli": (_COMMAND, "bash"),
}
"""Name for readers and name of the lexer, by name in the document in lower case."""

_PYTHON, _ASYNC, _SHELL = "Python", "Python (async)", "Shell"
_ORDER = {_PYTHON: 0, _ASYNC: 1, _SHELL: 2, _COMMAND: 3, "JavaScript": 4}


@dataclass(frozen=True, slots=True)
class Variants:
    """Builder of the samples of operations.

    Args:
        package: Name of the client package.
        client: Name of the client class.
        construction: Source that creates a client.
        curl: Builder of commands.
        values: Example values.
    """

    package: str
    client: str
    construction: str
    curl: CurlCommands
    values: Values

    @classmethod
    def of(
        cls,
        api: Api,
        package: str,
        client: ClientModule,
        environment: Mapping[str, str],
    ) -> Variants:
        """Create a builder.

        Args:
            api: API with the operations.
            package: Name of the client package.
            client: Module of the client class.
            environment: Environment variable of each security scheme.
        """
        values = Values({item.header.key: item for item in api.declarations})
        curl = CurlCommands(api, environment, values)
        return cls(package, client.name, client.construction, curl, values)

    def build(
        self,
        operation: Operation,
        samples: Iterable[SampleCode],
        example: str,
        command: str,
    ) -> tuple[SampleVariant, ...]:
        """Build the samples of an operation; at least one.

        Args:
            operation: Operation.
            samples: Its Python samples, with the imports of the client.
            example: Shortest call, as Python source.
            command: Call of the client's command line; `""` if it has none.
        """
        python = iter(samples)
        variants: list[SampleVariant] = []
        for sample in operation.samples or (Sample("", (), ""),):
            sources = list(_other_sources(sample))
            has_python = any(is_python(language) for language, _ in sample.sources)
            own = next(python, None) if has_python else None
            is_first = not variants
            if own is not None:
                sources.append(SampleSource(_PYTHON, "python", own.code))
            elif is_first:
                code = self._program(example)
                sources.append(SampleSource(_PYTHON, "python", code))
            if is_first:
                code = self._async_program(example)
                sources.append(SampleSource(_ASYNC, "python", code))
                if command:
                    sources.append(SampleSource(_COMMAND, "bash", command))
                if not any(item.language == _SHELL for item in sources):
                    command = self.curl.build(operation)
                    sources.append(SampleSource(_SHELL, "bash", command))
            if sources:
                response = sample.response
                sources.sort(key=lambda item: _ORDER.get(item.language, len(_ORDER)))
                variants.append(SampleVariant(sample.title, tuple(sources), response))
        if any(item.response for item in variants):
            return tuple(variants)
        return self._with_response(operation, variants)

    def _with_response(
        self, operation: Operation, variants: list[SampleVariant]
    ) -> tuple[SampleVariant, ...]:
        """Return the samples with an example response, from the document or generated."""
        first, *others = variants
        value, is_generated = self._response(operation)
        if value is None:
            return tuple(variants)
        text = json.dumps(value, indent=2, ensure_ascii=False)
        more = () if is_generated else self._more_examples(operation)
        first = SampleVariant(first.title, first.sources, text, is_generated, more)
        return (first, *others)

    def _more_examples(self, operation: Operation) -> tuple[ResponseExample, ...]:
        """Return the examples of the response after the first, with their titles."""
        _, *others = (
            item
            for item in operation.examples
            if "json" in item.media_type and item.value is not None
        )
        return tuple(
            ResponseExample(
                item.title, json.dumps(item.value, indent=2, ensure_ascii=False)
            )
            for item in others
        )

    def _response(self, operation: Operation) -> tuple[JsonValue, bool]:
        for example in operation.examples:
            if "json" in example.media_type and example.value is not None:
                return example.value, False
        for content in operation.result.contents:
            if "json" in content.media_type and content.type is not None:
                return self.values.generate(content.type), True
        return None, False

    def _program(self, example: str) -> str:
        return "\n".join(
            (
                *_imports(example),
                f"from {self.package} import {self.client}",
                "",
                f"client = {self.construction}",
                example,
            )
        )

    def _async_program(self, example: str) -> str:
        call = example.replace(" = client.", " = await client.", 1)
        if call.startswith("client."):
            call = f"await {call}"
        return "\n".join(
            (
                "import asyncio",
                *_imports(example),
                "",
                f"from {self.package} import Async{self.client}",
                "",
                "",
                "async def main() -> None:",
                f"    async with Async{self.construction} as client:",
                *(f"        {line}" if line else "" for line in call.split("\n")),
                "",
                "",
                "asyncio.run(main())",
            )
        )


def _imports(example: str) -> Iterator[str]:
    """Yield the imports of the standard library that a call needs."""
    names = [name for name in ("date", "datetime") if f"{name}." in example]
    if names:
        yield f"from datetime import {', '.join(names)}"
    if "Path(" in example:
        yield "from pathlib import Path"


def _other_sources(sample: Sample) -> Iterable[SampleSource]:
    """Yield the sources of a sample that are not Python, one for each language."""
    seen: set[str] = set()
    for written, code in sample.sources:
        if is_python(written) or not code.strip():
            continue
        name, lexer = _LANGUAGES.get(written.lower(), (written.strip() or "Text", ""))
        if name not in seen:
            seen.add(name)
            yield SampleSource(name, lexer, code.strip("\n"))

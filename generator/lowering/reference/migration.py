"""Lowering of the page for users of another SDK: programs made of calls of this client."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...frozen_dataclass import dataclass
from ...model.api import Api
from ...python.features import Convenience
from ...python.package import Package
from ...reference.migration import Migration, MigrationSection
from ...reference.text import parse_text
from .migration_calls import MigrationCalls, SampleCall
from .migration_text import (
    CALLS,
    CLIENT,
    DOWNLOADS,
    ERRORS,
    EVENTS,
    LISTS,
    PACKAGE,
    RAW,
    STREAMS,
    TYPES,
    UNDOCUMENTED,
    UPLOADS,
)
from .operations import OperationSections
from .samples import find_sample_package

Lines = list[str]
Write = Callable[[SampleCall, str, str], Lines]
"""Function of a call, `"await "` and `"async "`, or `""` for the synchronous client."""

_FILE = 'Path("file.bin")'


def build_programs(
    api: Api, package: Package, sections: OperationSections
) -> tuple[MigrationSection, ...]:
    """Build the programs for the tasks for which the API has a call.

    Args:
        api: API with the operations.
        package: Client package.
        sections: Builder of the example calls.
    """
    calls = MigrationCalls.select(api, package, sections)
    programs = _Programs(
        package.name,
        package.client.name,
        calls,
        Convenience.RAW_RESPONSES not in package.omitted,
    )
    return tuple(programs.sections())


def build_migration(
    api: Api,
    package: Package,
    programs: tuple[MigrationSection, ...],
    coming_from: str,
) -> Migration | None:
    """Build the page about migrating from another SDK.

    Args:
        api: API with the operations.
        package: Client package.
        programs: Programs for common tasks.
        coming_from: Package of the other SDK; `""` for that of the code samples.

    Returns:
        The page; `None` if neither the settings nor the samples name a package.
    """
    in_samples = find_sample_package(api.operations, package.name)
    source = coming_from or in_samples
    if not source:
        return None
    return Migration(
        source,
        source == in_samples,
        programs,
        has_default_client=Convenience.DEFAULT_CLIENT not in package.omitted,
        has_pydantic=Convenience.PYDANTIC not in package.omitted,
    )


@dataclass(frozen=True, slots=True)
class _Programs:
    """Writer of the programs.

    Args:
        package: Name of the client package.
        client: Name of the client class.
        calls: Calls that the programs show.
        has_raw: Whether the client has raw responses.
    """

    package: str
    client: str
    calls: MigrationCalls
    has_raw: bool

    def sections(self) -> Iterator[MigrationSection]:
        """Yield the sections for which the API has a call."""
        calls = self.calls
        if calls.plain is not None:
            plain = calls.plain
            yield self._both("Calls and responses", CALLS, plain, _call)
        if calls.package is not None:
            text, code = parse_text(PACKAGE), self._package(calls.package)
            yield MigrationSection("Calls without a client", text, code)
        if calls.plain is not None:
            plain = calls.plain
            yield self._sync("Client options", CLIENT, plain, _options, ("httpx2",))
            yield MigrationSection(
                "Exceptions",
                parse_text(ERRORS.format(f"{self.client}Error")),
                self._errors(plain),
            )
            yield MigrationSection("Types", parse_text(TYPES), self._types(plain))
            if plain.resource and self.has_raw:
                yield self._both("Raw responses", RAW, plain, _raw)
        if calls.paged is not None:
            yield self._both("Pagination", LISTS, calls.paged, _pages)
        if calls.stream is not None:
            yield self._both("Streaming", STREAMS, calls.stream, _stream)
        if calls.events is not None:
            yield self._both("Typed events", EVENTS, calls.events, _events)
        if calls.upload is not None:
            yield self._sync("Uploads", UPLOADS, calls.upload, _upload)
        if calls.download is not None:
            yield self._both("Downloads", DOWNLOADS, calls.download, _download)
        if calls.untyped is not None:
            yield self._sync("Other endpoints", UNDOCUMENTED, calls.untyped, _untyped)

    def _both(
        self, title: str, text: str, call: SampleCall, write: Write
    ) -> MigrationSection:
        return MigrationSection(
            title,
            parse_text(text),
            self._program(call, write),
            self._async_program(call, write),
        )

    def _sync(
        self,
        title: str,
        text: str,
        call: SampleCall,
        write: Write,
        modules: tuple[str, ...] = (),
    ) -> MigrationSection:
        return MigrationSection(
            title, parse_text(text), self._program(call, write, modules)
        )

    def _program(
        self, call: SampleCall, write: Write, modules: tuple[str, ...] = ()
    ) -> str:
        body = write(call, "", "")
        head = _imports(body, modules)
        return _join(
            *head, f"from {self.package} import {self.client}", "",
            f"client = {self.client}()", *body,
        )  # fmt: skip

    def _async_program(self, call: SampleCall, write: Write) -> str:
        body = "\n".join(write(call, "await ", "async "))
        lines = [f"        {line}" if line else "" for line in body.split("\n")]
        return _join(
            *_imports([body], ("asyncio",)),
            f"from {self.package} import Async{self.client}", "", "",
            "async def main() -> None:",
            f"    async with Async{self.client}() as client:", *lines, "", "",
            "asyncio.run(main())",
        )  # fmt: skip

    def _package(self, call: SampleCall) -> str:
        return _join(
            f"import {self.package}",
            "",
            f"{self.package}.timeout = 20",
            f"{self.package}.max_retries = 5",
            *call.lines("result = ", client=self.package),
            f"print(result.{call.field})",
        )

    def _errors(self, call: SampleCall) -> str:
        return _join(
            f"from {self.package} import {self.client}",
            f"from {self.package}.errors import (",
            "    APIConnectionError,",
            "    APIStatusError,",
            "    RateLimitError,",
            ")",
            "",
            f"client = {self.client}(max_retries=0)",
            "try:",
            *_indent(call.lines("result = ")),
            "except RateLimitError as error:",
            "    print(error.response.headers)",
            "except APIStatusError as error:",
            "    print(error.status_code, error.request_id, error.body)",
            "except APIConnectionError as error:",
            "    print(error)",
        )

    def _types(self, call: SampleCall) -> str:
        names = sorted({call.model, *self.calls.param_names})
        return _join(
            f"from {self.package} import {self.client}, types",
            *(f"from {self.package}.types import {name}" for name in names),
            "",
            f"client = {self.client}()",
            *call.lines(f"result: {call.model} = "),
            f"assert isinstance(result, types.{call.model})",
        )


def _join(*lines: str) -> str:
    return "\n".join(lines)


def _indent(lines: Lines) -> Lines:
    return [f"    {line}" for line in lines]


def _imports(body: Lines, modules: tuple[str, ...]) -> Lines:
    """Return the imports of other packages, with an empty line after them."""
    code = "\n".join(body)
    lines = [f"import {name}" for name in modules]
    if "Path(" in code:
        lines.append("from pathlib import Path")
    return [*lines, ""] if lines else []


def _call(call: SampleCall, wait: str, _: str) -> Lines:
    return [
        *call.lines(f"result = {wait}"),
        f"print(result.{call.field}, result._request_id)",
        "print(result.to_dict())",
        "print(result.model_dump(), result.model_dump_json(indent=2))",
        "copied = result.model_copy()",
        "same = type(result).model_validate(result.to_dict())",
    ]


def _options(call: SampleCall, *_: str) -> Lines:
    return [
        "client.timeout = httpx2.Timeout(20, connect=5)",
        "client.max_retries = 5",
        "fast = client.with_options(timeout=10, max_retries=0)",
        *call.lines(
            "result = ",
            more=('extra_headers={"X-Trace": "1"}', 'extra_query={"debug": "1"}'),
            client="fast",
        ),
    ]


def _raw(call: SampleCall, wait: str, start: str) -> Lines:
    return [
        *call.lines(f"response = {wait}", access="with_raw_response"),
        'print(response.status_code, response.headers["content-type"])',
        "result = response.parse()",
        *call.lines(f"{start}with ", access="with_streaming_response", end=" as raw:"),
        "    print(raw.status_code)",
        f"    result = {wait}raw.parse()",
    ]


def _pages(call: SampleCall, wait: str, start: str) -> Lines:
    return [
        *call.lines(f"{start}for item in ", end=":"),
        "    print(item)",
        *call.lines(f"page = {wait}"),
        "print(page.has_next_page(), page.next_page_info())",
        f"{start}for page in page.iter_pages():",
        "    print(page.to_dict())",
    ]


def _stream(call: SampleCall, wait: str, start: str) -> Lines:
    lines = [
        *call.lines(f"stream = {wait}"),
        f"{start}for event in stream:",
        "    print(event)",
    ]
    return [*lines, f"result = {wait}stream.final()"] if call.aggregated else lines


def _events(call: SampleCall, wait: str, start: str) -> Lines:
    text = [f"    print({wait}events.get_final_text())"] if call.has_text else []
    return [
        *call.lines(f"{start}with ", end=" as events:"),
        f"    {start}for event in events:",
        "        print(event)",
        f"    result = {wait}events.final()",
        *text,
    ]


def _upload(call: SampleCall, *_: str) -> Lines:
    return [
        f'{_FILE}.write_bytes(b"content")',
        *call.lines("result = "),
        *call.replaced(_FILE, 'b"content"').lines("result = "),
        *call.replaced(_FILE, '("file.txt", b"content", "text/plain")').lines(
            "result = "
        ),
    ]


def _download(call: SampleCall, wait: str, _: str) -> Lines:
    return [
        *call.lines(f"response = {wait}"),
        f"content = {wait}response.read()",
        *call.lines(f"response = {wait}"),
        f'{wait}response.write_to_file("download.bin")',
    ]


def _untyped(call: SampleCall, *_: str) -> Lines:
    return [f"data = client.get({call.path_source}, cast_to=dict)", "print(data)"]

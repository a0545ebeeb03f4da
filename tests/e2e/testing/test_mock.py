"""The mock API: sample responses, responses of a test, and recorded requests."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest


@pytest.fixture
def mock(testing: ModuleType) -> Any:
    return testing.MockAPI()


@pytest.fixture
def client(library: ModuleType, mock: Any) -> Any:
    return library.Library(http_client=mock.client())


def test_samples_are_completed_and_corrected(client: Any) -> None:
    book = client.books.retrieve("b-7")
    assert (book.id, book.title, book.year) == ("b-7", "Seven", 1977)
    # The example "many" is not a number of pages, so it is replaced by one within the
    # limits. The other properties have no example.
    assert (book.pages, book.kind, book.lent_to) == (20, "novel", None)
    assert book.parts[0].parts == [] and book.added == "2024-01-01T00:00:00Z"


def test_pagination_ends(client: Any, mock: Any) -> None:
    assert [book.title for book in client.books.list()] == ["One", "Two"]
    assert len(list(client.editions.list())) == 1
    assert len(list(client.editions.list(page=1))) == 1
    assert len(mock.requests_to("books.list")) == 1


def test_content_that_is_not_json(client: Any) -> None:
    assert client.note.retrieve() == "Be quiet."
    assert len(client.books.cover.retrieve("b-1").read()) > 100
    assert client.books.delete("b-1") is None


def test_streams(client: Any) -> None:
    assert client.answers.create().text == "text"
    assert client.answers.create(stream=False).text == "text"
    with client.answers.create(stream=True) as stream:
        assert [item.piece for item in stream] == ["piece", "piece"]
    assert [item.piece for item in client.log.list()] == ["piece", "piece"]


def test_requests_are_recorded(client: Any, mock: Any) -> None:
    client.books.create(title="Ä & B", year=3)
    client.books.list(tag=["a", "b"], after="x")
    client.books.retrieve("a/b c")
    files = ("a.png", b"\r\n--\x00\r\n", "image/png")
    client.books.cover.upload("b-1", file=files, sizes=["s", "m"])
    created, listed, retrieved, updated = mock.requests
    assert (created.call, created.method, created.path) == (
        "books.create",
        "POST",
        "/eu/v1/books",
    )
    assert created.body == {"title": "Ä & B", "year": 3}
    assert created.headers["Content-Type"] == "application/json"
    assert listed.query == {"tag": ["a", "b"], "after": "x"} and listed.body is None
    assert (retrieved.call, retrieved.path_parameters) == (
        "books.retrieve",
        {"book_id": "a/b c"},
    )
    assert updated.call == "books.cover.upload" and updated.body["sizes"] == ["s", "m"]
    file = updated.body["file"]
    assert (file.name, file.content, file.type) == files
    assert mock.requests_to("books.create") == [created]


def test_literal_segments_take_precedence(client: Any, mock: Any) -> None:
    client.books.newest()
    client.books.retrieve("newer")
    assert [item.call for item in mock.requests] == ["books.newest", "books.retrieve"]


def test_responses_of_a_test(client: Any, mock: Any, library: ModuleType) -> None:
    book = mock.sample("books.retrieve")
    mock.respond("books.retrieve", json={**book, "title": "Other"})
    assert client.books.retrieve("b").title == "Other"
    mock.respond(
        "books.retrieve", json=library.types.Book(**{**book, "title": "Model"})
    )
    assert client.books.retrieve("b").title == "Model"
    mock.respond("note.retrieve", text="Ssh", headers={"x-request-id": "r-1"})
    raw = client.note.with_raw_response.retrieve()
    assert raw.parse() == "Ssh" and raw.headers["x-request-id"] == "r-1"
    mock.respond("books.cover.retrieve", content=b"png")
    assert client.books.cover.retrieve("b").read() == b"png"
    mock.respond(
        "books.create", reply=lambda request: httpx2.Response(201, json=request.body)
    )
    assert client.books.create(title="Echo").title == "Echo"


def test_errors_and_sequences(client: Any, mock: Any, library: ModuleType) -> None:
    mock.respond("books.retrieve", status=404, json={"error": {"message": "lost"}})
    with pytest.raises(library.errors.NotFoundError, match="lost"):
        client.books.retrieve("b")
    broken = httpx2.ConnectError("refused")
    mock.respond("books.newest", status=503).then(status=429).then()
    assert client.books.newest().title == "title"
    assert len(mock.requests_to("books.newest")) == 3
    mock.respond("books.newest", error=broken)
    with pytest.raises(library.errors.APIConnectionError, match="refused"):
        client.with_options(max_retries=0).books.newest()


def test_streams_of_a_test(client: Any, mock: Any, library: ModuleType) -> None:
    pieces: list[Any] = [{"piece": "a"}, {"piece": "b\nc"}]
    mock.respond("answers.create", stream=iter(pieces))
    for _ in range(2):
        stream = client.answers.create(stream=True)
        assert [item.piece for item in stream] == ["a", "b\nc"]
    mock.respond("answers.create", stream=[*pieces, httpx2.ReadError("cut")])
    stream = client.answers.create(stream=True)
    assert next(stream).piece == "a" and next(stream).piece == "b\nc"
    with pytest.raises(library.errors.APIConnectionError, match="cut"):
        next(stream)


def test_unknown_operations_and_options(client: Any, mock: Any) -> None:
    with pytest.raises(LookupError, match="did you mean 'books.create'"):
        mock.respond("book.create", json={})
    with pytest.raises(TypeError, match="json and text"):
        mock.respond("books.create", json={}, text="")
    with pytest.raises(TypeError, match="jsno"):
        mock.respond("books.create", jsno={})
    with pytest.raises(LookupError, match="not JSON"):
        mock.sample("note.retrieve")
    with pytest.raises(AssertionError, match=r"PATCH /eu/v1/books.*GET \(books.list\)"):
        client.patch("/books")
    with pytest.raises(AssertionError, match=r"similar: GET /books \(books.list\)"):
        client.get("/boks")
    assert mock.requests == []


def test_responses_by_method_and_path(client: Any, mock: Any) -> None:
    mock.respond("GET /health", json={"ok": True})
    assert client.get("/health", cast_to=dict) == {"ok": True}
    mock.respond("GET /books/newest", json={**mock.sample("books.newest"), "id": "n"})
    assert client.books.newest().id == "n"


@pytest.mark.parametrize(
    ("base", "own"),
    [
        ("https://library.test/us/v1", ""),
        ("http://127.0.0.1:9", ""),
        ("http://127.0.0.1:9/deep/er/v1/", ""),
        ("http://127.0.0.1:9/deep", "http://127.0.0.1:9/deep"),
    ],
)
def test_any_base_url(
    library: ModuleType, testing: ModuleType, base: str, own: str
) -> None:
    mock = testing.MockAPI(own)
    client = library.Library(base_url=base, http_client=mock.client())
    client.books.retrieve("b-1")
    client.books.newest()
    client.books.list()
    calls = [item.call for item in mock.requests]
    assert calls == ["books.retrieve", "books.newest", "books.list"]


def test_requests_outside_the_base_url_fail(
    library: ModuleType, testing: ModuleType
) -> None:
    mock = testing.MockAPI("http://127.0.0.1:9/v1")
    client = library.Library(base_url="http://127.0.0.1:9", http_client=mock.client())
    with pytest.raises(AssertionError, match="GET /books"):
        client.books.list()


def test_async(library: ModuleType, testing: ModuleType) -> None:
    async def use() -> None:
        mock = testing.MockAPI()
        client = library.AsyncLibrary(http_client=mock.async_client())
        assert (await client.books.retrieve("b-7")).title == "Seven"
        await client.books.cover.upload("b-1", file=b"xyz")
        assert mock.requests[-1].body["file"].content == b"xyz"
        stream = await client.answers.create(stream=True)
        assert [item.piece async for item in stream] == ["piece", "piece"]
        assert [book.id async for book in await client.books.list()] == ["b-1", "b-2"]
        other = library.AsyncLibrary(http_client=testing.async_mock_client())
        assert (await other.note.retrieve()) == "Be quiet."

    asyncio.run(use())


def test_mock_client(library: ModuleType, testing: ModuleType) -> None:
    client = library.Library(http_client=testing.mock_client())
    assert client.books.retrieve("b-7").title == "Seven"


def test_samples_are_copies(client: Any, mock: Any) -> None:
    mock.sample("books.list")["data"].clear()
    assert len(client.books.list().data) == 2


def test_the_module_is_loaded_lazily_in_any_package(
    library: ModuleType, tmp_path: Path
) -> None:
    shutil.copytree(Path(str(library.__file__)).parent, tmp_path / "vendored/other")
    code = (
        "import sys, json; from vendored.other import Library; c = Library();"
        "before = [name for name in sys.modules if name.startswith('vendored.other.testing')"
        " or name.startswith('vendored.other._runtime.testing')];"
        "from vendored.other.testing import mock_client;"
        "c = Library(http_client=mock_client());"
        "print(json.dumps([before, c.books.retrieve('b').title]))"
    )
    process = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(process.stdout) == [[], "Seven"]


def test_streaming_responses_are_open_until_they_are_read(client: Any) -> None:
    with client.books.with_streaming_response.retrieve("b-7") as response:
        assert not response.is_closed
        assert response.parse().title == "Seven"
    assert response.is_closed
    assert client.books.with_raw_response.retrieve("b-7").is_closed

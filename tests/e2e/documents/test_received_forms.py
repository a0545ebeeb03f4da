"""Payloads of callbacks and webhooks that are multipart forms, files or of several types."""

from __future__ import annotations

import copy
import pickle
import re
import typing
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.e2e.documents.conftest import marked_lines
from tests.e2e.documents.test_received_payloads import unwrap
from tests.unit.runtime.conftest import Received, Reply, Server

pytestmark = pytest.mark.slow

KIND = (
    "The payload of a callback or a webhook is a multipart form, also with files, or a file, "
    "or it has several media types. A callback has callbacks itself, or no payload; a path "
    "item is behind a `$ref`."
)
RESULT = (
    "The `Content-Type` of the received request selects the type of the payload; one that the "
    "document does not declare, and an invalid payload, raise `InvalidPayloadError`. Files are "
    "`ReceivedFile`: bytes with their name and media type. Nested callbacks have methods as "
    "well. Callbacks without a payload are documented."
)
DOCUMENT = (Path(__file__).parent / "received.yaml").read_text(encoding="utf-8")
ClientOf = Callable[..., ModuleType]
JSON = {"Content-Type": "application/json"}
FORM = {"content-type": "multipart/form-data; boundary=x"}


@pytest.fixture
def acme(client_of: ClientOf) -> ModuleType:
    return client_of(DOCUMENT)


def clients(package: ModuleType) -> list[Any]:
    return [package.Acme(), package.AsyncAcme()]


def form(*parts: str, end: str = "--x--\r\n") -> bytes:
    """Return a multipart form; each part is its headers, a blank line and its content."""
    lines = [part.replace("\n", "\r\n") for part in parts]
    return ("".join(f"--x\r\n{line}\r\n" for line in lines) + end).encode()


def text(name: str, value: str) -> str:
    return f'Content-Disposition: form-data; name="{name}"\n\n{value}'


def check_scan(package: ModuleType, scan: Any) -> None:
    assert type(scan) is package.types.ScanReceived
    assert (scan.title, scan.count, scan.exact) == ('über "a"\r\n', 3, True)
    assert type(scan.page) is package.ReceivedFile
    assert scan.page == b"\x00\xff\r\n--not-x" and isinstance(scan.page, bytes)
    assert (scan.page.filename, scan.page.content_type) == ('ü".png', "image/png")
    assert scan.thumbnail == b"plain" and type(scan.thumbnail) is package.ReceivedFile
    assert [bytes(item) for item in scan.others] == [b"1", b"2"]
    assert scan.others[1].filename == "b.txt"
    assert (scan.tags, scan.grid) == (["a"], [[1, 2]])
    assert scan.rows == [package.types.Row(n=1)] and type(scan.rows[0]) is type(
        scan.row
    )
    assert scan.row.n == 2


def send_scan(package: ModuleType, server: Server) -> Received:
    """Return the request of a form that the client itself sends."""
    package.Acme(base_url=server.url).scans.create(
        title='über "a"\r\n',
        page=('ü".png', b"\x00\xff\r\n--not-x", "image/png"),
        thumbnail=b"plain",
        others=[("a.txt", b"1"), ("b.txt", b"2")],
        count=3,
        exact=True,
        tags=["a"],
        rows=[{"n": 1}],
        grid=[[1, 2]],
        row={"n": 2},
    )
    return server.received[-1]


def test_a_form_that_the_client_sends_is_parsed(
    acme: ModuleType, serve: Callable[..., Server]
) -> None:
    sent = send_scan(acme, serve(Reply(204)))
    for client in clients(acme):
        scan = client.callbacks.parse_scanned(sent.body, sent.headers)
        check_scan(acme, scan)
        check_scan(acme, unwrap(client, sent.headers["content-type"], sent.body))


def test_files_keep_their_metadata(acme: ModuleType) -> None:
    file = acme.ReceivedFile(b"abc", "a.txt", "text/plain")
    for other in (
        copy.copy(file),
        copy.deepcopy(file),
        pickle.loads(pickle.dumps(file)),
    ):
        assert other == b"abc" and type(other) is acme.ReceivedFile
        assert (other.filename, other.content_type) == ("a.txt", "text/plain")
    hints = typing.get_type_hints(acme.types.ScanReceived)
    assert hints["page"] is acme.ReceivedFile
    scan = acme.Acme().callbacks.parse_scanned(
        form(text("title", "t"), text("page", "p")), FORM
    )
    assert scan.page == b"p" and type(scan.page) is acme.ReceivedFile


def test_the_content_type_selects_the_type(acme: ModuleType) -> None:
    for client in clients(acme):
        parse = client.callbacks.parse_paid
        payment = parse(b'{"amount": 1.5}', JSON)
        assert type(payment) is acme.types.Payment and payment.amount == 1.5
        vendor = {"CONTENT-TYPE": "application/vnd.acme+json; charset=utf-8"}
        assert parse(b'{"amount": 1.5}', vendor) == payment
        urlencoded = {"content-type": "application/x-www-form-urlencoded"}
        paid = parse(b"amount=2&paid=true", urlencoded)
        assert type(paid) is acme.types.Payment and (paid.amount, paid.paid) == (
            2,
            True,
        )
        receipt = parse(form(text("receipt", "abc")), FORM)
        assert receipt.receipt == b"abc"
        assert parse(b"amount=2", {"content-type": "text/plain"}) == "amount=2"
        for headers in ({"content-type": "image/png"}, {"content-type": ""}):
            with pytest.raises(acme.errors.InvalidPayloadError, match="Content-Type"):
                parse(b"{}", headers)
        with pytest.raises(TypeError, match="headers"):
            parse(b"{}")


def test_a_single_media_type_is_checked(acme: ModuleType) -> None:
    for client in clients(acme):
        parse = client.callbacks.parse_shared
        assert parse('{"who": "a"}').who == parse(b'{"who": "a"}', {}).who == "a"
        assert type(parse(b'{"who": "a"}', JSON)) is acme.types.Shared
        with pytest.raises(acme.errors.InvalidPayloadError, match="not declared"):
            parse(b"who=a", {"content-type": "application/x-www-form-urlencoded"})
        for payload in (b"[]", b'"a"', b"1", b"null", b"", b"{", b"\xff"):
            with pytest.raises(acme.errors.InvalidPayloadError, match="payload is"):
                parse(payload)


def test_a_binary_body_is_a_file(acme: ModuleType) -> None:
    headers = {
        "content-type": "image/png",
        "content-disposition": "attachment; filename*=UTF-8''%C3%BC.png",
    }
    for client in clients(acme):
        photo = client.callbacks.parse_photo(b"\x89PNG", headers)
        assert photo == b"\x89PNG" and type(photo) is acme.ReceivedFile
        assert (photo.filename, photo.content_type) == ("ü.png", "image/png")
        assert client.callbacks.parse_photo(b"").filename is None
        with pytest.raises(acme.errors.InvalidPayloadError, match="image/\\*"):
            client.callbacks.parse_photo(b"a", {"content-type": "text/plain"})


def test_a_body_that_is_not_required_can_be_empty(acme: ModuleType) -> None:
    for client in clients(acme):
        assert client.callbacks.parse_noted(b"") is None
        assert client.callbacks.parse_noted(b'{"n": 1}', JSON).n == 1


def test_nested_callbacks_are_parsed(acme: ModuleType) -> None:
    for client in clients(acme):
        names = [name for name in dir(client.callbacks) if name.startswith("parse_")]
        assert names == [
            "parse_create_copy_confirmed",
            "parse_create_scan_confirmed",
            "parse_loop",
            "parse_noted",
            "parse_paid",
            "parse_photo",
            "parse_scanned",
            "parse_shared",
        ]
        row = client.callbacks.parse_create_scan_confirmed('{"n": 1}')
        assert row == acme.types.Row(n=1)
        assert client.callbacks.parse_create_copy_confirmed('[{"n": 1}]') == [row]
        assert client.callbacks.parse_loop('{"turn": 2}').turn == 2


def test_webhooks_have_the_type_of_their_media_type(acme: ModuleType) -> None:
    types = acme.types
    for client in clients(acme):
        payment = unwrap(client, "application/json", b'{"amount": 1}')
        assert type(payment) is types.Payment
        shared = unwrap(client, "application/json", b'{"who": "a"}')
        assert type(shared) is types.Shared
        # Only this type is declared for forms.
        row = unwrap(client, "application/x-www-form-urlencoded", b"n=1&amount=1")
        assert type(row) is types.Row and row.n == 1
        with pytest.raises(acme.errors.InvalidPayloadError, match="text/plain"):
            unwrap(client, "text/plain", b"a")


def test_the_documentation_shows_all_callbacks(acme: ModuleType) -> None:
    package = Path(str(acme.__file__)).parent
    page = (package.parent / "docs/scans.md").read_text(encoding="utf-8")
    for line in (
        "Payload: [Payment](types/webhooks.md#payment) (`application/json`)",
        "Payload: str (`text/plain`)",
        "The API sends it after the request of the callback `scanned`.",
        "The request has no payload.",
        "Parse it with `client.callbacks.parse_paid(payload, headers)`.",
    ):
        assert f"\n{line}\n" in page
    assert "(`multipart/related`, not parsed by the client)" in page
    doc = " ".join(str(acme.Acme().scans.create.__doc__).split())
    assert "`POST {$request.query.url}`; it has no payload." in doc
    assert "after the request of `scanned`; parse the payload" in doc
    assert "InvalidPayloadError" in str(acme.Acme().callbacks.parse_paid.__doc__)


def many(count: int) -> bytes:
    return form(*(text(f"f{number}", "") for number in range(count)))


@pytest.mark.parametrize(
    ("payload", "message"),
    [
        (b"", "no line of the form"),
        (b"nothing", "no line of the form"),
        (b"--y\r\n\r\n--y--", "no line of the form"),
        (form(text("title", "t"), end=""), "ends before its closing boundary"),
        (form(text("title", "t"), end="--x-"), "ends before its closing boundary"),
        (form("Content-Type: text/plain\n\na"), "part 1 has no name"),
        (form("Content-Disposition: form-data; name=a"), "headers of part 1"),
        (form(f"X-Long: {'a' * 9000}\n{text('title', 't')}"), "8192 bytes"),
        (form(f"Content-Transfer-Encoding: base64\n{text('a', '!')}"), "base64"),
        (form(f"Content-Transfer-Encoding: rot13\n{text('a', '!')}"), "rot13"),
        (form(f"Content-Type: application/json\n{text('row', '{')}"), "multipart"),
        (
            form(f"Content-Type: text/plain; charset=no\n{text('title', 'a')}"),
            "charset",
        ),
        (form(text("title", "a")).replace(b"\r\na\r\n", b"\r\n\xff\r\n"), "decode"),
        (many(1001), "more than 1000 parts"),
    ],
)
def test_invalid_forms_raise(acme: ModuleType, payload: bytes, message: str) -> None:
    for client in clients(acme):
        with pytest.raises(acme.errors.InvalidPayloadError, match=re.escape(message)):
            client.callbacks.parse_scanned(payload, FORM)


@pytest.mark.parametrize("boundary", ["", "; boundary=", f"; boundary={'x' * 71}"])
def test_invalid_boundaries_raise(acme: ModuleType, boundary: str) -> None:
    headers = {"content-type": f"multipart/form-data{boundary}"}
    with pytest.raises(acme.errors.InvalidPayloadError, match="boundary"):
        acme.Acme().callbacks.parse_scanned(b"--x--", headers)


def test_parts_are_read_exactly(acme: ModuleType) -> None:
    assert (
        len(acme.Acme().callbacks.parse_scanned(many(1000), FORM).model_extra) == 1000
    )
    encoded = "Content-Transfer-Encoding: base64\n" + text("page", "AP8=")
    message = text("thumbnail", "--y\n\n--y--\n")
    nested = f"Content-Type: multipart/mixed; boundary=y\n{message}"
    unknown = 'Content-Disposition: form-data; name=extra; filename="a"\n\n1'
    number = f"Content-Type: application/json\n{text('more', '[1]')}"
    body = form(encoded, nested, unknown, number, text("count", "many"))
    scan = acme.Acme().callbacks.parse_scanned(b"preamble\r\n" + body + b"end", FORM)
    assert (scan.page, scan.thumbnail) == (b"\x00\xff", b"--y\r\n\r\n--y--\r\n")
    assert scan.thumbnail.content_type == "multipart/mixed; boundary=y"
    assert type(scan.model_extra["extra"]) is acme.ReceivedFile
    assert (scan.model_extra["more"], scan.count) == ([1], "many")


CALLER = """\
from typing_extensions import assert_type

from acme_client import Acme, AsyncAcme, ReceivedFile
from acme_client.errors import InvalidPayloadError
from acme_client.types import PaidForm, Payment, Row, ScanReceived, Shared


def sync_caller(client: Acme, body: bytes, headers: dict[str, str]) -> None:
    scan = client.callbacks.parse_scanned(body, headers)
    assert_type(scan, ScanReceived)
    assert_type(scan.page, ReceivedFile)
    assert_type(scan.thumbnail, ReceivedFile | None)
    assert_type(scan.others, list[ReceivedFile] | None)
    assert_type(scan.page.filename, str | None)
    write(scan.page)
    assert_type(client.callbacks.parse_paid(body, headers), Payment | PaidForm | str)
    assert_type(client.callbacks.parse_photo(body), ReceivedFile)
    assert_type(client.callbacks.parse_noted(body), Row | None)
    assert_type(client.callbacks.parse_create_scan_confirmed("{}"), Row)
    assert_type(client.callbacks.parse_create_copy_confirmed(body), list[Row])
    client.callbacks.parse_scanned(body)  # wrong
    client.callbacks.parse_scanned("", headers)  # wrong
    client.callbacks.parse_photo("")  # wrong
    client.callbacks.parse_paid(body)  # wrong
    client.callbacks.parse_ping(body)  # wrong
    client.callbacks.parse_related(body)  # wrong


def write(content: bytes) -> None: ...


async def async_caller(client: AsyncAcme, body: bytes, headers: dict[str, str]) -> None:
    try:
        assert_type(client.callbacks.parse_scanned(body, headers), ScanReceived)
        event = client.webhooks.unwrap(body, headers)
        assert_type(event, ScanReceived | Payment | Row | Shared)
    except InvalidPayloadError as error:
        raise ValueError from error
"""


def test_type_checkers_know_the_payloads(
    acme: ModuleType, wrong_lines: Callable[..., set[int]]
) -> None:
    assert wrong_lines(acme, CALLER) == marked_lines(CALLER)

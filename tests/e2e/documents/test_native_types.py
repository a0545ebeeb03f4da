"""Dates, UUIDs and other formatted values as Python objects, by `native_types`."""

from __future__ import annotations

import asyncio
import copy
import importlib
import json
import pickle
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pydantic
import pytest

from tests.clients import generate, import_from
from tests.e2e.documents.conftest import marked_lines
from tests.e2e.documents.native_types import (
    DOCUMENT,
    EVENT,
    FORMATS,
    ID,
    OFFSET,
    VALUES,
)
from tests.unit.runtime.conftest import Server, json_reply

pytestmark = pytest.mark.slow

KIND = "`format` of a string or number is a date, a UUID or another type of Python."
RESULT = (
    "With the setting `native_types`, values are `datetime`, `date`, `UUID`, `bytes`, `Decimal`, "
    "`timedelta` or `UnixTime`, and arguments accept these, too. A value that its format does not "
    "allow stays as it was received. Without the setting, values are strings and numbers."
)
CALLER = """
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import assert_type
from uuid import UUID, uuid4
from acme_client import Acme, UnixTime
from acme_client.types import Event

acme = Acme()
event = acme.events.create(
    id=uuid4(),
    start=datetime.now().astimezone(),
    date=date.today(),
    bytes=b"x",
    price=Decimal(1),
    rate=0.5,
    length=timedelta(1),
    created=UnixTime(2024, 1, 1),
    reminders=["2024-01-01T00:00:00Z", datetime.now()],
)
acme.events.create(id="x", start="x", created=3, bytes="eA==", price="1", length="P1M")
acme.events.list(since=datetime.now(), days=[date.today()], after=1, x_trace=uuid4())
acme.events.retrieve(uuid4())
assert_type(event.id, UUID)
assert_type(event.start, datetime)
assert_type(event.date, date | None)
assert_type(event.bytes_, bytes | None)
assert_type(event.price, Decimal | None)
assert_type(event.rate, float | None)
assert_type(event.length, timedelta | str | None)
assert_type(event.created, UnixTime | None)
assert_type(event.changed, datetime | None)
assert_type(event.pair, tuple[date, int] | None)
assert_type(event.reminders, list[datetime] | None)
assert_type(event.word, date | str | None)  # wrong
assert_type(acme.times.list(), dict[str, datetime])
Event(id=uuid4(), start=datetime.now())
Event(id="x", start=datetime.now())  # wrong
acme.events.create(id=1, start="x")  # wrong
acme.events.create(id="x", start="x", created=datetime.now())  # wrong
acme.events.create(id="x", start="x", rate=Decimal(1))  # wrong
"""
Build = Callable[..., ModuleType]
Serve = Callable[..., Server]


@pytest.fixture(scope="module")
def native_client(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    folder = tmp_path_factory.mktemp("native_types")
    (folder / "openapi.yaml").write_text(DOCUMENT, encoding="utf-8")
    name = "native_types_client"
    generate(folder / "openapi.yaml", folder / "out", name, native_types=FORMATS)
    return import_from(folder / "out", name)


def test_values_are_returned_and_sent_again(client_of: Build, serve: Serve) -> None:
    client = client_of(DOCUMENT, native_types=FORMATS)
    server = serve(json_reply(EVENT))
    acme = client.Acme(base_url=server.url)
    event = acme.events.retrieve(ID)
    assert server.received[-1].target == f"/events/{ID}"
    assert dict(event) == VALUES
    assert type(event.created) is client.UnixTime
    sent = {**EVENT, "start": "2024-01-01T10:00:00.250000+02:00"}
    assert json.loads(event.to_json()) == event.to_dict(mode="json") == sent
    assert event.model_dump(mode="json", by_alias=True) == sent
    assert event.model_dump()["start"] == VALUES["start"]
    assert copy.deepcopy(event) == pickle.loads(pickle.dumps(event)) == event
    assert type(event).model_validate(EVENT) == event
    assert type(event).from_dict(event.to_dict()) == event

    values = {name.rstrip("_"): value for name, value in VALUES.items()}
    values["created"] = client.UnixTime.fromtimestamp(1_700_000_000, UTC)
    extra = {"holiday": values.pop("holiday")}
    acme.events.create(**values, extra_body=extra)
    assert json.loads(server.received[-1].body) == sent
    acme.post("/events", body={"event": event, "at": [VALUES["start"]]})
    assert json.loads(server.received[-1].body)["event"] == sent

    async def call() -> Any:
        async with client.AsyncAcme(base_url=server.url) as other:
            return await other.events.retrieve(ID)

    assert asyncio.run(call()) == event


def test_parameters_are_sent_exactly(client_of: Build, serve: Serve) -> None:
    client = client_of(DOCUMENT, native_types=FORMATS)
    server = serve(json_reply([]))
    client.Acme(base_url=server.url).events.list(
        since=datetime(2024, 1, 1, tzinfo=UTC),
        days=[date(2024, 1, 1), "2024-01-02"],
        after=client.UnixTime(2024, 1, 1, tzinfo=UTC),
        price=Decimal("1.10"),
        hash=b"\xff\xfe",
        length=timedelta(minutes=90),
        x_trace=ID,
    )
    request = server.received[-1]
    assert parse_qsl(urlsplit(request.target).query) == [
        ("since", "2024-01-01T00:00:00Z"),
        ("days", "2024-01-01"),
        ("days", "2024-01-02"),
        ("after", "1704067200"),
        ("price", "1.10"),
        ("hash", "//4="),
        ("length", "PT1H30M"),
    ]
    assert request.headers["x-trace"] == str(ID)


@pytest.mark.parametrize(
    ("arguments", "place"),
    [
        ({"start": datetime(2024, 1, 1)}, "start: datetime.datetime"),
        ({"start": "x", "reminders": [datetime(2024, 1, 1)]}, "reminders[0]: "),
        ({"start": "x", "length": timedelta(-1)}, "length: cannot send"),
        ({"start": "x", "price": Decimal("NaN")}, "price: cannot send"),
    ],
)
def test_values_without_a_text_are_refused(
    client_of: Build, serve: Serve, arguments: dict[str, Any], place: str
) -> None:
    client = client_of(DOCUMENT, native_types=FORMATS)
    server = serve(json_reply(EVENT))
    with pytest.raises(ValueError, match=f"^{re.escape(place)}"):
        client.Acme(base_url=server.url).events.create(id="x", **arguments)
    assert server.received == []


TIME = datetime(2024, 1, 1, 12, tzinfo=OFFSET)
NATIVE: dict[str, Any] = {
    "date-time": TIME,
    "unixtime": TIME,
    "date": date(2024, 1, 1),
    "uuid": ID,
    "byte": b"x",
    "decimal": Decimal("1.5"),
    "duration": timedelta(1),
}
PLACES = {
    "date-time": ("start", "2024-01-01T12:00:00+02:00"),
    "unixtime": ("created", 1_704_103_200),
    "date": ("date", "2024-01-01"),
    "uuid": ("id", str(ID)),
    "byte": ("bytes", "eA=="),
    "decimal": ("price", "1.5"),
    "duration": ("length", "P1D"),
}


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("kind", [*FORMATS, "UnixTime"])
def test_each_format_and_kind_of_value(
    native_client: ModuleType, serve: Serve, format_: str, kind: str
) -> None:
    """A value is sent in the form of its place, or refused before it is sent."""
    unix_time = native_client.UnixTime.fromtimestamp(TIME.timestamp(), OFFSET)
    value = NATIVE.get(kind, unix_time)
    name, text = PLACES[format_]
    arguments: dict[str, Any] = {"id": "x", "start": "x", name: value}
    server = serve(json_reply(EVENT))
    create = native_client.Acme(base_url=server.url).events.create
    times = ("date-time", "unixtime", "UnixTime")
    if kind == format_ or (kind in times and format_ in times):
        create(**arguments)
        assert json.loads(server.received[-1].body)[name] == text
    else:
        with pytest.raises(ValueError, match=f"^{name}: .* as {format_}"):
            create(**arguments)
        assert server.received == []


def test_a_fraction_is_not_sent_as_an_integer(
    native_client: ModuleType, serve: Serve
) -> None:
    server = serve(json_reply(EVENT))
    client = native_client.Acme(base_url=server.url)
    hint = r"created: .* as unixtime in whole seconds; call replace\(micros"
    with pytest.raises(ValueError, match=hint):
        client.events.create(id="x", start="x", created=TIME.replace(microsecond=5))
    client.events.create(id="x", start="x", created=native_client.UnixTime.now(UTC))
    assert type(json.loads(server.received[-1].body)["created"]) is int


@pytest.mark.parametrize(
    ("call", "place"),
    [
        ({"days": [TIME]}, "days[0]"),
        ({"since": date(2024, 1, 1)}, "since"),
    ],
)
def test_parameters_in_another_format(
    native_client: ModuleType, serve: Serve, call: dict[str, Any], place: str
) -> None:
    server = serve(json_reply([]))
    with pytest.raises(ValueError, match=f"^{re.escape(place)}: cannot send"):
        native_client.Acme(base_url=server.url).events.list(**call)
    assert server.received == []


def test_nested_values_have_the_form_of_their_place(
    native_client: ModuleType, serve: Serve
) -> None:
    server = serve(json_reply(EVENT), json_reply(EVENT), json_reply([]))
    client = native_client.Acme(base_url=server.url)
    unix_time = native_client.UnixTime.fromtimestamp(TIME.timestamp(), OFFSET)
    client.events.create(
        id="x", start="x", reminders=[unix_time], either=TIME, text=date(2024, 1, 1)
    )
    text = "2024-01-01T12:00:00+02:00"
    sent = json.loads(server.received[-1].body)
    assert (sent["reminders"], sent["either"]) == ([text], text)
    client.events.create(id="x", start="x", either=unix_time)
    assert json.loads(server.received[-1].body)["either"] == text
    client.events.list(after=TIME)
    assert server.received[-1].target.endswith("after=1704103200")
    for arguments in ({"pair": [TIME, 1]}, {"either": {"x": TIME}}):
        with pytest.raises(ValueError, match="as date$"):
            client.events.create(id="x", start="x", **arguments)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("start", "2024-01-01t00:00:00z", datetime(2024, 1, 1, tzinfo=UTC)),
        ("start", "2024-01-01 00:00:00+0200", datetime(2024, 1, 1, tzinfo=OFFSET)),
        ("start", "2024-01-01T00:00:00", datetime(2024, 1, 1)),
        (
            "start",
            "2024-01-01T00:00:00.123456789Z",
            datetime(2024, 1, 1, 0, 0, 0, 123_456, tzinfo=UTC),
        ),
        ("start", "2024-01-01T23:59:60Z", "2024-01-01T23:59:60Z"),
        ("start", "2024-01-01", "2024-01-01"),
        ("start", "20240101T000000Z", "20240101T000000Z"),
        ("start", "", ""),
        ("start", 3, 3),
        ("start", {"at": 1}, {"at": 1}),
        ("date", "2024-02-30", "2024-02-30"),
        ("date", "2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z"),
        ("id", str(ID).upper(), ID),
        ("id", ID.hex, ID.hex),
        ("bytes", "aGVs\nbG8=", b"hello"),
        ("bytes", "aGVsbG8", "aGVsbG8"),
        ("bytes", "_-8=", "_-8="),
        ("price", "1e3", Decimal("1E+3")),
        ("price", "1,5", "1,5"),
        ("price", 1.5, 1.5),
        ("length", "P1Y", "P1Y"),
        ("length", "P2W", timedelta(weeks=2)),
        ("length", "PT0S", timedelta()),
        ("length", "PT", "PT"),
        ("length", "P", "P"),
        ("length", "-PT1S", "-PT1S"),
        ("created", 1_700_000_000_000_000, 1_700_000_000_000_000),
        ("created", 0.5, datetime(1970, 1, 1, 0, 0, 0, 500_000, tzinfo=UTC)),
        ("created", 0.1234567, 0.1234567),
        ("created", True, True),
        ("created", "1700000000", "1700000000"),
        ("either", "2024-01-02", date(2024, 1, 2)),
    ],
)
def test_received_values(client_of: Build, name: str, text: Any, value: Any) -> None:
    client = client_of(DOCUMENT, native_types=FORMATS)
    event = client.types.Event.model_validate({**EVENT, name: text})
    received = event.to_dict()[name]
    assert received == value and isinstance(received, type(value))


def test_cursors_and_files(client_of: Build, serve: Serve) -> None:
    client = client_of(DOCUMENT, native_types=FORMATS)
    pages = [
        {"data": ["2024-01-01"], "next_cursor": str(ID)},
        {"data": ["2024-01-02"], "next_cursor": None},
    ]
    server = serve(*map(json_reply, pages))
    items = list(client.Acme(base_url=server.url).pages.list())
    assert items == [date(2024, 1, 1), date(2024, 1, 2)]
    assert f"cursor={ID}" in server.received[-1].target

    server = serve(json_reply({}))
    at = datetime(2024, 1, 1, tzinfo=UTC)
    client.Acme(base_url=server.url).files.send(file=b"\x00\xff", at=at)
    assert b"\x00\xff" in server.received[-1].body
    assert b"2024-01-01T00:00:00Z" in server.received[-1].body


def test_only_the_formats_of_the_setting(client_of: Build) -> None:
    client = client_of(DOCUMENT, native_types=("date",))
    event = client.types.Event.model_validate(dict(EVENT))
    assert event.date == date(2024, 1, 1)
    assert event.start == EVENT["start"] and event.id == str(ID)
    assert event.created == 1_700_000_000


def test_nothing_changes_without_the_setting(client_of: Build) -> None:
    client = client_of(DOCUMENT)
    event = client.types.Event.model_validate(dict(EVENT))
    assert event.to_dict() == EVENT
    folder = Path(str(client.__file__)).parent
    assert not (folder / "_runtime/models/native_types.py").exists()
    with pytest.raises(ImportError, match="`native_types` is empty"):
        exec(f"from {client.__name__} import UnixTime")
    loaded = "import sys, {0}.types; {0}.types.Event.model_validate(dict(id='x', start='x'));"
    check = "print(sorted({{'decimal', 'uuid', '_decimal'}} & {{*sys.modules}}))"
    process = subprocess.run(
        [sys.executable, "-c", (loaded + check).format(client.__name__)],
        cwd=folder.parent,
        capture_output=True,
        text=True,
    )
    assert process.stdout == "[]\n", process.stderr


def test_mock_returns_native_values(client_of: Build) -> None:
    client = client_of(DOCUMENT, native_types=FORMATS, command_line=True)
    testing = importlib.import_module(f"{client.__name__}.testing")
    mock = testing.MockAPI()
    acme = client.Acme(http_client=mock.client(), base_url="https://acme.example")
    assert isinstance(acme.events.retrieve(ID).start, datetime)
    assert mock.requests[-1].path == f"/events/{ID}"
    event = client.types.Event.model_validate(dict(EVENT))
    mock.respond("events.retrieve", json=event)
    assert acme.events.retrieve(ID) == event


def test_command_line_prints_what_was_received(
    client_of: Build, serve: Serve, tmp_path: Path
) -> None:
    client = client_of(DOCUMENT, native_types=FORMATS, command_line=True)
    server = serve(json_reply(EVENT))
    command = ("events", "retrieve", str(ID), "--base-url", server.url, "-o", "json")
    process = subprocess.run(
        [sys.executable, "-m", client.__name__, *command],
        cwd=Path(str(client.__file__)).parent.parent,
        env={"HOME": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
    )
    assert process.returncode == 0, process.stderr
    assert json.loads(process.stdout) == EVENT


def test_pydantic_serializes_the_values(client_of: Build) -> None:
    client = client_of(DOCUMENT, native_types=FORMATS)
    adapter = pydantic.TypeAdapter(client.types.Event)
    event = adapter.validate_python(dict(EVENT))
    assert dict(event) == VALUES
    sent = {**EVENT, "start": "2024-01-01T10:00:00.250000+02:00"}
    assert json.loads(adapter.dump_json(event)) == sent
    assert adapter.json_schema()["properties"]["date"]


def test_types(client_of: Build, wrong_lines: Callable[..., set[int]]) -> None:
    client = client_of(DOCUMENT, native_types=FORMATS)
    assert wrong_lines(client, CALLER) == marked_lines(CALLER)

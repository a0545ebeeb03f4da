"""A Unix time with a fraction of a second, which the API sends for an integer."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import httpx2

from tests.clients import generate, import_from

DOCUMENT = """
openapi: 3.1.0
info: {title: Clock, version: '1'}
servers: [{url: https://api.example.com}]
paths:
  /events:
    post:
      operationId: createEvent
      requestBody:
        content:
          application/json: {schema: {$ref: '#/components/schemas/Event'}}
      responses:
        '200':
          description: OK
          content:
            application/json: {schema: {$ref: '#/components/schemas/Event'}}
components:
  schemas:
    Event:
      type: object
      properties:
        created: {type: integer, format: unixtime}
        seen:
          oneOf:
          - {type: integer, format: unixtime}
          - {type: string, format: date-time}
"""


def test_a_received_fraction_is_sent_back(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text(DOCUMENT)
    formats = ("unixtime", "date-time")
    generate(
        tmp_path / "openapi.yaml",
        tmp_path,
        "received_times",
        "Clock",
        docs=False,
        native_types=formats,
    )
    package = import_from(tmp_path, "received_times")
    sent: list[bytes] = []

    def respond(request: httpx2.Request) -> httpx2.Response:
        sent.append(request.content)
        return httpx2.Response(200, json={"created": 1.5, "seen": 2.5})

    with httpx2.Client(transport=httpx2.MockTransport(respond)) as http_client:
        events = package.Clock(http_client=http_client).events
        event = events.create()
        created = pickle.loads(pickle.dumps(event.created))
        assert isinstance(created, package.UnixTime)
        events.create(created=created, seen=event.seen)
    assert json.loads(sent[1]) == {"created": 1.5, "seen": 2.5}

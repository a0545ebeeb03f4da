"""A document with formatted values, and its values as JSON and as Python objects."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import UUID

DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
paths:
  /events:
    get:
      operationId: listEvents
      tags: [events]
      parameters:
        - {name: since, in: query, schema: {type: string, format: date-time}}
        - {name: days, in: query, schema: {type: array, items: {type: string, format: date}}}
        - {name: after, in: query, schema: {type: integer, format: unixtime}}
        - {name: price, in: query, schema: {type: string, format: decimal}}
        - {name: hash, in: query, schema: {type: string, format: byte}}
        - {name: length, in: query, schema: {type: string, format: duration}}
        - {name: X-Trace, in: header, schema: {type: string, format: uuid}}
      responses:
        '200': {description: Done., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Event'}}}}}
    post:
      operationId: createEvent
      tags: [events]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}}
      responses:
        '200': {description: Done., content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}}
  /events/{id}:
    get:
      operationId: getEvent
      tags: [events]
      parameters: [{name: id, in: path, required: true, schema: {type: string, format: uuid}}]
      responses:
        '200': {description: Done., content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}}
  /times:
    get:
      operationId: listTimes
      tags: [times]
      responses:
        '200': {description: Done., content: {application/json: {schema: {type: object, additionalProperties: {$ref: '#/components/schemas/Timestamp'}}}}}
  /pages:
    get:
      operationId: listPages
      tags: [pages]
      parameters: [{name: cursor, in: query, schema: {type: string, format: uuid}}]
      responses:
        '200':
          description: Done.
          content:
            application/json:
              schema:
                type: object
                properties:
                  data: {type: array, items: {type: string, format: date}}
                  next_cursor: {type: [string, 'null'], format: uuid}
  /files:
    post:
      operationId: sendFile
      tags: [files]
      requestBody:
        content:
          multipart/form-data:
            schema:
              type: object
              properties:
                file: {type: string, format: binary}
                at: {type: string, format: date-time}
      responses: {'204': {description: Done.}}
components:
  schemas:
    Timestamp: {type: string, format: date-time}
    UUID: {type: string, format: uuid}
    Event:
      type: object
      required: [id, start]
      properties:
        id: {$ref: '#/components/schemas/UUID'}
        start: {type: string, format: date-time}
        date: {type: string, format: date}
        bytes: {type: string, format: byte}
        price: {type: string, format: decimal}
        rate: {type: number, format: decimal}
        length: {type: string, format: duration}
        created: {type: integer, format: unixtime}
        changed: {anyOf: [{$ref: '#/components/schemas/Timestamp'}, {type: 'null'}]}
        pair: {type: array, prefixItems: [{type: string, format: date}, {type: integer}], minItems: 2, maxItems: 2}
        reminders: {type: array, items: {$ref: '#/components/schemas/Timestamp'}}
        either: {oneOf: [{type: string, format: date}, {type: string, format: date-time}, {type: object, properties: {x: {type: string, format: date}}}]}
        word: {oneOf: [{type: string, format: date}, {const: '2024-12-31'}]}
        text: {anyOf: [{type: string, format: date}, {type: string}]}
        count: {anyOf: [{type: integer, format: unixtime}, {type: number}]}
      additionalProperties: {type: string, format: date}
"""
FORMATS = ("date-time", "date", "uuid", "byte", "decimal", "duration", "unixtime")
ID = UUID("6b29fc40-ca47-1067-b31d-00dd010662da")
OFFSET = timezone(timedelta(hours=2))
EVENT: dict[str, Any] = {
    "id": str(ID),
    "start": "2024-01-01T10:00:00.25+02:00",
    "date": "2024-01-01",
    "bytes": "aGVsbG8=",
    "price": "1.50",
    "rate": 0.5,
    "length": "P1DT2H3M4.5S",
    "created": 1_700_000_000,
    "changed": None,
    "pair": ["2024-02-02", 3],
    "reminders": ["2024-01-01T00:00:00Z"],
    "either": "2024-01-02T00:00:00Z",
    "word": "2024-12-31",
    "text": "2024-01-01",
    "count": 5,
    "holiday": "2024-03-03",
}
VALUES: dict[str, Any] = {
    "id": ID,
    "start": datetime(2024, 1, 1, 10, 0, 0, 250_000, tzinfo=OFFSET),
    "date": date(2024, 1, 1),
    "bytes_": b"hello",
    "price": Decimal("1.50"),
    "rate": 0.5,
    "length": timedelta(days=1, hours=2, minutes=3, seconds=4.5),
    "created": datetime.fromtimestamp(1_700_000_000, UTC),
    "changed": None,
    "pair": (date(2024, 2, 2), 3),
    "reminders": [datetime(2024, 1, 1, tzinfo=UTC)],
    "either": datetime(2024, 1, 2, tzinfo=UTC),
    "word": "2024-12-31",
    "text": "2024-01-01",
    "count": 5,
    "holiday": date(2024, 3, 3),
}

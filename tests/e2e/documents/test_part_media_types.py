"""Media types of the parts of forms, which only `contentMediaType` declares."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

from tests.e2e.documents.test_multipart_types import describe, parse
from tests.unit.runtime.conftest import Reply, Server

KIND = (
    "A binary property of a multipart form has `contentMediaType`, but no entry in "
    "`encoding`."
)
RESULT = "The part has that media type, also for each item of a list."
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
paths:
  /scans:
    post:
      operationId: createScan
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema: {$ref: '#/components/schemas/Form'}
            encoding:
              preview: {contentType: image/webp}
      responses: {'204': {description: Done.}}
components:
  schemas:
    Form:
      type: object
      properties:
        scan: {type: string, contentMediaType: image/tiff}
        pages: {type: array, items: {$ref: '#/components/schemas/Page'}}
        preview: {type: string, contentMediaType: image/png}
        other: {type: string, format: binary}
        text: {type: string, contentMediaType: image/png, contentEncoding: base64}
    Page: {type: string, contentMediaType: application/pdf}
"""


def test_parts_have_the_declared_media_types(
    client_of: Callable[..., ModuleType], serve: Callable[..., Server]
) -> None:
    server = serve(Reply(204))
    client = client_of(DOCUMENT).Acme(base_url=server.url)
    client.scans.create(
        scan=b"a", pages=[b"b", b"c"], preview=b"d", other=b"e", text="Zg=="
    )
    (message,) = parse(server)
    types = [(name, media_type) for name, media_type, _ in describe(message)]
    assert types == [
        ("scan", "image/tiff"),
        ("pages", "application/pdf"),
        ("pages", "application/pdf"),
        ("preview", "image/webp"),
        ("other", "application/octet-stream"),
        ("text", None),
    ]

"""Mutual TLS: a server that demands a client certificate."""

from __future__ import annotations

import shutil
import ssl
import subprocess
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

KIND = "A server demands a client certificate (`mutualTLS`)."
RESULT = (
    "`http_client` with an SSL context sends it. Without the certificate, a call raises "
    "`APIConnectionError`. A note names the security scheme."
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
security: [{certificate: []}]
paths:
  /pets:
    get:
      operationId: getPets
      tags: [pets]
      responses:
        '200': {description: Done., content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}
components:
  securitySchemes:
    certificate: {type: mutualTLS}
"""
_ARGUMENTS = "req -x509 -newkey rsa:2048 -nodes -days 2".split()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        connection: Any = self.connection
        subject = dict(item[0] for item in connection.getpeercert()["subject"])
        body = f'{{"name": "{subject["commonName"]}"}}'.encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


def certificate(folder: Path, name: str) -> tuple[Path, Path]:
    """Create a self-signed certificate, and return its file and its key."""
    file, key = folder / f"{name}.pem", folder / f"{name}.key"
    subprocess.run(
        [
            *("openssl", *_ARGUMENTS, "-subj", f"/CN={name}"),
            *("-addext", "subjectAltName=IP:127.0.0.1"),
            *("-keyout", str(key), "-out", str(file)),
        ],
        check=True,
        capture_output=True,
    )
    return file, key


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_client_certificate_is_sent(
    client_of: Callable[..., ModuleType], tmp_path: Path
) -> None:
    import httpx2

    client = client_of(DOCUMENT)
    own, own_key = certificate(tmp_path, "server")
    sent, sent_key = certificate(tmp_path, "program")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(own, own_key)
    context.load_verify_locations(sent)
    context.verify_mode = ssl.CERT_REQUIRED
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        url = f"https://127.0.0.1:{server.server_address[1]}"
        try:
            plain = ssl.create_default_context(cafile=str(own))
            with_certificate = ssl.create_default_context(cafile=str(own))
            with_certificate.load_cert_chain(sent, sent_key)
            with httpx2.Client(verify=with_certificate) as http:
                acme = client.Acme(base_url=url, http_client=http)
                assert acme.pets.retrieve().name == "program"
            with httpx2.Client(verify=plain) as http:
                acme = client.Acme(base_url=url, http_client=http, max_retries=0)
                with pytest.raises(client.APIConnectionError):
                    acme.pets.retrieve()
        finally:
            server.shutdown()
            thread.join()

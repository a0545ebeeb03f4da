"""An authorization server that checks what RFC 6749, 7636 and 8628 require of clients."""

from __future__ import annotations

import json
import threading
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

CLIENT_ID = "example-program"
DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"


class AuthorizationServer(ThreadingHTTPServer):
    """A local authorization server.

    Attributes:
        pages: queries of the page where the user consents.
        forms: forms of token requests.
        authorizations: headers `Authorization` of these.
        denies: whether the user denies.
        polls: errors of the next requests with a device code.
        lifetime: seconds until an access token expires.
        reply: members that replace the response to a token request.
    """

    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        self.pages: list[dict[str, str]] = []
        self.forms: list[dict[str, str]] = []
        self.authorizations: list[str | None] = []
        self.calls: list[str | None] = []
        self.denies = False
        self.polls: list[str] = []
        self.lifetime: Any = 3600
        self.reply: dict[str, Any] | None = None
        self.issued = 0
        self.refresh_token = ""

    def tokens(self) -> dict[str, Any]:
        """Return new tokens; the earlier refresh token ends."""
        self.issued += 1
        self.refresh_token = f"refresh-{self.issued}"
        return {
            "access_token": f"access-{self.issued}",
            "token_type": "bearer",
            "expires_in": self.lifetime,
            "refresh_token": self.refresh_token,
        }

    def token_response(self, form: dict[str, str]) -> dict[str, Any]:
        """Return the response to a token request."""
        if form.get("client_id") != CLIENT_ID:
            return {"error": "invalid_client"}
        if self.reply is not None:
            return self.reply
        if form.get("grant_type") == "refresh_token":
            is_valid = form["refresh_token"] == self.refresh_token
            return self.tokens() if is_valid else {"error": "invalid_grant"}
        if form.get("grant_type") == DEVICE_GRANT:
            if form.get("device_code") != "device-1":
                return {"error": "invalid_grant"}
            return {"error": self.polls.pop(0)} if self.polls else self.tokens()
        page = self.pages[-1]
        digest = sha256(form.get("code_verifier", "").encode()).digest()
        challenge = urlsafe_b64encode(digest).rstrip(b"=").decode()
        if (
            form.get("grant_type") != "authorization_code"
            or form.get("code") != f"code-{len(self.pages)}"
            or challenge != page["code_challenge"]
            or not 43 <= len(form["code_verifier"]) <= 128
            or form.get("redirect_uri") != page["redirect_uri"]
        ):
            return {"error": "invalid_grant", "error_description": "not\x1b[31m valid"}
        return self.tokens()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        server: Any = self.server
        parts = urlsplit(self.path)
        if parts.path != "/authorize":
            server.calls.append(self.headers.get("Authorization"))
            return self._json({"name": "Kim"})
        page = dict(parse_qsl(parts.query))
        server.pages.append(page)
        host = urlsplit(page["redirect_uri"]).hostname
        if (
            page["response_type"] != "code"
            or page["code_challenge_method"] != "S256"
            or host != "127.0.0.1"
            or len(page["state"]) < 32
        ):
            return self._json({"error": "invalid_request"}, 400)
        result = {"state": page["state"], "code": f"code-{len(server.pages)}"}
        if server.denies:
            result = {"state": page["state"], "error": "access_denied"}
        self.send_response(302)
        self.send_header("Location", f"{page['redirect_uri']}?{urlencode(result)}")
        self.end_headers()
        return None

    def do_POST(self) -> None:
        server: Any = self.server
        length = int(self.headers["Content-Length"])
        form = dict(parse_qsl(self.rfile.read(length).decode()))
        server.forms.append(form)
        server.authorizations.append(self.headers.get("Authorization"))
        if self.path == "/device":
            self._json(
                {
                    "device_code": "device-1",
                    "user_code": "ABCD-EFGH",
                    "verification_uri": f"{server.url}/activate",
                    "expires_in": 100,
                    "interval": 2,
                }
            )
            return
        members = server.token_response(form)
        self._json(members, 400 if "error" in members else 200)

    def _json(self, members: dict[str, Any], status: int = 200) -> None:
        body = json.dumps(members).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def authorization_server() -> Iterator[AuthorizationServer]:
    """Run an authorization server on 127.0.0.1."""
    with AuthorizationServer() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()

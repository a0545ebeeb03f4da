"""The comments of a pull request on a local server, and a `gh` that requests them."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

MAX_CHARACTERS = 65_536
"""Characters of a comment that GitHub accepts."""

PAGE = 2
"""Comments on a page."""

GH = f"""#!{sys.executable}
import json, os, subprocess, sys, urllib.request

arguments = sys.argv[1:]
assert arguments.pop(0) == "api" and os.environ["GH_TOKEN"] == "fake-token"
flags = {{"--method": "", "--jq": ".", "--field": ""}}
path, quiet, paginate = "", False, False
while arguments:
    argument = arguments.pop(0)
    if argument in flags:
        flags[argument] = arguments.pop(0)
    elif argument == "--silent":
        quiet = True
    elif argument == "--paginate":
        paginate = True
    else:
        assert not argument.startswith("-") and not path, argument
        path = argument
data = None
if flags["--field"]:
    key, _, value = flags["--field"].partition("=@")
    data = json.dumps({{key: open(value, encoding="utf-8").read()}}).encode()
method = flags["--method"] or ("POST" if data else "GET")
page = 1
while True:
    url = f"{{os.environ['API']}}/{{path}}?page={{page}}"
    request = urllib.request.Request(url, data, method=method)
    text = urllib.request.urlopen(request).read().decode()
    if not quiet:
        jq = ["jq", "--raw-output", flags["--jq"]]
        subprocess.run(jq, input=text, text=True, check=True)
    if not paginate or not json.loads(text):
        break
    page += 1
"""
"""The subset of `gh api` that the job uses."""


@dataclass
class Comments:
    """Comments of a pull request; each has `id`, `user` and `body`."""

    items: list[dict[str, Any]] = field(default_factory=list)

    def add(self, body: str, login: str = "github-actions[bot]") -> None:
        number = 100 + len(self.items)
        self.items.append({"id": number, "user": {"login": login}, "body": body})


def serve_comments(comments: Comments, path: str) -> ThreadingHTTPServer:
    """Return a server for comments below `repos/…/issues`, which is not started.

    Args:
        comments: The comments, which requests change.
        path: Path of the comments of the pull request, such as `/repos/a/b/issues/7`.
    """

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            url = urlsplit(self.path)
            assert url.path == f"{path}/comments", url
            start = (int(parse_qs(url.query)["page"][0]) - 1) * PAGE
            self._reply(200, comments.items[start : start + PAGE])

        def do_POST(self) -> None:
            assert urlsplit(self.path).path == f"{path}/comments"
            if (body := self._body()) is not None:
                comments.add(body)
                self._reply(201, {})

        def do_PATCH(self) -> None:
            start, _, number = urlsplit(self.path).path.rpartition("/")
            assert start == f"{path.rpartition('/')[0]}/comments"
            (item,) = (item for item in comments.items if item["id"] == int(number))
            if (body := self._body()) is not None:
                item["body"] = body
                self._reply(200, {})

        def _body(self) -> str | None:
            raw = self.rfile.read(int(self.headers["Content-Length"]))
            body: str = json.loads(raw)["body"]
            if len(body) <= MAX_CHARACTERS:
                return body
            self._reply(422, {"message": "Validation Failed"})
            return None

        def _reply(self, status: int, value: object) -> None:
            content = json.dumps(value).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *arguments: object) -> None:
            """Print nothing."""

    return ThreadingHTTPServer(("127.0.0.1", 0), Handler)

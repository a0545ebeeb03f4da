"""Processes that are forked after a client was used."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from tests.unit.runtime.conftest import Handler, Reply, Server, serve

KIND = "A process is forked after a client was used, as preloading servers do."
RESULT = (
    "Each process opens its own connections, and those of the parent remain usable. A "
    "passed `http_client` that the parent has used raises an error, and so does reading a "
    "stream or an unread download that the parent has opened."
)
__all__ = ["serve"]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork"),
]

# The parent warms the client up, forks, and calls at the same time as its children. Each
# process checks that the responses are its own, and reports by its exit code.
SCRIPT = """
import asyncio, os, sys, threading
from acme_client import Acme, AsyncAcme

def check(process, calls):
    for number in range(calls):
        yield f"p{process}-{number}"

def calls(client, process, count=30):
    for name in check(process, count):
        assert client.chat.completions.retrieve(name).id == name, name

async def async_calls(client, process, count=30):
    for name in check(process, count):
        assert (await client.chat.completions.retrieve(name)).id == name, name

def run(client, process, count=30):
    if isinstance(client, Acme):
        calls(client, process, count)
    else:
        loops[-1].run_until_complete(async_calls(client, process, count))

def close(client):
    if isinstance(client, Acme):
        client.close()
    else:
        loops[-1].run_until_complete(client.close())

def wait(children):
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]

url, kind = sys.argv[1:]
loops = [asyncio.new_event_loop()]
client = (Acme if kind == "sync" else AsyncAcme)(base_url=url, api_key="k", max_retries=0)
run(client, "w", 3)
"""

FOUR_CHILDREN = """
children = []
for process in range(4):
    child = os.fork()
    if not child:
        status = 1
        try:
            # The loop of the parent cannot be used in two processes.
            loops.append(asyncio.new_event_loop())
            run(client, process)
            close(client)
            status = 0
        finally:
            os._exit(status)
    children.append(child)
run(client, "parent")
assert wait(children) == [0] * 4
run(client, "after", 3)
close(client)
loops[0].close()
"""


class Echo:
    """Replies with the last segment of the path, and counts the connections."""

    def __init__(self) -> None:
        self.connections: set[object] = set()

    def __call__(self, handler: Handler) -> None:
        self.connections.add(handler.client_address)
        name = handler.path.rpartition("/")[2]
        body = json.dumps({"id": name, "choices": []}).encode()
        handler.send_response(200)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)


@pytest.fixture
def run(acme: ModuleType) -> Callable[..., None]:
    """Run a script with the sample client in a process without other threads."""

    def run_script(script: str, *arguments: str) -> None:
        root = Path(str(acme.__file__)).parents[1]
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", SCRIPT + script, *arguments],
            env={**os.environ, "PYTHONPATH": str(root)},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, ""), done.stderr

    return run_script


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_no_process_receives_the_response_of_another(
    run: Callable[..., None], serve: Callable[..., Server], kind: str
) -> None:
    echo = Echo()
    run(FOUR_CHILDREN, serve(Reply(raw=echo)).url, kind)
    # One of each process: that of the parent is still usable.
    assert len(echo.connections) == 5


LOCKS = """
held = threading.Event()
release = threading.Event()
def hold():
    with client._pool._lock:
        held.set()
        release.wait(60)
thread = threading.Thread(target=hold)
thread.start()
held.wait(60)
import warnings
warnings.simplefilter("ignore", DeprecationWarning)  # fork with a thread is the subject
child = os.fork()
if not child:
    status = 1
    try:
        loops.append(asyncio.new_event_loop())
        run(client, 0)
        status = 0
    finally:
        os._exit(status)
assert wait([child]) == [0]
release.set()
thread.join()
run(client, "after")
close(client)
loops[0].close()
"""


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_lock_that_a_thread_held_is_free_in_the_child(
    run: Callable[..., None], serve: Callable[..., Server], kind: str
) -> None:
    run(LOCKS, serve(Reply(raw=Echo())).url, kind)


WITHOUT_HOOKS = """
from acme_client._runtime.transport import pool
pool._forked.clear()
""" + FOUR_CHILDREN


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_servers_that_fork_without_the_hooks_of_python(
    run: Callable[..., None], serve: Callable[..., Server], kind: str
) -> None:
    run(WITHOUT_HOOKS, serve(Reply(raw=Echo())).url, kind)


OWN_CLIENT = """
import httpx2
close(client)
given = (httpx2.Client if kind == "sync" else httpx2.AsyncClient)()
client = type(client)(base_url=url, api_key="k", http_client=given)
used = os.environ["USED"] == "yes"
if used:
    run(client, "w", 1)
child = os.fork()
if not child:
    status = 1
    try:
        loops.append(asyncio.new_event_loop())
        if used:
            try:
                run(client, 0, 1)
            except RuntimeError as error:
                assert "used before this process was forked" in str(error)
                close(client)
                status = 0
        else:
            run(client, 0)
            close(client)
            status = 0
    finally:
        os._exit(status)
assert wait([child]) == [0]
run(client, "after")
close(client)
loops[0].close()
"""


@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize("used", ["yes", "no"])
def test_a_passed_client_that_the_parent_has_used(
    run: Callable[..., None],
    serve: Callable[..., Server],
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    used: str,
) -> None:
    monkeypatch.setenv("USED", used)
    run(OWN_CLIENT, serve(Reply(raw=Echo())).url, kind)


LOCAL = """
import httpx2
def respond(request):
    return httpx2.Response(200, json={"id": request.url.path.rpartition("/")[2], "choices": []})
given = (httpx2.Client if kind == "sync" else httpx2.AsyncClient)(
    transport=httpx2.MockTransport(respond)
)
close(client)
client = type(client)(base_url=url, api_key="k", http_client=given)
run(client, "w", 1)
""" + FOUR_CHILDREN


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_passed_client_without_connections(
    run: Callable[..., None], serve: Callable[..., Server], kind: str
) -> None:
    run(LOCAL, serve(Reply(raw=Echo())).url, kind)


UNREAD = """
import gc

async def begin_async(what):
    if what == "stream":
        return await client.chat.completions.create(messages=[], model="m", stream=True)
    return await client.files.content("f")

def begin(what):
    if kind == "async":
        return loops[-1].run_until_complete(begin_async(what))
    if what == "stream":
        return client.chat.completions.create(messages=[], model="m", stream=True)
    return client.files.content("f")

def read(held):
    if kind == "async":
        return loops[-1].run_until_complete(read_async(held))
    return next(held).id if hasattr(held, "__next__") else len(held.read())

async def read_async(held):
    return (await anext(held)).id if hasattr(held, "__anext__") else len(await held.read())

opened = {what: begin(what) for what in ("stream", "download")}
read(opened["stream"])
child = os.fork()
if not child:
    status = 1
    try:
        loops.append(asyncio.new_event_loop())
        for what in opened:
            try:
                read(opened[what])
            except RuntimeError as error:
                assert "was received before this process was forked" in str(error)
            else:
                raise AssertionError(what)
        opened.clear()
        gc.collect()
        status = 0
    finally:
        os._exit(status)
assert wait([child]) == [0]
run(client, "released", 1)
assert read(opened["stream"]) == "second"
assert read(opened["download"]) == 100_000
close(client)
loops[0].close()
"""


def hold_back(released: threading.Event) -> Callable[[Handler], None]:
    """Return a handler that sends the rest of a response after a call for `released`.

    Data that arrives before a fork is in the memory of both processes, so the data that
    the child reads must arrive later.
    """

    def reply(handler: Handler) -> None:
        is_file = "/files/" in handler.path
        if handler.command == "GET" and not is_file:
            if "released" in handler.path:
                released.set()
            Echo()(handler)
            return
        first, second = (
            (b"", b"x" * 100_000)
            if is_file
            else (b'data: {"id": "first"}\n\n', b'data: {"id": "second"}\n\n')
        )
        kind = "application/octet-stream" if is_file else "text/event-stream"
        handler.send_response(200)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(first + second)))
        handler.end_headers()
        handler.wfile.write(first)
        handler.wfile.flush()
        released.wait(60)
        handler.wfile.write(second)

    return reply


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_responses_that_the_parent_has_opened(
    run: Callable[..., None], serve: Callable[..., Server], kind: str
) -> None:
    run(UNREAD, serve(Reply(raw=hold_back(threading.Event()))).url, kind)

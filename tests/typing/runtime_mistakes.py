"""Mistakes that type checkers must report: the lines that end in `# wrong`, no others."""

from __future__ import annotations

import httpx2
from acme_client import Acme, Acmee, AsyncAcme  # wrong
from acme_client.types import ChatCompletion, ChatCompletions  # wrong


async def load_secret() -> str:
    return "sk-test"


def settings() -> None:
    Acme("sk-test")  # wrong
    Acme(api_key=3)  # wrong
    Acme(apikey="sk-test")  # wrong
    Acme(timeout="3")  # wrong
    Acme(http_client=httpx2.AsyncClient())  # wrong
    AsyncAcme(http_client=httpx2.Client())  # wrong
    Acme(api_key=load_secret)  # wrong
    Acme().with_options(max_retries="3")  # wrong


def calls(client: Acme) -> None:
    create = client.chat.completions.create
    create([], "m")  # wrong
    create(messages=[])  # wrong
    create(messages=[{"role": "king", "content": ""}], model="m")  # wrong
    create(messages=[{"role": "user"}], model="m")  # wrong
    create(messages=[], model=None)  # wrong
    create(messages=[], model="m", temprature=1)  # wrong
    create(messages=[], model="m", timeout="3")  # wrong
    create(messages=[], model="m", extra_headers={"A": 1})  # wrong
    create(messages=[], model="m").chioces  # wrong
    create(messages=[], model="m", stream=True).choices  # wrong
    create(messages=[], model="m").final()  # wrong
    create(messages=[], model="m", stream="yes")  # wrong
    create(messages=[], model="m", stream=True).final().chioces  # wrong
    next(create(messages=[], model="m", stream=True)).choices  # wrong
    client.files.create(file="a path", purpose="batch")  # wrong
    client.files.create(file=b"", purpose="other")  # wrong
    client.chat.completions.retrieve(3)  # wrong
    client.caht  # wrong


def untyped_calls(client: Acme) -> None:
    client.get("/x", cast_to=ChatCompletion).chioces  # wrong
    client.get("/x", cast_to="ChatCompletion")  # wrong
    client.post("/x", json={})  # wrong
    client.post("/x", query=[("a", 1)])  # wrong
    client.gte("/x")  # wrong


def responses(client: Acme) -> None:
    completions = client.chat.completions
    completions.with_raw_response.retrieve("x").id  # wrong
    completions.with_raw_response.retrieve(3)  # wrong
    completions.with_streaming_response.retrieve("x").parse()  # wrong


async def asynchronous(client: AsyncAcme) -> None:
    client.chat.completions.retrieve("x").id  # wrong
    raw = client.chat.completions.with_raw_response
    await raw.retrieve("x", timeout="3")  # wrong
    stream = await client.chat.completions.create(messages=[], model="m", stream=True)
    stream.final().id  # wrong
    for _ in stream:  # wrong
        pass

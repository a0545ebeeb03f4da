"""Time of typed models relative to `json.loads`.

    python -m tests.bench.models

Each figure is a median over interleaved rounds, so that noise meets both sides alike.
"""

from __future__ import annotations

import importlib
import json
import py_compile
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from types import ModuleType
from typing import Any, TypeAlias

import orjson

from generator.runtime.models.conversion import converter
from tests.bench.pace import Pace

Action: TypeAlias = Callable[[], Any]
_TYPES = "bench_view_types"
_CLASSES = 1_000

_HEADER = """\
from __future__ import annotations
from typing import Any, Literal, TypeAlias
from generator.runtime.models.base import BaseModel, field
"""

_CHAT = """
class Model(BaseModel):
    id: str
    object: Literal["model"]
    created: int
    owned_by: str

class FunctionCall(BaseModel):
    name: str
    arguments: str

class FunctionToolCall(BaseModel):
    id: str
    type: Literal["function"]
    function: FunctionCall

class CustomToolCall(BaseModel):
    id: str
    type: Literal["custom"]
    custom: dict[str, str]

ToolCall: TypeAlias = "FunctionToolCall | CustomToolCall"

class UrlCitation(BaseModel):
    start_index: int
    end_index: int
    url: str
    title: str

class Annotation(BaseModel):
    type: Literal["url_citation"]
    url_citation: UrlCitation

class Message(BaseModel):
    role: Literal["assistant"]
    content: str | None
    refusal: str | None
    tool_calls: list[ToolCall] | None = None
    annotations: list[Annotation] | None = None

class Logprobs(BaseModel):
    content: list[TokenLogprob] | None

class TokenLogprob(BaseModel):
    token: str
    logprob: float
    bytes: list[int] | None

class Choice(BaseModel):
    index: int
    message: Message
    logprobs: Logprobs | None
    finish_reason: Literal["stop", "length", "tool_calls"]

class PromptDetails(BaseModel):
    cached_tokens: int | None = None
    audio_tokens: int | None = None

class CompletionDetails(BaseModel):
    reasoning_tokens: int | None = None
    audio_tokens: int | None = None
    accepted_prediction_tokens: int | None = None
    rejected_prediction_tokens: int | None = None

class Usage(BaseModel):
    prompt_tokens: int
    completion_tokens: int
    total_tokens: int
    prompt_tokens_details: PromptDetails | None = None
    completion_tokens_details: CompletionDetails | None = None

class ChatCompletion(BaseModel):
    id: str
    object: Literal["chat.completion"]
    created: int
    model: str
    choices: list[Choice]
    usage: Usage | None = None
    service_tier: Literal["auto", "default"] | None = None
    system_fingerprint: str | None = None
"""

_MANY = '''
class Item{0}(BaseModel):
    """An item of a page with its status and content."""

    id: str
    """The identifier."""

    object: Literal["item{0}"]
    status: Literal["queued", "running", "done"]
    parts: list[Part{0} | Other{0}] | None = None
    """The content in order."""

    metadata: dict[str, str] | None = None
'''

_ANSWER = {
    "id": "chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT",
    "object": "chat.completion",
    "created": 1741569952,
    "model": "small-2025-04-14",
    "choices": [
        {
            "index": 0,
            "message": {
                "role": "assistant",
                "content": "The harbour lies a hundred kilometres up the river; the"
                " tide is felt there still, twice a day. " * 6,
                "refusal": None,
                "annotations": [
                    {
                        "type": "url_citation",
                        "url_citation": {
                            "start_index": 0,
                            "end_index": 94,
                            "url": "https://example.test/harbour",
                            "title": "Harbour",
                        },
                    }
                ],
            },
            "logprobs": None,
            "finish_reason": "stop",
        }
    ],
    "usage": {
        "prompt_tokens": 19,
        "completion_tokens": 10,
        "total_tokens": 29,
        "prompt_tokens_details": {"cached_tokens": 0, "audio_tokens": 0},
        "completion_tokens_details": {
            "reasoning_tokens": 0,
            "audio_tokens": 0,
            "accepted_prediction_tokens": 0,
            "rejected_prediction_tokens": 0,
        },
    },
    "service_tier": "default",
    "system_fingerprint": "fp_44709d6fcb",
}


@contextmanager
def _types() -> Iterator[None]:
    """Create a compiled package of types on the import path."""
    with TemporaryDirectory() as root:
        package = Path(root, _TYPES)
        package.mkdir()
        many = "".join(_MANY.format(number) for number in range(_CLASSES))
        plain = many.replace("(BaseModel)", "")
        for name, body in (("__init__", _CHAT), ("many", many), ("plain", plain)):
            module = package / f"{name}.py"
            module.write_text(_HEADER + body, "utf-8")
            py_compile.compile(str(module), doraise=True)
        sys.path.insert(0, root)
        importlib.invalidate_caches()
        try:
            yield
        finally:
            sys.path.remove(root)
            for name in (_TYPES, f"{_TYPES}.many", f"{_TYPES}.plain"):
                sys.modules.pop(name, None)


def _medians(rounds: int, times: int, *actions: Action) -> list[float]:
    """Return the duration of each action in seconds; each round runs all actions."""
    seconds: list[list[float]] = [[] for _ in actions]
    for _ in range(rounds):
        for action, result in zip(actions, seconds, strict=True):
            begin = perf_counter()
            for _ in range(times):
                action()
            result.append((perf_counter() - begin) / times)
    return [median(result) for result in seconds]


def _definition() -> tuple[float, float]:
    """Return the time to define a model, from modules of a thousand classes.

    The modules are kept: programs do not destroy classes, which takes as long as a tenth of
    their definition, at times that the garbage collector decides.

    Returns:
        The time in microseconds at the normal pace, and its ratio to that of a class
        without bases.
    """
    kept: list[ModuleType] = []

    def load(name: str) -> None:
        sys.modules.pop(f"{_TYPES}.{name}", None)
        kept.append(importlib.import_module(f"{_TYPES}.{name}"))

    load("plain")
    load("many")
    pace = Pace()
    plain, models = _medians(7, 1, lambda: load("plain"), lambda: load("many"))
    return models / _CLASSES * 1e6 / pace.measure(), models / plain


def _against(
    loads: Callable[[str], Any], text: str, annotation: str, times: int
) -> float:
    """Return the time of decoding to models relative to decoding JSON."""
    convert = converter(annotation, _TYPES)
    convert(loads(text))
    bare, converted = _medians(
        15, times, lambda: loads(text), lambda: convert(loads(text))
    )
    return converted / bare


def _read(loads: Callable[[str], Any], text: str) -> float:
    """Return the relative time for a list of models whose identifiers are read."""
    convert = converter("list[Model]", _TYPES)
    convert(loads(text))
    bare, converted = _medians(
        15,
        1,
        lambda: [each["id"] for each in loads(text)],
        lambda: [each.id for each in convert(loads(text))],
    )
    return converted / bare


def _attribute() -> float:
    """Return the time of reading a field relative to a plain attribute."""

    class Plain:
        def __init__(self) -> None:
            self.id = "m"

    view = converter("Model", _TYPES)(
        {"id": "m", "object": "model", "created": 1, "owned_by": "us"}
    )

    def reader() -> Callable[[Any], None]:
        # Separate functions, since CPython specializes an instruction for one class.
        source = "def read(each):\n    for _ in times:\n" + "        each.id\n" * 10
        scope: dict[str, Any] = {"times": range(20_000)}
        exec(source, scope)
        result: Callable[[Any], None] = scope["read"]
        return result

    plain, read_plain, read_view = Plain(), reader(), reader()
    bare, converted = _medians(
        15, 1, lambda: read_plain(plain), lambda: read_view(view)
    )
    return converted / bare


def figures() -> list[tuple[str, float, float]]:
    """(name, measured, goal) of each figure; less is better, and goals are at most."""
    response = json.dumps(_ANSWER, indent=2)
    models = json.dumps(
        [
            {"id": f"m{n}", "object": "model", "created": n, "owned_by": "us"}
            for n in range(10_000)
        ]
    )
    with _types():
        definition, against_plain = _definition()
        return [
            ("definition of a class, microseconds", definition, 10.0),
            ("the same / of a class without bases", against_plain, 1.5),
            (
                "chat response / json.loads",
                _against(json.loads, response, "ChatCompletion", 300),
                1.8,
            ),
            ("10,000 objects read / json.loads", _read(json.loads, models), 2.0),
            ("10,000 objects read / orjson.loads", _read(orjson.loads, models), 3.0),
            ("read of a field / of a plain attribute", _attribute(), 1.25),
        ]


def main() -> None:
    """Print the figures and mark the ones that miss their goals."""
    for name, measured, goal in figures():
        verdict = "" if measured <= goal else "  MISSED"
        print(f"{name:45} {measured:7.2f}  goal {goal:5.1f}{verdict}")


if __name__ == "__main__":
    main()

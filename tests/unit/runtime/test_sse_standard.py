"""Decoding of server-sent events, compared with a literal transcript of the standard."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.runtime.streaming.sse import EventDecoder

Dispatched = list[tuple[str, str]]


def interpret(body: bytes) -> Dispatched:
    """Return the types and data of the events of a stream (WHATWG HTML, 9.2.6).

    The whole stream is decoded before it is divided into lines, as the standard describes.
    """
    text = body.decode("utf-8", "replace").removeprefix("\ufeff")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    events: Dispatched = []
    data = kind = ""
    for line in lines[:-1]:
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if not line:
            if data:
                events.append((kind or "message", data.removesuffix("\n")))
            data = kind = ""
        elif name == "event":
            kind = value
        elif name == "data":
            data += value + "\n"
    return events


FRAGMENTS = st.sampled_from(
    [
        b"data: 1\n\n",
        b"data: [DONE]\n\n",
        b"data: event: error\n\n",
        b"data: \xe2\x80\xa8event: error\n\n",
        b"data: a\ndata: b\n\n",
        b"data:a\n\n",
        b"data:  a\n\n",
        b"data: \n\n",
        b"data\n\n",
        b"event: x\ndata: a\n\n",
        b"event: error\ndata: a\n\n",
        b"event: error\n",
        b"event:error\n",
        b"event:  error\n",
        b"event: errors\n",
        b"event: data: a\n\n",
        b"event: \n",
        b"event\n",
        b"error\n",
        b": comment\n",
        b"id: 1\n",
        b"retry: 0\n",
        b"retry: 5\n",
        b"\n",
        b"\r",
        b"\r\n",
        b"\0",
        b"\xef\xbb\xbf",
        b"\xef\xbb",
        b"\xf0\x9f",
        b"\x98\x80",
        b"\xed\xa0\x80",
        b"\xff",
        b"\xc2\x85",
        b"\x0b\x0c\x1c\x1d\x1e",
    ]
)


@given(st.lists(FRAGMENTS, max_size=10), st.data())
def test_chunks_are_decoded_as_the_standard_requires(
    fragments: list[bytes], data: st.DataObject
) -> None:
    body = b"".join(fragments)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(body)), max_size=5)))
    decoder, fed, divided = EventDecoder(), EventDecoder(), []
    kinds: Dispatched = []
    for start, end in zip([0, *cuts], [*cuts, len(body)], strict=True):
        chunk = body[start:end]
        kinds += [(event.event, event.data) for event in fed.feed(chunk)]
        begin, texts, rest = decoder.split(chunk)
        divided += [(event.event, event.data) for event in decoder.feed(begin)]
        # `split` does not return the names of events, but none of them is `error`.
        divided += [("", text) for text in texts]
        divided += [(event.event, event.data) for event in decoder.feed(rest)]
    expected = interpret(body)
    assert kinds == expected
    assert [text for _, text in divided] == [text for _, text in expected]
    errors = [kind == "error" for kind, _ in expected]
    assert [kind == "error" for kind, _ in divided] == errors

"""Mutations of documents as bytes."""

from __future__ import annotations

import random
from collections.abc import Callable


def mutate(text: bytes, rng: random.Random) -> bytes:
    """Apply one mutation to the bytes of a file."""
    return rng.choice(_CHANGES)(text, rng)


def _truncated(text: bytes, rng: random.Random) -> bytes:
    return text[: rng.randrange(len(text) + 1)]


def _flipped(text: bytes, rng: random.Random) -> bytes:
    changed = bytearray(text)
    for _ in range(rng.choice((1, 3, 20)) if changed else 0):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def _marked(text: bytes, rng: random.Random) -> bytes:
    marks = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00", b"\xef\xbb\xbf" * 2)
    return rng.choice(marks) + text


def _recoded(text: bytes, rng: random.Random) -> bytes:
    encodings = ("utf-16", "utf-16-le", "utf-32", "latin-1", "utf-7", "cp037")
    decoded = text.decode("utf-8", "replace")
    return decoded.encode(rng.choice(encodings), "replace")


def _doubled_line(text: bytes, rng: random.Random) -> bytes:
    """Duplicate a line, to create duplicate keys."""
    lines = text.split(b"\n")
    index = rng.randrange(len(lines))
    return b"\n".join([*lines[: index + 1], *lines[index:]])


def _inserted(text: bytes, rng: random.Random) -> bytes:
    place = rng.randrange(len(text) + 1)
    return text[:place] + rng.choice(_PIECES) + text[place:]


def _before_value(text: bytes, rng: random.Random) -> bytes:
    """Insert an anchor, an alias or a tag before a YAML value."""
    pieces = text.split(b": ")
    if len(pieces) < 2:
        return text
    index = rng.randrange(1, len(pieces))
    mark = rng.choice(_MARKS)
    return b": ".join([*pieces[:index], mark + pieces[index], *pieces[index + 1 :]])


def _aliased(text: bytes, rng: random.Random) -> bytes:
    """Append values whose size doubles with each alias."""
    doublings = rng.choice((3, 14, 30))
    lines = ["x-a0: &a0 [x, x]"]
    lines += [f"x-a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, doublings)]
    return text + b"\n" + "\n".join(lines).encode() + b"\n"


def _several(text: bytes, rng: random.Random) -> bytes:
    separator = rng.choice((b"\n---\n", b"\n...\n", b"\n", b"\n--- !!map\n"))
    return text + separator + rng.choice((text, b"a: 1", b""))


def _line_ends(text: bytes, rng: random.Random) -> bytes:
    return text.replace(b"\n", rng.choice((b"\r\n", b"\r", b"\x85", b"\xe2\x80\xa8")))


def _nested(text: bytes, rng: random.Random) -> bytes:
    depth = rng.choice((100, 900, 1100, 20_000))
    opening, closing = rng.choice(((b"[", b"]"), (b'{"a":', b"}"), (b"- ", b"")))
    return opening * depth + text + closing * depth


def _indented(text: bytes, rng: random.Random) -> bytes:
    lines = text.split(b"\n")
    index = rng.randrange(len(lines))
    lines[index] = rng.choice((b" ", b"\t", b"   ")) + lines[index]
    return b"\n".join(lines)


_PIECES = (
    *(
        b"\t",
        b"\x00",
        b"\r",
        b"{",
        b"}",
        b"[",
        b'"',
        b"'",
        b": ",
        b"&a ",
        b"*a ",
        b"\\u0000",
    ),
    *(
        b"\xc3",
        b"\xed\xa0\x80",
        b"\\ud800",
        b"%YAML 9.9\n---\n",
        b"NaN",
        b"1e999",
        b".inf",
    ),
    *(
        b"<<: *a\n",
        b"? ",
        b"!!python/object:os.system x",
        b"0o17",
        b"1" * 5000,
        b"//",
        b"#",
    ),
)
_MARKS = (
    *(
        b"&a ",
        b"*a ",
        b"&a *a ",
        b"!!str ",
        b"!!int ",
        b"!!binary ",
        b"!!set ",
        b"!!null ",
    ),
    *(
        b"!!timestamp ",
        b"!x ",
        b"!<tag:x> ",
        b"!!python/name:os.system ",
        b"!!merge ",
        b"| ",
    ),
    *(b"!!float ", b"!!omap ", b"> ", b"? ", b"- ", b"@", b"`", b"%"),
)
_CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    *(_truncated, _flipped, _flipped, _marked, _recoded, _doubled_line, _inserted),
    *(_inserted, _before_value, _before_value, _aliased, _several, _line_ends, _nested),
    _indented,
)

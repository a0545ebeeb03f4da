"""Only blocks of code whose layout is not known are formatted by black."""

from __future__ import annotations

import gc
import textwrap

import black
import pytest

from generator.rendering.python.black import format_with_black
from generator.rendering.python.layout import needs_black


def test_long_lines_after_quotes_in_strings_need_black() -> None:
    source = textwrap.dedent(f'''\
        a = '"""'
        b = {" + ".join(["name"] * 20)}
        ''')
    assert needs_black(source)


def test_long_lines_of_docstrings_need_no_black() -> None:
    long = "word " * 30
    assert not needs_black(f'"""{long}\n\n{long}\n"""\n')


def test_black_formats_only_blocks_that_need_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sources: list[str] = []
    real = black.format_str

    def format_str(source: str, *, mode: black.Mode) -> str:
        sources.append(source)
        return real(source, mode=mode)

    monkeypatch.setattr(black, "format_str", format_str)
    source = textwrap.dedent(f'''\
        from __future__ import annotations


        class A:
            """A.

            It mentions class B here, after an empty line.
            """

            def short(self) -> None:
                """Short."""

            def long(self, {", ".join(f"argument_{n}: int" for n in range(9))}) -> None:
                """Long.

                Two paragraphs.
                """
                return None


        B = 1
        ''')
    formatted = format_with_black(source)
    assert formatted == real(source, mode=black.Mode())
    assert len(sources) == 1
    assert "short" not in sources[0] and "B = 1" not in sources[0]


def test_black_formats_members_of_classes_with_long_heads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sources: list[str] = []
    real = black.format_str

    def format_str(source: str, *, mode: black.Mode) -> str:
        sources.append(source)
        return real(source, mode=mode)

    monkeypatch.setattr(black, "format_str", format_str)
    arguments = ", ".join(f"argument_{n}: int" for n in range(9))
    source = textwrap.dedent(f'''\
        class A(
            B,
        ):
            """A."""

            def short(self) -> None: ...

            def long(self, {arguments}) -> None: ...


        def last({arguments}) -> None: ...
        ''')
    assert format_with_black(source) == real(source, mode=black.Mode())
    assert [text.count("def ") for text in sources] == [1, 1]
    assert not any("short" in text for text in sources)


def test_trees_of_black_are_freed_while_the_collector_is_paused() -> None:
    """Nodes of black refer to each other, so only the collector frees them."""
    source = "".join(f"a{n} = {' + '.join(['name'] * 30)}\n\n\n" for n in range(20))
    format_with_black(source)
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        before = len(gc.get_objects())
        format_with_black(source)
        assert len(gc.get_objects()) < before + 100
        assert not gc.isenabled()
    finally:
        if was_enabled:
            gc.enable()

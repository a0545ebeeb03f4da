"""The documented limits are those of the code."""

from __future__ import annotations

import ast

from tests.guards.documentation import COMMANDS_PAGE
from tests.guards.sources import PACKAGE

_END = "<!-- limits: end -->"


def rows() -> list[tuple[str, str, str]]:
    """Return name, value and docstring of each constant of `generator/limits.py`."""
    body = ast.parse((PACKAGE / "limits.py").read_text(encoding="utf-8")).body
    result = []
    for node, following in zip(body, [*body[1:], None], strict=True):
        if not isinstance(node, ast.Assign):
            continue
        (target,) = node.targets
        assert isinstance(target, ast.Name)
        code = compile(ast.Expression(node.value), "limits", "eval")
        value: int = eval(code)  # numbers in the sources of this repository
        assert isinstance(following, ast.Expr), f"{target.id} has no docstring"
        assert isinstance(following.value, ast.Constant), target.id
        text = " ".join(str(following.value.value).split())
        is_size = target.id.endswith("_BYTES")
        formatted = f"{value >> 20:,} MiB" if is_size else f"{value:,}"
        result.append((target.id, formatted, text.rstrip(".")))
    return result


def table() -> str:
    """Return the table as Markdown."""
    lines = ["| limit | value | meaning |", "| --- | --- | --- |"]
    lines += [f"| {name} | {value} | {text} |" for name, value, text in rows()]
    return "\n".join(lines)


def test_every_limit_is_documented(update: bool) -> None:
    assert len(rows()) > 5
    text = COMMANDS_PAGE.read_text(encoding="utf-8")
    begin = text.index("\n", text.index("<!-- limits: begin")) + 1
    end = text.index(_END)
    if update:
        COMMANDS_PAGE.write_text(
            f"{text[:begin]}{table()}\n{text[end:]}", encoding="utf-8"
        )
        return
    assert text[begin:end] == f"{table()}\n", "run pytest --update"

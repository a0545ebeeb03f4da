"""The limits that the README states are those of the code."""

from __future__ import annotations

import ast

from tests.guards.sources import PACKAGE

README = PACKAGE.parent / "README.md"
_END = "<!-- limits: end -->"


def rows() -> list[tuple[str, str, str]]:
    """The name, the value and the docstring of each constant of `generator/limits.py`."""
    body = ast.parse((PACKAGE / "limits.py").read_text(encoding="utf-8")).body
    found = []
    for node, following in zip(body, [*body[1:], None], strict=True):
        if not isinstance(node, ast.Assign):
            continue
        (target,) = node.targets
        assert isinstance(target, ast.Name)
        code = compile(ast.Expression(node.value), "limits", "eval")
        value: int = eval(code)  # an expression of numbers in our own source
        assert isinstance(following, ast.Expr), f"{target.id} has no docstring"
        assert isinstance(following.value, ast.Constant), target.id
        text = " ".join(str(following.value.value).split())
        shown = f"{value >> 20:,} MiB" if target.id.endswith("_BYTES") else f"{value:,}"
        found.append((target.id, shown, text.rstrip(".")))
    return found


def table() -> str:
    """The table of the README."""
    lines = ["| limit | value | meaning |", "| --- | --- | --- |"]
    lines += [f"| {name} | {value} | {text} |" for name, value, text in rows()]
    return "\n".join(lines)


def test_the_readme_states_every_limit(update: bool) -> None:
    assert len(rows()) > 5
    text = README.read_text(encoding="utf-8")
    begin = text.index("\n", text.index("<!-- limits: begin")) + 1
    end = text.index(_END)
    if update:
        README.write_text(f"{text[:begin]}{table()}\n{text[end:]}", encoding="utf-8")
        return
    assert text[begin:end] == f"{table()}\n", "pytest --update writes it"

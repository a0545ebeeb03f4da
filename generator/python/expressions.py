"""Type expressions, values and docstrings."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.types import JsonScalar


@dataclass(frozen=True, slots=True)
class TypeExpr:
    """A type as it is written: the members of a union, each on its own.

    Args:
        members: the texts that stand between `|`; `None`, if there, is the last.
        names: the names that must be imported for it, sorted.
    """

    members: tuple[str, ...]
    names: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The whole in one line."""
        return " | ".join(self.members)


@dataclass(frozen=True, slots=True)
class LiteralExpr:
    """`Literal[…]` with values too many for one line."""

    values: tuple[JsonScalar, ...]


@dataclass(frozen=True, slots=True)
class ArgumentDoc:
    """What a docstring says of an argument."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Docstring:
    """A docstring, before it is broken into lines.

    Args:
        text: CommonMark of the document; its first paragraph is the summary.
        arguments: what is said of each argument.
        returns: what is said of the answer.
        example: a call, as Python source; `""` for none.
    """

    text: str
    arguments: tuple[ArgumentDoc, ...] = ()
    returns: str = ""
    example: str = ""

    @property
    def said(self) -> bool:
        """Whether there is anything to print."""
        return bool(self.text or self.arguments or self.returns or self.example)


@dataclass(frozen=True, slots=True)
class Import:
    """Names taken from a module.

    Args:
        module: as written behind `from`: `typing`, `.._runtime`, `.chat`.
        names: what is imported, sorted; `a as b` where another name is used. Empty for
            `import module`.
    """

    module: str
    names: tuple[str, ...] = ()

    @property
    def relative(self) -> bool:
        """Whether it is a module of the same package."""
        return self.module.startswith(".")

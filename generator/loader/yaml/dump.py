"""Write YAML that the reader of this package reads back as the same value."""

from __future__ import annotations

from typing import Any

import yaml

from .scalars import SPECIAL, resolve


def dump_yaml(value: Any) -> str:
    """Return a JSON value as YAML: blocks, keys in their order, without aliases."""
    return yaml.dump(
        value,
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        width=100,
        default_flow_style=False,
    )


def dump_flow(value: Any) -> str:
    """Return a JSON value as YAML in flow style, without a line end.

    The text has several lines only if it contains a long string with line ends.
    """
    text: str = yaml.dump(
        value,
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        width=float("inf"),
        default_flow_style=True,
    )
    return text.removesuffix("...\n").removesuffix("\n")


class _Dumper(yaml.SafeDumper):
    """Dumper that quotes what YAML 1.2 would not read as a string."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write each occurrence of a shared node."""
        return True


def _represent_string(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None
    if "\n" in text:
        style = "|"
    elif text[:1] in SPECIAL and not _is_plain(text):
        style = "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _is_plain(text: str) -> bool:
    """Return whether the reader returns an unquoted scalar as the same string."""
    try:
        return bool(resolve(text) == text)
    except ValueError:
        return False


_Dumper.add_representer(str, _represent_string)

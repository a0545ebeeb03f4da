"""Find words and phrases in the repository that the language rules exclude.

The rules are in the section "Language" of CONTRIBUTING.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tests.guards.pages import prose
from tests.guards.sources import ROOT


class Pattern(NamedTuple):
    """An excluded phrase.

    Args:
        regex: regular expression, without regard to case.
        replacement: what to write instead.
        only_code: whether the phrase is allowed in specs, which describe the API of
            another vendor.
    """

    regex: str
    replacement: str
    only_code: bool = False


PHRASES = (
    Pattern(r"findings?", "diagnostic"),
    Pattern(r"said", "describe, specify or report"),
    Pattern(r"told(?: apart)?", "report, pass or disambiguate"),
    Pattern(r"for ever", "forever, or 'without timeout'"),
    Pattern(r"(?<!there )(?:is|are|was|were) no (?!longer\b|more\b)", "'is not a'"),
    Pattern(r"(?:goes|go|went) on", "continue"),
    Pattern(r"(?:bit by bit|piece by piece)", "incrementally"),
    Pattern(r"stands?(?! for\b)|stood", "be, occur or be located"),
    Pattern(r"standing", "status"),
    Pattern(r"rooms?", "package", only_code=True),
    Pattern(r"houses?", "architecture or repository", only_code=True),
    Pattern(r"views?", "model", only_code=True),
    Pattern(r"answer(?:ed|ing)?|answers", "response", only_code=True),
    Pattern(r"wishes", "options"),
    Pattern(r"echo(?:es|ed)", "duplicate", only_code=True),
    Pattern(
        r"(?:leads?|led) (?:to|on|back|out|round|up|nowhere|somewhere)", "refer to"
    ),
    Pattern(r"(?:speaks?|spoke|spoken) of", "describe or mention"),
    Pattern(r"in silence", "silently"),
    Pattern(r"(?:whoever|somebody|nobody)", "user, caller or 'no one'", only_code=True),
    Pattern(r"(?:is|are|was|were) made (?:of|from|for)", "derive, generate or contain"),
    Pattern(r"of (?:its|their|our|your) own", "'its own' or separate"),
    Pattern(r"(?:ours|theirs)", "'of the generator' or 'of the user'"),
    Pattern(
        r"(?:asks? for|(?:is|are) asked|asked again)",
        "request, require or call",
        only_code=True,
    ),
    Pattern(r"(?:gives?|giving) way", "replace"),
    Pattern(r"passed over", "skip or ignore"),
    Pattern(r"(?:keeps?|without) (?:its|a) word", "a literal description"),
    Pattern(r"anew", "again"),
    Pattern(r"(?:whence|whereof|thereof|wherein)", "a plain subordinate clause"),
    Pattern(r"takes? (?:its|their) time", "long-running"),
    Pattern(r"no trouble", "'is ignored' or 'is allowed'"),
)
"""Phrases that are excluded in docstrings, comments, strings, Markdown and templates."""

IDENTIFIER_WORDS = {
    "answer": "response",
    "answered": "response",
    "asks": "requests",
    "asked": "requested",
    "echoes": "duplicates",
    "finding": "diagnostic",
    "findings": "diagnostics",
    "found": "a noun for the data",
    "given": "a noun for the data",
    "happy": "a noun for the data",
    "house": "repository",
    "leads": "refers",
    "made": "generated, or a noun for the data",
    "meant": "expected",
    "ours": "a noun for the data",
    "room": "package",
    "said": "output, or a noun for the data",
    "shown": "example, or a noun for the data",
    "standing": "status",
    "stands": "a noun for the data",
    "sums": "aggregations",
    "theirs": "user_files",
    "told": "a noun for the data",
    "wanted": "expected",
    "way": "path",
    "ways": "paths",
    "wishes": "options",
}
"""Words that are excluded in names of functions, classes, parameters and variables."""

LEGITIMATE = (
    r"beta\.answers|/answers\b|answers\.ya?ml|`answers`|[\"']answers[\"']|^answers$",
    r"\bAnswers\b",  # the retired API of OpenAI
    r"memoryview",
    r"not[ _-]found",
    r"no room|No space left",
    r"echo \\",  # the shell command
    r"mock\.answer|\.answer\(|`answer`",  # the method of the public mock
    r"resources/answers|`answers\b|answers\.create",
    r"\bno-answer\b",  # a diagnostic code; the codes are stable
)
"""Uses of these words that are names of other projects or of the API."""

_FUNCTION_START = re.compile(
    r"(?:What|Whether|How|Where|Who|Which|Why|The|A|An|Every|All|Each|Those|That|This)\b"
)
_CLASS_START = re.compile(r"(?:What|How|Where|Who|Which|Why|That|Those)\b")
_THIRD_PERSON = re.compile(r"(?!(?:Is|Has|This|As|Always|Its)\b)[A-Z][a-z]+[a-rt-z]s ")
_NOUNS = re.compile(
    r"(?:Access|Address|Alias|Arguments|Args|Bytes|Headers|Kinds|Names|Options|Places|"
    r"Process|Rules|Settings|Types|Values|Words|Tests?|Items|Models|Parameters|Errors|"
    r"Counts|Results|Status|Tags|Files|Calls|Paths|Clients|Samples|Streams) "
)


class Occurrence(NamedTuple):
    """An excluded phrase in a file."""

    path: str
    line: int
    phrase: str
    replacement: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.phrase!r}: write {self.replacement}"


def check_text(text: str, is_spec: bool = False) -> Iterator[tuple[int, str, str]]:
    """Yield line, phrase and replacement of each excluded phrase in a text.

    Args:
        text: the text.
        is_spec: whether it is from `specs/`.
    """
    for number, line in enumerate(text.splitlines(), 1):
        for regex in LEGITIMATE:
            line = re.sub(regex, " ", line)
        for pattern in PHRASES:
            if is_spec and pattern.only_code:
                continue
            for match in re.finditer(rf"\b(?:{pattern.regex})\b", line, re.IGNORECASE):
                yield number, match[0], pattern.replacement


def check_identifier(name: str) -> Iterator[tuple[str, str]]:
    """Yield the excluded words of a name, with their replacement."""
    if re.search(r"not_?(found|given)", name, re.IGNORECASE):
        return
    for word in re.findall(r"[A-Z]?[a-z]+", name):
        if replacement := IDENTIFIER_WORDS.get(word.lower()):
            yield name, f"{replacement} instead of {word!r}"


def check_python(source: str) -> Iterator[tuple[int, str, str]]:
    """Yield the excluded phrases of a module: comments, strings, names, docstrings."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type in (tokenize.COMMENT, tokenize.STRING):
            for line, phrase, replacement in check_text(token.string):
                yield token.start[0] + line - 1, phrase, replacement
    for node in ast.walk(ast.parse(source)):
        for name in _defined_names(node):
            for phrase, replacement in check_identifier(name):
                yield getattr(node, "lineno", 1), phrase, replacement
        yield from _check_docstring(node)


def _defined_names(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            yield node.name
        case ast.arg():
            yield node.arg
        case ast.Name(ctx=ast.Store()):
            yield node.id
        case ast.Attribute(ctx=ast.Store()):
            yield node.attr


def _check_docstring(node: ast.AST) -> Iterator[tuple[int, str, str]]:
    """Yield the start of a docstring if it does not have the conventional form."""
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return
    docstring = ast.get_docstring(node) or ""
    first = docstring.partition("\n")[0]
    is_class = isinstance(node, ast.ClassDef)
    decorators = " ".join(map(ast.unparse, node.decorator_list))
    if is_class or re.search(r"property|fixture", decorators):
        if _CLASS_START.match(first):
            yield node.lineno, first[:40], "a noun phrase"
        return
    # The docstring of a test describes the expected behaviour.
    if node.name.startswith("test_"):
        return
    if _FUNCTION_START.match(first):
        yield node.lineno, first[:40], "an imperative verb first"
    elif _THIRD_PERSON.match(first) and not _NOUNS.match(first):
        yield node.lineno, first[:40], "the imperative form of the verb"


def check_markdown(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the excluded phrases of a page, except in code and in the tables of terms."""
    text = re.sub(r"<!-- language: .*?(?=\n\n[^|\n])", "", text, flags=re.DOTALL)
    return check_text(prose(text))


def check_template(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the excluded phrases of a template, except in its expressions."""
    return check_text(re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", text, flags=re.DOTALL))


def check_spec(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the excluded phrases in the descriptions of a document, without lines."""
    for description in _descriptions(yaml.safe_load(text)):
        for _, phrase, replacement in check_text(description, is_spec=True):
            yield 0, phrase, replacement


def _descriptions(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("description", "summary") and isinstance(value, str):
                yield value
            else:
                yield from _descriptions(value)
    elif isinstance(node, list):
        for item in node:
            yield from _descriptions(item)


_CHECKS = {
    ".py": check_python,
    ".md": check_markdown,
    ".jinja": check_template,
    ".yaml": check_spec,
}
_EXEMPT = {"tests/guards/language.py", "tests/guards/test_language.py"}


def checked_files() -> dict[str, list[Path]]:
    """Return the checked files by folder, relative to the repository.

    The folders are the packages of `generator`, the folders of `tests` and of
    `tests/unit`, `templates`, `specs`, and `.` for pages outside of these.
    """
    folders: dict[str, list[Path]] = {}
    roots = ("generator/**/*.py", "generator/**/*.md", "templates/**/*.jinja")
    globs = (*roots, "specs/**/*.yaml", "tests/**/*.py", "*.md", ".github/*.md")
    for file in sorted({file for item in globs for file in ROOT.glob(item)}):
        parts = file.relative_to(ROOT).parts
        depth = 3 if parts[:2] == ("tests", "unit") else 2
        depth = 1 if parts[0] in ("specs", "templates", ".github") else depth
        folder = "/".join(parts[: min(depth, len(parts) - 1)]) or "."
        folders.setdefault(folder, []).append(file)
    return folders


def check_file(file: Path) -> list[Occurrence]:
    """Return the excluded phrases of a file."""
    path = file.relative_to(ROOT).as_posix()
    if path in _EXEMPT:
        return []
    check = _CHECKS[file.suffix]
    text = file.read_text(encoding="utf-8")
    return [Occurrence(path, *occurrence) for occurrence in check(text)]

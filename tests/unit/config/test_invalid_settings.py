"""Invalid settings are errors with their places."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import SettingsError
from tests.unit.config.reading import read


@pytest.mark.parametrize(
    ("line", "message"),
    [
        *(
            (f"{key} = 3", "must be a list of strings")
            for key in ("specs", "only", "exclude")
        ),
        ("overlays = [1]", "must be a list of non-empty strings"),
        ('specs = ["a", ""]', "must be a list of non-empty strings"),
        ('specs = ["a\\u0000"]', "must be a list of non-empty strings"),
        *(
            (f"{key} = 3", "must be a non-empty string")
            for key in ("main", "output", "package")
        ),
        ('coming_from = "a b"', "must be the import name of a package, not 'a b'"),
        ("coming_from = {}", "coming_from must have the entry 'package'"),
        ('coming_from = {package = ""}', "must be a non-empty string"),
        ('coming_from = {package = "a", x = 1}', "coming_from has no entry 'x'"),
        ("client = true", "must be a non-empty string"),
        ('client = ""', "must be a non-empty string"),
        ('output = "a\\u0000b"', "must be a non-empty string"),
        ('docs = "no"', "must be true or false"),
        ("docs = 0", "must be true or false"),
        ('docs = ["markdown", "pdf"]', "'docs' has no format 'pdf'"),
        (
            'runtime = "some"',
            "'runtime' must be 'minimal', 'needed', 'full' or 'shared'",
        ),
        ("runtime = []", "'runtime' must be 'minimal', 'needed', 'full' or 'shared'"),
        ("testing = 1", "must be true or false"),
        ("names = []", "must be a table"),
        ("names = { a = 1 }", "names.a must be a non-empty string"),
        ("aliases = { a = [] }", "aliases.a must be a non-empty string"),
        (
            "servers = { a = 'https://a..b/v1' }",
            "servers.a: 'https://a..b/v1' is not a URL",
        ),
        (
            "servers = { a = 'https://1.2.3.400' }",
            "servers.a: 'https://1.2.3.400' is not a URL",
        ),
        ("servers = { a = false }", "servers.a must be a non-empty string"),
        ("credentials = { a = {} }", "credentials.a must be a non-empty string"),
        ("headers = { a = 1 }", "headers.a must be a non-empty string"),
        ('headers = { a-b = "A" }', "'a-b' cannot be the name of a client argument"),
        (
            'headers = { timeout = "A" }',
            "'timeout' cannot be the name of a client argument",
        ),
        ('headers = { a = "A: b" }', "'A: b' is not a header name"),
        ('pagination = "cursor"', "must be a table"),
        (
            "pagination = { a = 2026-01-01 }",
            "pagination.a contains a value that is not valid in JSON",
        ),
        (
            "pagination = { a = [{ b = inf }] }",
            "pagination.a contains a value that is not valid in JSON",
        ),
        ('pagination = { a = "token" }', "a must be false or a table with `kind`"),
        (
            'pagination = { a = { kind = "cursor" } }',
            "a.kind must not be 'cursor'; kinds: token, id, number",
        ),
        (
            'pagination = { a = { kind = "id", sent = "after" } }',
            "has no setting 'sent'; did you mean 'send'?",
        ),
        (
            'pagination = { a = { kind = "id", send = ["page", ""] } }',
            "pagination.a.send must be a list of strings",
        ),
        (
            'pagination = { a = { kind = "id", send = [] } }',
            "pagination.a.send must be a list of strings",
        ),
        (
            'pagination = { a = { kind = "id", send = "after", id = [] } }',
            "pagination.a.id must be a list of strings",
        ),
        (
            'pagination = { a = { kind = "id", next = [1] } }',
            "pagination.a.next must be a list of strings",
        ),
        (
            'pagination = { a = { kind = "number", first = true } }',
            "pagination.a.first must be an integer",
        ),
        (
            'pagination = { a = { kind = "token", send = "a", next = "b", pages = "c" } }',
            "pagination.a: pagination by 'token' does not use 'pages'; remove it",
        ),
        (
            'pagination = { a = { kind = "single", more = "a" } }',
            "pagination.a: pagination by 'single' does not use 'more'; remove it",
        ),
        (
            'pagination = { a = { kind = "offset", send = "a", current = "b" } }',
            "pagination.a: pagination by 'offset' does not use 'current'; remove it",
        ),
        ("polling = { a = {} }", "polling.a needs `until`"),
        (
            "accumulation = { a = [{ last = true, how = 'append' }] }",
            "accumulation.a[0].how needs `from` and `to`; add them, or remove it",
        ),
        (
            "structured = { a = { argument = 'x', schema = 'x', text = 'x', parsed = 'x', "
            "incomplete = ['length'] } }",
            "structured.a.incomplete needs `reason`, the path of these values; add it",
        ),
        (
            "runtime_package = 'a_runtime'",
            '`runtime_package` needs `runtime = "shared"`; add it, or remove this setting',
        ),
        (
            "runtime_output = 'runtime'",
            '`runtime_output` needs `runtime = "shared"`; add it, or remove this setting',
        ),
        (
            "accumulation = { a = true }",
            "accumulation.a must be false or an array of tables",
        ),
        (
            "accumulation = { a = [] }",
            "accumulation.a must be false or an array of tables",
        ),
        ("accumulation = { a = ['b'] }", "accumulation.a[0] must be a table"),
        (
            "accumulation = { a = [{ last = true }, { form = 'b' }] }",
            "accumulation.a[1] has no setting 'form'; did you mean 'from'?",
        ),
        (
            "accumulation = { a = [{ from = 'b' }] }",
            "accumulation.a[0] needs `to`, too",
        ),
        (
            "accumulation = { a = [{ where = { b = 'c' } }] }",
            "accumulation.a[0] needs `from` and `to`, or `last = true`",
        ),
        (
            "accumulation = { a = [{ last = 1 }] }",
            "accumulation.a[0].last must be true or false",
        ),
        (
            "accumulation = { a = [{ last = true, where = { b = 1 } }] }",
            "accumulation.a[0].where must be a table of keys and strings",
        ),
        (
            "accumulation = { a = [{ from = 1, to = 'b' }] }",
            "accumulation.a[0].from must be a key or a list of keys",
        ),
        (
            "accumulation = { a = [{ from = 'b', to = 'b', how = 'add' }] }",
            "accumulation.a[0].how must be 'replace', 'append' or 'json'",
        ),
        ("stream_methods = { a = true }", "stream_methods.a must be false or a table"),
        (
            "stream_methods = { a = { nme = 'x' } }",
            "stream_methods.a has no setting 'nme'; did you mean 'name'?",
        ),
        (
            "stream_methods = { a = { final = '_x' } }",
            "stream_methods.a.final: '_x' is not the name of a method",
        ),
        ("tools = { a = true }", "tools.a must be false or a table with a setting"),
        ("tools = { a = {} }", "tools.a must be false or a table with a setting"),
        (
            "tools = { a = { argumnt = 'x' } }",
            "tools.a has no setting 'argumnt'; did you mean 'argument'?",
        ),
        ("tools = { a = { argument = ['x'] } }", "tools.a.argument must be a string"),
        ("tools = { a = { calls = [] } }", "tools.a.calls must be a list of strings"),
        ("tools = { a = { schema = 'x' } }", "tools.a needs `name`, too"),
        ("tools = { a = { constants = 1 } }", "tools.a.constants must be a table"),
        (
            "tools = { a = { where = { x = 1 } } }",
            "tools.a.where must be a table of one key and a string",
        ),
        ("structured = { a = 1 }", "structured.a must be a table"),
        ("structured = { a = {} }", "structured.a needs `argument`"),
        (
            "structured = { a = { argument = 'x', schema = 'x', text = 'x', parsed = 'x', "
            "where = { a = 1 } } }",
            "structured.a.where must be a table of one key and a string",
        ),
        (
            "structured = { a = { argument = 'x', schema = 'x', text = 'x', parsed = 'x', "
            "reasons = 'x' } }",
            "structured.a has no setting 'reasons'; did you mean 'reason'?",
        ),
        (
            "structured = { a = { argument = [1], schema = 'x', text = 'x', parsed = 'x' } }",
            "structured.a.argument must be a list of strings",
        ),
        (
            "structured = { a = { argument = 'x', schema = 'x', text = 'x', parsed = 'a-b' } }",
            "structured.a.parsed: 'a-b' is not an attribute",
        ),
        (
            "structured = { a = { argument = 'x', schema = 'x', text = 'x', parsed = "
            "['y', 'z'] } }",
            "structured.a.parsed must be in an object on the path of `text`",
        ),
        ("brackets = { a = 1 }", "brackets.a must be true, false or a list of names"),
        ("brackets = { a = [1] }", "brackets.a must be true, false or a list of names"),
        (
            "polling = { a = { until = 'x' } }",
            "polling.a.until must be a list of strings",
        ),
        (
            "polling = { a = { until = ['x'], fields = 'y' } }",
            "has no setting 'fields'; did you mean 'field'?",
        ),
        ("sources = 1", "begin each entry with [[tool.oasmith.sources]]"),
        ("sources = [{file = 'a'}]", "an entry of 'sources' needs 'url'"),
        ("sources = [{file = 'a', url = 'x', sha = '1'}]", "no setting 'sha'"),
        ("sources = [{file = '../a', url = 'x'}]", "a path below the settings file"),
        ("sources = [{file = '/a', url = 'x'}]", "a path below the settings file"),
        ("sources = [{file = 'a', url = 'x', date = '1'}]", "without quotation marks"),
        ("sources = [{file = 'a', url = 'x', sha256 = 'A1'}]", "64 hexadecimal digits"),
        (
            "sources = [{file = 'a', url = 'x'}, {file = 'a', url = 'y'}]",
            "'a' has two entries in 'sources'",
        ),
        (
            "clients = [{specs = 'a', sources = [{file = 'a', url = 'x'}]}]",
            "'sources' must be in [tool.oasmith], for all clients",
        ),
        ("clients = 3", "begin each client with [[tool.oasmith.clients]]"),
        ("clients = []", "begin each client with [[tool.oasmith.clients]]"),
        ("clients = [1]", "begin each client with [[tool.oasmith.clients]]"),
    ],
)
def test_invalid_value_is_reported_with_its_line(
    tmp_path: Path, line: str, message: str
) -> None:
    key = line.partition(" ")[0]
    text = f'[project]\n{key} = "x"\n\n[tool.oasmith]\n# settings\n{line}\n'
    with pytest.raises(SettingsError) as caught:
        read(tmp_path, text)
    assert all(
        problem.startswith("pyproject.toml:6:")
        for problem in str(caught.value).splitlines()
    )
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("key", "suggested"),
    [
        ("spec", "'specs'"),
        ("outptu", "'output'"),
        ("pakage", "'package'"),
        ("Client", "'client'"),
        ("directory", None),
        ("zzz", None),
    ],
)
def test_unknown_key_is_reported_with_a_suggestion(
    tmp_path: Path, key: str, suggested: str | None
) -> None:
    text = f'[tool.other]\n{key} = 1\n[tool.oasmith]\nspecs = "a"\n{key} = "b"\n'
    with pytest.raises(SettingsError) as caught:
        read(tmp_path, text)
    message = f"pyproject.toml:5:1: unknown setting {key!r}"
    if suggested is not None:
        message += f"; did you mean {suggested}?"
    assert str(caught.value) == message


def test_unknown_table_is_reported_with_its_line(tmp_path: Path) -> None:
    text = '[tool.oasmith]\nspecs = "a"\n\n[tool.oasmith.credential]\na = "b"\n'
    with pytest.raises(
        SettingsError, match=r"^pyproject.toml:4:15: .*'credentials'\?$"
    ):
        read(tmp_path, text)


def test_all_problems_are_reported_with_their_locations(tmp_path: Path) -> None:
    text = (
        "[tool.oasmith]\nspecs = ['a', 1]\nnames.getA = 2\nspec = 'b'\n"
        "polling = { getJob = { until = ['x'], feld = 'y' } }\n"
        "[[tool.oasmith.clients]]\ndocs = 1\n"
        "[tool.oasmith.clients.servers]\neu = 'eu.example.com/{region}'\n"
        "[tool.oasmith.pagination]\nlistA = { kind = 'token', send = 'page' }\n"
    )
    with pytest.raises(SettingsError) as caught:
        read(tmp_path, text)
    assert str(caught.value).splitlines() == [
        "pyproject.toml:2:15: 'specs' must be a list of non-empty strings",
        "pyproject.toml:3:7: names.getA must be a non-empty string",
        "pyproject.toml:4:1: unknown setting 'spec'; did you mean 'specs'?",
        (
            "pyproject.toml:5:39: polling.getJob has no setting 'feld'; did you mean "
            "'field'?"
        ),
        "pyproject.toml:11:1: pagination.listA: pagination by 'token' needs 'next'",
        "pyproject.toml:7:1: 'docs' must be true or false, or a list of 'markdown' and "
        "'site'",
        (
            "pyproject.toml:9:1: servers.eu: 'eu.example.com/{region}' is not a URL; "
            "give an absolute URL without variables, such as 'https://eu.example.com/v1'"
        ),
    ]


def test_a_setting_without_effect_names_the_other_setting(tmp_path: Path) -> None:
    text = '[tool.oasmith]\nkeep_names = false\nalias_removal = "never"\n'
    with pytest.raises(SettingsError) as caught:
        read(tmp_path, text)
    assert str(caught.value) == (
        "pyproject.toml:3:1: `alias_removal` has no effect with `keep_names = false`; "
        "remove one of both settings"
    )


def test_an_unknown_value_is_reported_without_its_consequences(tmp_path: Path) -> None:
    text = "[tool.oasmith]\nruntime = 'share'\nruntime_package = 'acme_runtime'\n"
    with pytest.raises(SettingsError) as caught:
        read(tmp_path, text)
    assert str(caught.value) == (
        "pyproject.toml:2:1: 'runtime' must be 'minimal', 'needed', 'full' or 'shared'"
    )


def test_settings_for_some_clients_have_an_effect(tmp_path: Path) -> None:
    text = (
        '[tool.oasmith]\nalias_removal = "never"\nruntime_package = "r"\n'
        "[[tool.oasmith.clients]]\nspecs = ['a.yaml']\noutput = 'a'\n"
        "[[tool.oasmith.clients]]\nspecs = ['b.yaml']\noutput = 'b'\n"
    )
    both = text.replace("'a.yaml']", "'a.yaml']\nruntime = 'shared'").replace(
        "'b.yaml']", "'b.yaml']\nkeep_names = false"
    )
    first, second = read(tmp_path, both)
    assert first.runtime_package == "r" and second.alias_removal == "never"
    own = both.replace("output = 'b'", "output = 'b'\nalias_removal = 'major'")
    with pytest.raises(SettingsError) as caught:
        read(tmp_path, own)
    assert str(caught.value).startswith("pyproject.toml:12:1: `alias_removal` has no")
    with pytest.raises(SettingsError, match=r":3:1: `runtime_package` needs"):
        read(tmp_path, text)

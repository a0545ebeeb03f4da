"""The calls of a reference of a bash client, as OpenAPI Generator writes it, are commands."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.emission import write_tree
from generator.pipeline import build
from tests.clients import import_from
from tests.e2e.command_line.conftest import CommandLine

PACKAGE = "bash_forms"
EXAMPLE = re.compile(r"### Example\n\n```bash\n *(.*?)\n```")
FILES = {"file": "file@data.bin", "image": "image@data.bin"}
BODIES = {
    "createChatCompletion": (
        "model=m",
        "messages[0][role]=user",
        "messages[0][content]=x",
    ),
    "createCompletion": ("model=m", "prompt=x"),
    "createEdit": ("model=m", "instruction=x"),
    "createEmbedding": ("model=m", "input=x"),
    "createFile": (FILES["file"], "purpose=fine-tune"),
    "createFineTune": ("training_file=f",),
    "createImage": ("prompt=x",),
    "createImageEdit": (FILES["image"], "prompt=x"),
    "createImageVariation": (FILES["image"],),
    "createModeration": ("input=x",),
    "createTranscription": (FILES["file"], "model=whisper-1"),
    "createTranslation": (FILES["file"], "model=whisper-1"),
}
"""Arguments of bodies, which the reference names without an example."""


@pytest.fixture(scope="module")
def client(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    """The command line of the document of that time."""
    folder = tmp_path_factory.mktemp("forms")
    config = Config(
        package=PACKAGE,
        client="OpenAI",
        specs=("2023-07.yaml",),
        directory=shared / "specs" / "openai",
        output=str(folder),
        command_line=True,
    )
    generated = build(config, Diagnostics())
    write_tree(generated.files, generated.manifest, folder, force=False)
    import_from(folder, PACKAGE)
    run = CommandLine(folder, tmp_path_factory.mktemp("home"), PACKAGE)
    (run.home / "data.bin").write_bytes(b"data")
    return run


def test_each_call_of_the_reference_is_a_command(
    client: CommandLine, shared: Path
) -> None:
    text = (shared / "reference" / "bash-client-api-docs.md").read_text(
        encoding="utf-8"
    )
    rows = dict(re.findall(r"\[\*\*(\w+)\*\*\].*? \| \*\*([A-Z]+)\*\* ", text))
    calls = EXAMPLE.findall(text)
    assert len(calls) == len(rows) == 23
    for call in calls:
        operation, *words = shlex.split(call)
        # The reference writes `value` for values of every type.
        words = ["stream=false" if it == "stream=value" else it for it in words]
        words += BODIES.get(operation, ())
        host = ("--host", "http://127.0.0.1:9")
        finished = client(*host, operation, *words, "--dry-run")
        assert finished.code == 0, (operation, finished.stderr)
        method, url = finished.text.splitlines()[0].split(maxsplit=1)
        assert method == rows[operation] and url.startswith("http://127.0.0.1:9/")
        assert client("ops", operation).text.split()[0] == operation

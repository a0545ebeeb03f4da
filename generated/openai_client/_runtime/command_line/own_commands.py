"""Commands that do not call an operation: search, credentials, completion, diagnosis."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from .logins import has_login, log_in, takes_pair
from .options import ProfileName
from .profiles import DEFAULT, ProfileError, Profiles
from .terminal import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from .index import Index

_SHELLS = ("bash", "zsh", "fish")


def add_own_commands(program: click.Group, package: str, index: Index) -> None:
    """Add the commands to a program; `cli-NAME` if the API has a resource of the name.

    Args:
        program: The program.
        package: Package of the client.
        index: Commands of the API.
    """
    taken = {entry.call.partition(".")[0].replace("_", "-") for entry in index.entries}
    makers: dict[str, Callable[[str, Index], click.Command]] = {
        "operations": _operations,
        "ops": _operations,
        "login": _login,
        "logout": _logout,
        "profiles": _profiles,
        "completion": _completion,
        "doctor": _doctor,
    }
    for name, make in makers.items():
        command = make(package, index)
        command.hidden = name == "ops"
        program.add_command(command, f"cli-{name}" if name in taken else name)


def _operations(package: str, index: Index) -> click.Command:
    def run(words: tuple[str, ...]) -> None:
        parts = [word.lower() for word in words]
        rows = [
            (entry.id, entry.words, entry.summary)
            for entry in index.entries
            if not entry.hidden
            and all(
                word in f"{entry.id} {entry.words} {entry.summary}".lower()
                for word in parts
            )
        ]
        if not rows:
            raise click.ClickException("no operation contains these words")
        sizes = [max(len(row[column]) for row in rows) for column in (0, 1)]
        for operation, command, summary in rows:
            line = f"{operation:{sizes[0]}}  {command:{sizes[1]}}  {summary}"
            click.echo(printable(line.rstrip()))

    return click.Command(
        "operations",
        callback=run,
        params=[click.Argument(["words"], nargs=-1)],
        help="List the operations whose name or summary contains all WORDS.",
    )


def _login(package: str, index: Index) -> click.Command:
    def run(
        profile: str,
        base_url: str,
        keyring: bool,
        client_id: str = "",
        device: bool = False,
        scope: tuple[str, ...] = (),
    ) -> None:
        credentials: dict[str, Any] = {}
        if base_url and not _is_url(base_url):
            raise click.UsageError(
                f"--base-url must be an absolute URL, not {base_url!r}"
            )
        if client_id:
            credentials = log_in(package, client_id, device, scope)
        elif device or scope:
            raise click.UsageError("--device and --scope need --client-id")
        else:
            credentials = _ask_all(package)
        if not credentials:
            raise click.ClickException("no credential was entered; nothing is stored")
        profiles = Profiles(index.program)
        with _reported():
            profiles.save(profile, credentials, base_url, keyring)
        click.echo(f"stored in {profiles.file}", err=True)

    return click.Command(
        "login",
        callback=run,
        params=[
            _profile_option(),
            click.Option(["--base-url"], default="", help="Server of the profile."),
            click.Option(
                ["--keyring"],
                is_flag=True,
                help="Store the values in the system's keyring.",
            ),
            *(_login_options() if has_login(package) else ()),
        ],
        help="Enter credentials, and store them where only you can read them.",
    )


def _profile_option() -> click.Option:
    return click.Option(
        ["--profile"], type=ProfileName(), default=DEFAULT, help="Name of the profile."
    )


def _login_options() -> tuple[click.Option, ...]:
    return (
        click.Option(
            ["--client-id"],
            default="",
            help="Log in in a browser, as the program with this id.",
        ),
        click.Option(
            ["--device"], is_flag=True, help="Log in with a code on another device."
        ),
        click.Option(
            ["--scope"],
            multiple=True,
            help="Scope of a login. Default: all that the API declares.",
        ),
    )


def _ask_all(package: str) -> dict[str, Any]:
    """Read the credentials of an API from the terminal."""
    declared = import_module(f"{package}._client").API.credentials
    values = {name: _ask(name, declared[name]) for name in declared}
    return {name: value for name, value in values.items() if value}


def _ask(name: str, credential: Any) -> Any:
    """Read a credential from the terminal, without an echo; empty to leave it out."""
    if not takes_pair(credential):
        return _ask_secret(name)
    first: str = click.prompt(f"{name}: user name or client ID", default="", err=True)
    return [first, _ask_secret(f"{name}: password or secret")] if first else None


def _ask_secret(label: str) -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    text: str = click.prompt(
        label, default="", hide_input=True, show_default=False, err=True
    )
    return text


def _logout(package: str, index: Index) -> click.Command:
    def run(profile: str) -> None:
        with _reported():
            Profiles(index.program).remove(profile)

    return click.Command(
        "logout",
        callback=run,
        params=[_profile_option()],
        help="Remove a profile and its credentials.",
    )


def _profiles(package: str, index: Index) -> click.Command:
    def run() -> None:
        profiles = Profiles(index.program)
        with _reported():
            stored = profiles.read()
        for name, profile in sorted(stored.items()):
            credentials = ", ".join(profile.get("credentials", {})) or "no credentials"
            click.echo(f"{name}  {credentials}  {profile.get('base_url', '')}".rstrip())
        if not stored:
            click.echo("there are no profiles; create one by login", err=True)

    return click.Command("profiles", callback=run, help="List the stored profiles.")


def complete_variable(program: str) -> str:
    """Return the environment variable by which a shell requests completions."""
    return f"_{program.replace('-', '_').upper()}_COMPLETE"


def _completion(package: str, index: Index) -> click.Command:
    def run(shell: str, program: str) -> None:
        from click.shell_completion import get_completion_class

        from .shells import register_shells

        register_shells()
        kind = get_completion_class(shell)
        if kind is None:
            raise click.ClickException(f"there is no completion for {shell}")
        root = click.get_current_context().find_root().command
        variable = complete_variable(index.program)
        click.echo(kind(root, {}, program or index.program, variable).source())

    return click.Command(
        "completion",
        callback=run,
        params=[
            click.Argument(["shell"], type=click.Choice(_SHELLS)),
            click.Option(
                ["--program"],
                default="",
                help=f"Name of the program. Default: {index.program}.",
            ),
        ],
        help=(
            "Print a script that completes commands and values.\n\n"
            f'For bash: eval "$({index.program} completion bash)"'
        ),
    )


def _doctor(package: str, index: Index) -> click.Command:
    def run() -> None:
        failed = False
        for name, state, is_good in _diagnose(package, index):
            click.echo(f"{'ok ' if is_good else 'BAD'}  {name}: {state}")
            failed = failed or not is_good
        if failed:
            click.get_current_context().exit(1)

    return click.Command(
        "doctor", callback=run, help="Check the installation, settings and credentials."
    )


def _diagnose(package: str, index: Index) -> list[tuple[str, str, bool]]:
    """Return what was checked: a name, its state, and whether it is good."""
    from importlib import metadata

    rows = [("Python", sys.version.partition(" ")[0], True)]
    for name, is_needed in (
        ("httpx2", True),
        ("click", True),
        ("jmespath", False),
        ("pyyaml", False),
        ("keyring", False),
    ):
        try:
            rows.append((name, metadata.version(name), True))
        except metadata.PackageNotFoundError:
            rows.append((name, "not installed", not is_needed))
    api = import_module(f"{package}._client").API
    rows.append(("client", f"{api.name} {api.version}", True))
    profiles = Profiles(index.program)
    stored: dict[str, Any] = {}
    try:
        stored = profiles.read()
        rows.append(
            ("profiles", f"{profiles.file}: {', '.join(stored) or 'none'}", True)
        )
    except ProfileError as error:
        rows.append(("profiles", str(error), False))
    for name, credential in api.credentials.items():
        in_profile = name in stored.get(DEFAULT, {}).get("credentials", {})
        value = credential.from_environment(os.environ)
        if value:
            is_text = "".join(value).isprintable()
            problem = (
                "" if is_text else ", has a line break or another control character"
            )
            rows.append((name, f"from the environment{problem}", is_text))
        else:
            rows.append((name, "from the profile" if in_profile else "not set", True))
    try:
        client = getattr(import_module(package), index.client)()
        rows.append(
            ("base URL", client.base_url or "not set", _is_url(client.base_url))
        )
    except ValueError as error:
        rows.append(("settings", str(error), False))
    return rows


def _is_url(text: str) -> bool:
    """Return whether a base URL is absolute."""
    return text.startswith(("http://", "https://")) and len(text.split("/")[2]) > 0


@contextmanager
def _reported() -> Generator[None]:
    """Turn an error of profiles into a message."""
    try:
        yield
    except ProfileError as error:
        raise click.ClickException(str(error)) from None

"""`oasmith completion`: complete commands and options in a shell."""

from __future__ import annotations

import click

_VARIABLE = "_OASMITH_COMPLETE"


@click.command(epilog='Example: eval "$(oasmith completion bash)"')
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print a script that completes command lines in SHELL.

    Add the line of the example to ~/.bashrc; for zsh, eval "$(oasmith completion zsh)"
    to ~/.zshrc, after compinit; for fish, oasmith completion fish | source to
    ~/.config/fish/config.fish.
    """
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind is None:
        raise click.ClickException(f"click cannot complete in {shell}")
    root = context.find_root().command
    click.echo(kind(root, {}, "oasmith", _VARIABLE).source())


def complete_codes(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[str]:
    """Return the codes of diagnostics that begin with a text."""
    from ..diagnostics.explain import all_codes

    return sorted(code for code in all_codes() if code.startswith(incomplete))

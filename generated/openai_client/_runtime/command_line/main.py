"""The command line of a client."""

# pyright: reportPrivateUsage=false
# Modules of the runtime share members that are private to callers.

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import exit_codes
from .index import Index
from .inputs import Inputs
from .messages import show
from .options import Options, common_options, version_option
from .own_commands import add_own_commands, complete_variable
from .profiles import ProfileError
from .schemas import ArgumentError
from .terminal import help_width, printable
from .tree import Operation, Resource, values_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..requests.build import Call
    from .calling import Target


def main(package: str, folder: Path, arguments: Sequence[str] | None = None) -> int:
    """Run the command line of a client.

    Args:
        package: Package of the client.
        folder: Folder of the package, which contains its commands.
        arguments: Arguments of the command line. Default: those of the process.

    Returns:
        The exit code: 0; 1 if the call failed without a response; 2 for a command that
        cannot be understood; 3, 4 or 5 for a response with such a status code; 130 after
        SIGINT.
    """
    program = build_program(package, folder)
    variable = complete_variable(program.name or "")
    if variable in os.environ:
        from .shells import register_shells

        register_shells()
    name = Path(sys.argv[0]).name
    is_module = name in ("__main__.py", "-m", "-c")
    words = sys.argv[1:] if arguments is None else list(arguments)
    _open_closed_streams()
    try:
        for word in words:
            if not _is_text(word):
                raise click.UsageError(f"the argument {word!a} is not UTF-8 text")
        result = program.main(
            words,
            prog_name=f"python -m {package}" if is_module else name,
            standalone_mode=False,
            complete_var=variable,
        )
    except (click.exceptions.Abort, KeyboardInterrupt):
        return exit_codes.INTERRUPTED
    except click.ClickException as error:
        show(error)
        return error.exit_code
    except OSError as error:
        show(click.ClickException(_reason(error)))
        return 1
    except SystemExit as error:
        if variable in os.environ or error.code != 1:
            raise
        # Click exits when the reader of standard output has closed it.
        return exit_codes.CLOSED
    return result if isinstance(result, int) else 0


def _open_closed_streams() -> None:
    """Discard what is written to standard streams that the caller closed."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            descriptor = os.open(os.devnull, os.O_WRONLY)
            setattr(sys, name, os.fdopen(descriptor, "w", encoding="utf-8"))


def _reason(error: OSError) -> str:
    """Return the reason of an error of the operating system, with the file if known."""
    reason = error.strerror or str(error)
    return f"{error.filename}: {reason}" if error.filename else reason


def _is_text(word: str) -> bool:
    """Return whether an argument has no bytes that cannot be decoded (PEP 383)."""
    return not any("\ud800" <= char <= "\udfff" for char in word)


def build_program(package: str, folder: Path) -> click.Group:
    """Return the tree of commands of a client.

    Args:
        package: Package of the client.
        folder: Folder of the package, which contains its commands.
    """
    index = Index(folder / "_commands.jsonl")
    program = Resource(
        index.program,
        index,
        "",
        lambda operation, ctx: _run(package, index, operation, ctx),
        help=f"Call the operations of {index.title}.",
        params=[*common_options(), version_option(package, index)],
        context_settings={
            "help_option_names": ["-h", "--help"],
            "terminal_width": help_width(),
        },
    )
    add_own_commands(program, package, index)
    return program


def _run(package: str, index: Index, operation: Operation, ctx: click.Context) -> None:
    """Call an operation, or print its request."""
    outer: dict[str, Any] = ctx.find_root().params
    options = Options(outer, values_of(operation, ctx))
    if options.schema:
        from .json_schema import print_schema

        print_schema(operation)
        return
    try:
        inputs = _collect(operation, ctx, options)
        from .session import create_client

        client = create_client(package, index, options)
    except ArgumentError as error:
        raise click.UsageError(printable(str(error)), ctx) from None
    except (ProfileError, ValueError) as error:
        raise click.ClickException(printable(str(error))) from None
    _send(client, operation, ctx, options, inputs)


def _collect(operation: Operation, ctx: click.Context, options: Options) -> Inputs:
    inputs = Inputs(operation.command, operation.schemas, not options.no_check)
    if options.body is not None:
        inputs.add_body(options.body)
    for name, argument in operation.flags.items():
        if texts := ctx.params.get(name):
            inputs.add_flag(argument, texts)
    inputs.add_words(ctx.params.get("words", ()))
    _set_page_size(operation, ctx, inputs)
    inputs.check()
    for warning in inputs.warnings:
        click.echo(f"Warning: {printable(warning)}", err=True)
    return inputs


def _set_page_size(operation: Operation, ctx: click.Context, inputs: Inputs) -> None:
    """Request no more items than are printed, if one page can have that many."""
    count = ctx.params.get("limit")
    size = next((it for it in operation.command.arguments if it.name == "limit"), None)
    if count is None or size is None or size.name in inputs.values:
        return
    if "integer" in operation.schemas.kinds(size.schema):
        maximum = size.schema.get("maximum")
        if isinstance(maximum, int) and count <= maximum:
            inputs.values[size.name] = count


def _send(
    client: Any,
    operation: Operation,
    ctx: click.Context,
    options: Options,
    inputs: Inputs,
) -> None:
    from ..requests.build import Call
    from .capture import capture

    is_preview = options.dry_run or options.curl
    values = inputs.values
    if not is_preview:
        from .progress import with_progress

        values = with_progress(values)
    if inputs.extra:
        values = {**values, "extra_body": inputs.extra}
    try:
        endpoint, arguments = capture(client, operation.command.entry.call, values)
        request = Call(client, endpoint, arguments)
    except (TypeError, ValueError, OSError) as error:
        raise click.UsageError(printable(str(error)), ctx) from None
    if is_preview:
        from .preview import Preview

        preview = Preview(client, request)
        click.echo(preview.curl() if options.curl else preview.http())
        return
    _call(client, request, _target(request, operation, ctx, options), ctx)


def _target(
    request: Call, operation: Operation, ctx: click.Context, options: Options
) -> Target:
    """Return where and how a result is printed."""
    from .calling import Target, check_target
    from .output import Output, OutputError

    try:
        target = Target(
            Output(options.output, options.query),
            options.output_file,
            ctx.params.get("limit"),
            ctx.params.get("every", False),
            operation.command.texts,
        )
        check_target(request.endpoint, target, options, operation.command.paged)
    except OutputError as error:
        raise click.UsageError(printable(str(error)), ctx) from None
    return target


def _call(client: Any, request: Call, target: Target, ctx: click.Context) -> None:
    """Call an operation, print its result, and exit after an error."""
    from ..responses.errors import APIError
    from . import failures
    from .calling import run
    from .output import OutputError
    from .session import missing_credential

    try:
        client._prepare_calls()
        run(client, request, target)
        sys.stdout.flush()
    except BrokenPipeError:
        # So that the interpreter does not report it when it closes standard output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        ctx.exit(exit_codes.CLOSED)
    except OutputError as error:
        raise click.ClickException(printable(str(error))) from None
    except OSError as error:
        raise click.ClickException(_reason(error)) from None
    except APIError as error:
        sys.stdout.flush()
        is_refused = getattr(error, "status_code", 0) in (401, 403)
        hint = missing_credential(client, request.names) if is_refused else ""
        failures.report(error, hint)
        ctx.exit(failures.exit_code(error))
    except ValueError as error:
        # A header or URL that cannot be sent, such as a credential with a line break.
        raise click.ClickException(printable(str(error))) from None

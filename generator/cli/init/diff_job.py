"""The job of the workflow that comments what a pull request changes for callers."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

MARKER = "<!-- oasmith diff -->"
"""First line of the comment, by which the next run recognizes it."""

MAX_BYTES = 60_000
"""Bytes of a comment; GitHub accepts 65,536 characters."""

_COMPARE = """\
report=$RUNNER_TEMP/changes.md
echo '{marker}' > "$report"
{commands}
awk '{{ size += length($0) + 1 }}
  size <= {limit} {{ print; if (/^ *```/) fence = !fence; next }}
  !cut {{ cut = 1; if (fence) print "  ```"; print "\\nThe report is cut off.\\n" }}
  /^(# |Next version: )/ {{ print $0 "\\n" }}' "$report" > "$RUNNER_TEMP/comment.md"
"""
"""The comparison, and its beginning with the version that is due if it is too long.

A block of code that is cut is closed. Versions and titles of clients follow the cut.
"""

_COMMENT = """\
comments=repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments
id=$(gh api "$comments" --paginate --jq \\
  '.[] | select(.user.login == "github-actions[bot]")
   | select(.body | startswith("{marker}")) | .id' | head -n 1)
if [ -n "$id" ]; then
  gh api --silent --method PATCH \\
    "repos/$GITHUB_REPOSITORY/issues/comments/$id" \\
    --field "body=@$RUNNER_TEMP/comment.md"
else
  gh api --silent "$comments" --field "body=@$RUNNER_TEMP/comment.md"
fi
"""


def format_diff_job(setup: str, outputs: Sequence[str]) -> str:
    """Return the job for pull requests from branches of the repository.

    Pull requests from forks have no permission to comment, so the job is skipped for
    them. Texts of the pull request are not used; the token is given to the last step only.

    Args:
        setup: Settings and first steps of the job, which install oasmith.
        outputs: Output directory of each client.
    """
    commands = "\n".join(map(_command, outputs if len(outputs) > 1 else [""]))
    compare = _COMPARE.format(marker=MARKER, commands=commands, limit=MAX_BYTES)
    comment = _COMMENT.format(marker=MARKER)
    return (
        "  diff:\n"
        "    if: >-\n"
        "      github.event_name == 'pull_request' &&\n"
        "      github.event.pull_request.head.repo.full_name == github.repository\n"
        "    permissions:\n"
        "      contents: read\n"
        "      pull-requests: write\n"
        f"{setup}"
        "      - name: compare\n"
        f"        run: |\n{_indented(compare)}"
        "        env:\n"
        "          BASE: ${{ github.event.pull_request.base.sha }}\n"
        "      - name: comment\n"
        f"        run: |\n{_indented(comment)}"
        "        env:\n"
        "          GH_TOKEN: ${{ github.token }}\n"
        "          NUMBER: ${{ github.event.pull_request.number }}\n"
    )


def _command(output: str) -> str:
    """Return the command that compares one client, or the only one."""
    select = f" --select {shlex.quote(output)}" if output else ""
    name = f" of the client in {output}" if output else ""
    failure = f"The documents{name} could not be compared; see the log of the job."
    return (
        f'oasmith diff "$BASE..HEAD" --format markdown --fail-on never{select} '
        f'>> "$report" \\\n  || echo {shlex.quote(failure)} >> "$report"\n'
        'echo >> "$report"'
    )


def _indented(script: str) -> str:
    return "".join(f"          {line}\n" for line in script.splitlines())

"""Completion scripts of bash and zsh for arguments that are written as pairs.

The scripts of click expect words that are separated by spaces. Bash also splits words at
`=`, `:` and `@`, and both shells add a space after `model=`.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar, Final

from click.shell_completion import (
    BashComplete,
    ZshComplete,
    add_completion_class,
    split_arg_string,
)

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

# Bash replaces only the part of a word after the last character that separates words, or
# from `@` on.
_BASH: Final = """\
%(complete_func)s() {
    local IFS=$'\\n' line="${COMP_LINE:0:COMP_POINT}" type value completion
    local word="${line##*[[:space:]]}" response prefix
    prefix="${word%%"${word##*[$COMP_WORDBREAKS]}"}"
    prefix="${prefix%%@}"
    response=$(env COMP_LINE="$line" %(complete_var)s=bash_complete "$1")
    COMPREPLY=()
    for completion in $response; do
        IFS=',' read -r type value <<< "$completion"
        if [[ $type == file ]]; then
            compopt -o default
        elif [[ $type == plain ]]; then
            COMPREPLY+=("${value#"$prefix"}")
            [[ $value == *[=/@[] ]] && compopt -o nospace
        fi
    done
    return 0
}
complete -o nosort -F %(complete_func)s %(prog_name)s
"""

_ZSH: Final = """\
#compdef %(prog_name)s
%(complete_func)s() {
    local type key descr
    local -a response names open_names
    response=("${(@f)$(env COMP_WORDS="${words[*]}" COMP_CWORD=$((CURRENT-1)) \\
        %(complete_var)s=zsh_complete %(prog_name)s)}")
    for type key descr in ${response}; do
        if [[ $type == file ]]; then
            _path_files -f
        elif [[ $type == plain && $key == *[=/@\\[] ]]; then
            open_names+=("$key:$descr")
        elif [[ $type == plain ]]; then
            names+=("$key:$descr")
        fi
    done
    (( $#open_names )) && _describe -V arguments open_names -U -S ''
    (( $#names )) && _describe -V values names -U
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    %(complete_func)s "$@"
else
    compdef %(complete_func)s %(prog_name)s
fi
"""


class Bash(BashComplete):
    """Completion for bash, which receives the line up to the cursor."""

    source_template: ClassVar[str] = _BASH

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the complete words after the name of the program, and the last one."""
        line = os.environ.get("COMP_LINE", "")
        words = split_arg_string(line)[1:]
        is_new = not words or line[-1:].isspace()
        return (words, "") if is_new else (words[:-1], words[-1])


class Zsh(ZshComplete):
    """Completion for zsh."""

    source_template: ClassVar[str] = _ZSH

    def format_completion(self, item: CompletionItem[str]) -> str:
        """Return the type, the value and the help of an item in three lines."""
        value = item.value.replace(":", r"\:")
        return f"{item.type}\n{value}\n{item.help or ''}"


def register_shells() -> None:
    """Use these scripts in place of those of click."""
    add_completion_class(Bash)
    add_completion_class(Zsh)

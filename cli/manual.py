"""What the command says of itself and of wrong use, in the person's language: Typer has English only."""

from __future__ import annotations

import os
import re
import sys
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, get_args

from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
    UsageError,
)
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typing_extensions import override

from cli.guard import WRONG_USE, tell
from i18n import Language, Translator, language_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from typer._click import Command, Context, HelpFormatter

LANGUAGE: Final = "TIKAMP_LANGUAGE"
_OPTION: Final = "--language"

Parameter = TyperArgument | TyperOption


class SpokenCommand(TyperCommand):
    """A command whose help, as declared, is the keys of texts."""

    @override
    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Writes the help in the language that was asked for."""
        _write_help(self, ctx, formatter)


class SpokenGroup(TyperGroup):
    """The command itself, of which the others are parts."""

    @override
    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Writes the help in the language that was asked for."""
        _write_help(self, ctx, formatter)

    @override
    def main(self, args: Sequence[str] | None = None, *rest: Any, **more: Any) -> Any:
        """Runs it; what is wrong with its use is told in the language that was asked for."""
        t = Translator(asked_language(sys.argv[1:] if args is None else args))
        more |= {"standalone_mode": False, "obj": t}
        try:
            code = super().main(args, *rest, **more)
        except UsageError as error:
            tell(complaint(error, t))
            sys.exit(WRONG_USE)
        sys.exit(code or 0)


def asked_language(words: Sequence[str]) -> Language:
    """The language that the words of a command ask for, else the environment's; nb otherwise."""
    for word, following in pairwise([*words, ""]):
        if word == _OPTION:
            return language_of(following)
        if word.startswith(f"{_OPTION}="):
            return language_of(word.partition("=")[2])
    return language_of(os.environ.get(LANGUAGE))


# ------------------------------------------------------------------ help
def _write_help(command: Command, ctx: Context, formatter: HelpFormatter) -> None:
    t: Translator = ctx.obj
    formatter.write_usage(ctx.command_path, " ".join(_taken(command, ctx)), f"{t('help.usage')}: ")
    formatter.write_paragraph()
    formatter.write_text(t(command.help or ""))
    for heading, rows in _lists(command, ctx).items():
        if rows:
            with formatter.section(t(heading)):
                formatter.write_dl(rows)
    formatter.write_paragraph()
    formatter.write_text(t("help.ends"))


def _taken(command: Command, ctx: Context) -> Iterator[str]:
    """What stands after the command: options, what it needs, and a command of its own."""
    t: Translator = ctx.obj
    yield t("help.any_options")
    for one in command.get_params(ctx):
        if isinstance(one, TyperArgument):
            yield _value(one, t) if one.required else f"[{_value(one, t)}]"
    if isinstance(command, TyperGroup):
        yield t("help.any")


def _lists(command: Command, ctx: Context) -> dict[str, list[tuple[str, str]]]:
    """What is told of a command line by line, by heading: each thing and what is said of it."""
    t, parameters = ctx.obj, command.get_params(ctx)
    arguments = [one for one in parameters if isinstance(one, TyperArgument)]
    options = [one for one in parameters if isinstance(one, TyperOption)]
    inside = command.commands if isinstance(command, TyperGroup) else {}
    return {
        "help.arguments": [(_value(one, t), _told(one, t)) for one in arguments],
        "help.options": [(f"{one.opts[0]} {_value(one, t)}".strip(), _told(one, t)) for one in options],
        "help.commands": [(name, t(one.help or "")) for name, one in inside.items()],
    }


def _value(one: Parameter, t: Translator) -> str:
    """What stands for a parameter's value; nothing for an option that takes none."""
    if isinstance(one, TyperOption) and one.is_flag:
        return ""
    word = t(one.metavar) if one.metavar else "|".join(_choices(one))
    return word + ("..." if one.nargs < 0 else "")


def _told(one: Parameter, t: Translator) -> str:
    text = t("help.help") if one.name == "help" else t(one.help or "")
    notes = list(_notes(one, t))
    return f"{text} [{'; '.join(notes)}]" if notes else text


def _notes(one: Parameter, t: Translator) -> Iterator[str]:
    if one.envvar:
        yield t("help.variable", name=one.envvar)
    if isinstance(one.show_default, str):
        yield t("help.default", value=t(one.show_default))
    elif one.default is not None and not (isinstance(one, TyperOption) and one.is_flag):
        yield t("help.default", value=one.default)


def _choices(one: Parameter) -> tuple[str, ...]:
    return tuple(map(str, get_args(one.type_descriptor.annotation)))


# ------------------------------------------------------------------ wrong use
def complaint(error: UsageError, t: Translator) -> str:
    """What is wrong with how the command was used, and where it stands how to use it."""
    if isinstance(error, NoArgsIsHelpError):
        return error.message
    where = error.ctx.command_path if error.ctx else "tikamp"
    return f"{_wrong(error, t)}\n{t('help.look', command=f'{where} --help')}"


def _wrong(error: UsageError, t: Translator) -> str:
    match error:
        case MissingParameter(param=TyperArgument() | TyperOption() as one):
            return t("help.missing", what=_name(one, t))
        case BadParameter(param=TyperArgument() | TyperOption() as one):
            return f"{_name(one, t)}: {_wanted(one, t)}"
        case NoSuchOption():
            meant = (
                t("help.meant", what=t.listing(sorted(error.possibilities))) if error.possibilities else ""
            )
            return f"{t('help.no_option', what=error.option_name)} {meant}".strip()
        case BadOptionUsage():
            takes = "requires" in error.message
            return t("help.no_value" if takes else "help.takes_none", what=error.option_name)
    return _wrong_word(error.message, t)


def _name(one: Parameter, t: Translator) -> str:
    return one.opts[0] if isinstance(one, TyperOption) else _value(one, t)


def _wanted(one: Parameter, t: Translator) -> str:
    if one.min is not None and one.max is not None:
        return t("help.range", least=one.min, most=one.max)
    return t("help.one_of", words=t.listing(list(_choices(one))))


def _wrong_word(message: str, t: Translator) -> str:
    """Typer says these in words alone: a word too many, and a command that there is not."""
    if found := re.match(r"No such command '(.+?)'\.(?: Did you mean '(.+?)'\?)?", message):
        meant = t("help.meant", what=found[2]) if found[2] else ""
        return f"{t('help.no_command', what=found[1])} {meant}".strip()
    if found := re.search(r"extra argument\(s\) \((.*)\)", message):
        return t("help.too_many", what=found[1])
    return t("help.no_command_at_all")

"""The command line speaks the person's language: its help, and what it says of wrong use, each word of it."""

from __future__ import annotations

import re
from typing import Final

import pytest
from typer.main import get_command

from cli.main import app
from cli.manual import Parameter, SpokenGroup
from i18n import LANGUAGES, Language, Translator
from tests.command_line import EXAMPLES, run, run_in

COMMANDS: Final = ("score", "compare", "template", "report", "validate", "serve", "backup", "restore")
ENGLISH: Final = re.compile(
    r"\b(?:usage|options|arguments|commands?|show|this|message|and|exit|the|of|missing|invalid|value|required"
    r"|default|env|error|try|for help|no such|did|you|mean|argument|choose|file|where|to)\b",
    re.IGNORECASE,
)
NAMES: Final = re.compile(r"--[\w-]+|TIKAMP_\w+|\S*(?:\.db|://)\S*|\bpg_\w+|^\s*\w+ (?= )", re.MULTILINE)
"""Names of options, variables and commands, which are English in every language."""

WRONG: Final[dict[tuple[str, ...], tuple[str, dict[str, object]]]] = {
    ("score",): ("help.missing", {"what": "FIL"}),
    ("scor", "a"): ("help.no_command", {"what": "scor"}),
    ("score", "a", "b"): ("help.too_many", {"what": "b"}),
    ("score", "a", "--lan", "nb"): ("help.no_option", {"what": "--lan"}),
    ("score", "a", "--out"): ("help.no_value", {"what": "--out"}),
    ("template", "--explain=3"): ("help.takes_none", {"what": "--explain"}),
    ("serve", "--port", "0"): ("help.range", {"least": 1, "most": 65535}),
    ("serve", "--port", "x"): ("help.range", {"least": 1, "most": 65535}),
}


def english_in(said: str) -> list[str]:
    return ENGLISH.findall(NAMES.sub("", said))


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_help_has_no_english_word(command: str, language: Language) -> None:
    result = run_in(language, *command.split(), "--help")
    assert result.exit_code == 0
    assert english_in(result.output) == []
    assert Translator(language)("help.usage") in result.output


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_wrong_use_is_told_in_the_language(words: tuple[str, ...]) -> None:
    key, values = WRONG[words]
    for language in ("nb", "nn"):
        result = run_in(language, *words)
        assert result.exit_code == 2
        assert Translator(language)(key, **values) in result.stderr
        assert english_in(result.stderr) == []


def test_without_a_command_the_help_is_shown() -> None:
    result = run()
    assert result.exit_code == 2
    assert Translator("nb")("help.tikamp")[:40] in result.stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_option_goes_before_the_environment(language: Language) -> None:
    t = Translator(language)
    for asked in (("--language", language), (f"--language={language}",)):
        assert t("help.score")[:40] in run_in("nb", "score", *asked, "--help").stdout
        assert t("help.too_many", what="b") in run_in("en", "score", "a", "b", *asked).stderr


def test_an_unknown_language_and_another_value_are_told_with_what_is_right() -> None:
    t = Translator("nb")
    languages = t("help.one_of", words=t.listing([*LANGUAGES]))
    assert f"--language: {languages}" in run("score", EXAMPLES, "--language", "de").stderr
    assert "csv, json, parquet og xlsx" in run("score", EXAMPLES, "--format", "pdf").stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_option_and_argument_is_told_of(language: Language) -> None:
    t, group = Translator(language), get_command(app)
    assert isinstance(group, SpokenGroup)
    assert sorted(group.commands) == sorted(COMMANDS)
    for name, command in group.commands.items():
        said = " ".join(run_in(language, name, "--help").stdout.split())
        for one in command.params:
            assert isinstance(one, Parameter)
            assert t(one.help or "") in said
            assert one.param_type_name == "argument" or one.opts[0] in said


@pytest.mark.parametrize("said", ["Usage: tikamp [OPTIONS]", "Show this message", "Missing argument 'FILE'."])
def test_a_planted_english_word_is_found(said: str) -> None:
    assert english_in(said)

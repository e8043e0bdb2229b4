"""The command `tikamp`: what can be asked of it. The work is done in the modules beside this one."""

# No "from __future__ import annotations": Typer reads the annotations while the program runs.
from pathlib import Path
from typing import Annotated

import typer

from cli.all_reports import write_all_reports
from cli.backup import put_back, write_backup
from cli.compare import Order, Wanted, write_comparison
from cli.guard import UseError, guarded
from cli.manual import LANGUAGE, SpokenCommand, SpokenGroup
from cli.office_report import write_report
from cli.score import write_ratings
from cli.serve import start_app
from cli.template import write_template
from cli.validate import check_model
from cli.version import version_text
from i18n import Language, Translator
from report.ratings_table import Format
from scoring.paths import CRITERIA

app = typer.Typer(
    name="tikamp",
    cls=SpokenGroup,
    help="help.tikamp",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

In = Annotated[Language, typer.Option("--language", envvar=LANGUAGE, help="help.language")]
Answers = Annotated[
    Path,
    typer.Argument(metavar="help.file", help="help.answers"),
]
Many = Annotated[
    list[Path],
    typer.Argument(metavar="help.file", help="help.many"),
]
Out = Annotated[Path | None, typer.Option("--out", metavar="help.file", help="help.out")]
Form = Annotated[Format | None, typer.Option("--format", help="help.format")]
Database = Annotated[
    str | None,
    typer.Option(
        "--database",
        metavar="help.address",
        help="help.database",
    ),
]


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - Typer hands an option's value on by position
    if wanted:
        typer.echo(version_text())
        raise typer.Exit


@app.callback()
def tikamp(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="help.version"),
    ] = False,
) -> None:
    """What all commands share."""


@app.command(cls=SpokenCommand, help="help.score")
@guarded
def score(
    file: Answers,
    *,
    out: Out = None,
    form: Form = None,
    language: In = "nb",
) -> None:
    """Rate every office of a file: total, criteria and indicators, a row for each office."""
    write_ratings(file, out=out, form=form, t=Translator(language))


@app.command(cls=SpokenCommand, help="help.compare")
@guarded
def compare(
    files: Many,
    *,
    out: Out = None,
    form: Annotated[Wanted | None, typer.Option("--format", help="help.format")] = None,
    weights: Annotated[
        Path | None,
        typer.Option("--weights", metavar="help.file", help="help.weights"),
    ] = None,
    language: In = "nb",
) -> None:
    """Compare the offices of all files: ranks, how sure each is, the nearest; with a PDF, as a report."""
    write_comparison(Order(files, out, form, weights), t=Translator(language))


@app.command(cls=SpokenCommand, help="help.template")
@guarded
def template(
    *,
    out: Out = None,
    explain: Annotated[bool, typer.Option("--explain", help="help.explain")] = False,
    language: In = "nb",
) -> None:
    """Write a blank form, a row for each office: CSV, or a spreadsheet with lists if FILE ends in .xlsx."""
    write_template(out=out, explained=explain, t=Translator(language))


@app.command(cls=SpokenCommand, help="help.report")
@guarded
def report(
    file: Answers,
    *,
    office: Annotated[str | None, typer.Option("--office", metavar="help.name", help="help.office")] = None,
    every: Annotated[
        bool,
        typer.Option("--all", help="help.all"),
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="help.path",
            help="help.out_report",
        ),
    ] = None,
    language: In = "nb",
) -> None:
    """Write the scorecard of one office, or of every office, as PDF."""
    t = Translator(language)
    if office is not None and not every:
        write_report(file, office=office, out=out, t=t)
    elif every and office is None:
        write_all_reports(file, out=out, t=t)
    else:
        raise UseError(t("reports.one_or_all"))


@app.command(cls=SpokenCommand, help="help.validate")
@guarded
def validate(
    folder: Annotated[
        Path, typer.Argument(metavar="help.folder", help="help.model", show_default="help.own_model")
    ] = CRITERIA,
    *,
    language: In = "nb",
) -> None:
    """Check a model: every fault of its files at once, with file and line."""
    check_model(folder, t=Translator(language))


@app.command(cls=SpokenCommand, help="help.serve")
@guarded
def serve(
    *,
    port: Annotated[int, typer.Option(min=1, max=65535, metavar="help.number", help="help.port")] = 8501,
    host: Annotated[str, typer.Option(metavar="help.address", help="help.host")] = "127.0.0.1",
    hosted: Annotated[bool, typer.Option("--hosted", help="help.hosted")] = False,
    language: In = "nb",
) -> None:
    """Start the app and keep it running until Ctrl+C."""
    start_app(port=port, host=host, mode="hosted" if hosted else None, t=Translator(language))


@app.command(cls=SpokenCommand, help="help.backup")
@guarded
def backup(
    file: Annotated[Path, typer.Argument(metavar="help.file", help="help.backup_file")],
    *,
    database: Database = None,
    tool: Annotated[str, typer.Option("--pg-dump", metavar="help.program", help="help.tool")] = "pg_dump",
    language: In = "nb",
) -> None:
    """Write everything that is stored into a file, also while the app runs."""
    write_backup(file, database=database, tool=tool, t=Translator(language))


@app.command(cls=SpokenCommand, help="help.restore")
@guarded
def restore(
    file: Annotated[Path, typer.Argument(metavar="help.file", help="help.restore_file")],
    *,
    database: Database = None,
    tool: Annotated[
        str, typer.Option("--pg-restore", metavar="help.program", help="help.tool")
    ] = "pg_restore",
    language: In = "nb",
) -> None:
    """Put a backup into an empty database: all of it, or nothing."""
    put_back(file, database=database, tool=tool, t=Translator(language))


if __name__ == "__main__":
    app()

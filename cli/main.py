"""The command `tikamp`: what can be asked of it. The work is done in the modules beside this one."""

# No "from __future__ import annotations": Typer reads the annotations while the program runs.
from pathlib import Path
from typing import Annotated

import typer

from cli.all_reports import write_all_reports
from cli.backup import put_back, write_backup
from cli.compare import Order, Wanted, write_comparison
from cli.guard import UseError, guarded
from cli.office_report import write_report
from cli.score import write_ratings
from cli.serve import start_app
from cli.template import write_template
from cli.validate import check_model
from cli.version import version_text
from i18n import Language, Translator
from report.ratings_table import Format
from scoring.paths import CRITERIA

ENDS = (
    "Ends with 0 when all went well, 1 when the input has faults (each is listed), "
    "2 when the command was used wrongly or a file cannot be read or written, 3 on a fault in Tikamp itself."
)
app = typer.Typer(
    name="tikamp",
    help="Rate municipal service offices by ten criteria and put them beside the nation of 2003.",
    epilog=ENDS,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

In = Annotated[
    Language, typer.Option("--language", envvar="TIKAMP_LANGUAGE", help="Language of messages and texts.")
]
Answers = Annotated[
    Path,
    typer.Argument(metavar="FILE", help="Offices' answers: CSV, XLSX, Parquet, or JSON saved by the app."),
]
Many = Annotated[
    list[Path],
    typer.Argument(metavar="FILE", help="Files of offices' answers, each as for `tikamp score`."),
]
Out = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help="Where to write; else to standard output.")
]
Form = Annotated[
    Format | None, typer.Option("--format", help="By the ending of --out if left out; else CSV.")
]
Database = Annotated[
    str | None,
    typer.Option(
        "--database",
        metavar="URL",
        help="sqlite:////folder/file.db or postgresql://...; else the app's: TIKAMP_DATABASE_URL or a file.",
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
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and leave."),
    ] = False,
) -> None:
    """What all commands share."""


@app.command(epilog=ENDS)
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


@app.command(epilog=ENDS)
@guarded
def compare(
    files: Many,
    *,
    out: Out = None,
    form: Annotated[
        Wanted | None, typer.Option("--format", help="By the ending of --out if left out; else CSV.")
    ] = None,
    weights: Annotated[
        Path | None,
        typer.Option(
            "--weights", metavar="FILE", help="Own weights for the ranks: YAML, a line for each criterion."
        ),
    ] = None,
    language: In = "nb",
) -> None:
    """Compare the offices of all files: ranks, how sure each is, the nearest; with a PDF, as a report."""
    write_comparison(Order(files, out, form, weights), t=Translator(language))


@app.command(epilog=ENDS)
@guarded
def template(
    *,
    out: Out = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Write a table that explains each column instead of the form.")
    ] = False,
    language: In = "nb",
) -> None:
    """Write a blank form, a row for each office: CSV, or a spreadsheet with lists if FILE ends in .xlsx."""
    write_template(out=out, explained=explain, t=Translator(language))


@app.command(epilog=ENDS)
@guarded
def report(
    file: Answers,
    *,
    office: Annotated[
        str | None, typer.Option("--office", metavar="NAME", help="The office's name as in the file.")
    ] = None,
    every: Annotated[
        bool,
        typer.Option("--all", help="Every office of the file; one whose answers are faulty is left out."),
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="PATH",
            help="Where to write: a PDF, else the office's name.pdf here; with --all a folder or a ZIP.",
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


@app.command(epilog=ENDS)
@guarded
def validate(
    folder: Annotated[
        Path, typer.Argument(help="The model's folder.", show_default="the model of Tikamp")
    ] = CRITERIA,
    *,
    language: In = "nb",
) -> None:
    """Check a model: every fault of its files at once, with file and line."""
    check_model(folder, t=Translator(language))


@app.command(epilog=ENDS)
@guarded
def serve(
    *,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port of the app.")] = 8501,
    host: Annotated[
        str, typer.Option(help="Address to listen on; any but this computer's own needs --hosted.")
    ] = "127.0.0.1",
    hosted: Annotated[
        bool, typer.Option("--hosted", help="For many people: with sign-in, which must be set up.")
    ] = False,
    language: In = "nb",
) -> None:
    """Start the app and keep it running until Ctrl+C."""
    start_app(port=port, host=host, mode="hosted" if hosted else None, t=Translator(language))


@app.command(epilog=ENDS)
@guarded
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write.")],
    *,
    database: Database = None,
    tool: Annotated[str, typer.Option("--pg-dump", help="PostgreSQL's own program.")] = "pg_dump",
    language: In = "nb",
) -> None:
    """Write everything that is stored into a file, also while the app runs."""
    write_backup(file, database=database, tool=tool, t=Translator(language))


@app.command(epilog=ENDS)
@guarded
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `tikamp backup` has written.")],
    *,
    database: Database = None,
    tool: Annotated[str, typer.Option("--pg-restore", help="PostgreSQL's own program.")] = "pg_restore",
    language: In = "nb",
) -> None:
    """Put a backup into an empty database: all of it, or nothing."""
    put_back(file, database=database, tool=tool, t=Translator(language))


if __name__ == "__main__":
    app()

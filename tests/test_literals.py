"""No text for people stands in code or in a template: the catalogues hold all but those named here."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from tools.literals import in_python, in_typst

ROOT = Path(__file__).parent.parent
CODE: Final = [
    *ROOT.glob("*.py"),
    *(path for folder in ("ui", "report", "cli") for path in sorted((ROOT / folder).rglob("*.py"))),
]
TEMPLATES: Final = sorted((ROOT / "report" / "templates").glob("*.typ"))

NAMED: Final = {
    # Names: of ours, and of what Word and Excel call their own styles.
    "<title>Tikamp</title>",
    "List Bullet",
    "Table Grid",
    "Table Style Light 15",
    # For programs: headers, scripts, and what is asked for in ways that no page asks.
    '<script>delete globalThis.WebAssembly;globalThis[Symbol.for("react-aria.i18n.locale")]="en-US"</script>',
    "img-src 'self' data: blob:",
    "Not Found",
    "Unknown host: see server.allowedHosts",
    "Foreign origin",
    # What Typer says of wrong use in words alone, to be known by.
    "No such command '(.+?)'\\.(?: Did you mean '(.+?)'\\?)?",
    # For programmers: a fault that is counted and not shown, and an error that no input can make.
    "assessments.{}.answers: not those of model {}",
    "a PDF is one file of bytes, not {}",
    # In the line of --version, which programs read.
    "faulty: tikamp validate",
}


def literals() -> set[tuple[str, str]]:
    found = set()
    for path in CODE:
        where = path.relative_to(ROOT).as_posix()
        found |= {(where, one.text) for one in in_python(path.read_text(encoding="utf-8"))}
    return found


def test_no_text_for_people_stands_in_code() -> None:
    assert {one for one in literals() if one[1] not in NAMED} == set()


def test_every_named_exception_is_still_there() -> None:
    assert NAMED - {text for _, text in literals()} == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_text_for_people_stands_in_a_template(path: Path) -> None:
    assert in_typst(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "code",
    [
        'st.button("Lagre")',
        'st.markdown(f"**Svar** {answer}")',
        'side.button(t("a.b"), help="Hjelp")',
        'alt.X("score:Q", title="Poeng")',
        'alt.Axis(title="Poeng og nivå")',
        'self.sheet.write_string(0, 0, "Kontor")',
        'document.add_paragraph("Saksframlegg", style="Title")',
        'typer.echo("Ferdig")',
        "st.html(f\"<p style='color:{ink}'>Poeng</p>\")",
        'frame = f\'<div role="img" aria-label="Poeng">{bar}</div>\'',
        'words = "Ikke vurdert"',
        'words = f"{count} kontorer til sammen"',
        'st.info("Saved")',
    ],
)
def test_a_planted_text_in_code_is_found(code: str) -> None:
    assert [one.line for one in in_python(code)] == [1]


@pytest.mark.parametrize(
    "code",
    [
        '"""What this module does, in words."""',
        'raise ValueError("two words for programmers")',
        '_LOG.warning("not stored: %s", error)',
        'st.button(t("plan.add_button"), key="add_single", icon=":material/add:")',
        'st.container(horizontal_alignment="distribute", gap="small")',
        'alt.Text("text:N")',
        'st.page_link("ui/pages/start.py", label=t("app.start"))',
        'frame = f\'<div role="img" aria-label="{escape(label)}" style="color:{ink}">\'',
        'kind = cast("dict[str, str]", found)',
    ],
)
def test_what_is_no_text_for_people_is_left_alone(code: str) -> None:
    assert in_python(code) == []


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("#let a = 1\n#let head = [Resultat]", 2),
        ("[#row.title \\ Poeng]", 1),
        ('// note\n#let head = text(weight: 600, "Ikke vurdert")', 2),
        ("/* one\ntwo */ [n = #row.n svar]", 2),
    ],
)
def test_a_planted_text_in_a_template_is_found(template: str, line: int) -> None:
    assert [one.line for one in in_typst(template)] == [line]


def test_what_a_template_is_filled_with_is_left_alone() -> None:
    assert in_typst('// a note on [this one]\n[#small(row.base) \\ #row.text] // "quoted words here"') == []

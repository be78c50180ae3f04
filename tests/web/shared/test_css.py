"""Rules of the stylesheet and of every template: logical properties, budgets, nothing inline."""

import re
from pathlib import Path

import brotli
import django_htmx
import pytest

import firstfoot
from firstfoot.web.shared import styles

SRC = Path(firstfoot.__file__).parent
STATIC = SRC / "web/shared/static"
PARTS = [STATIC / name for name in styles.parts()]
TEMPLATES = sorted(path for path in SRC.rglob("templates/**/*.html") if "mail" not in path.parts)
SIDES = re.compile(
    r"(?<![\w-])((margin|padding|border|inset|scroll-margin|scroll-padding)-)?(left|right|top|bottom)(-[a-z]+)?\s*:"
    r"|(text-align|float|clear)\s*:\s*(left|right)"
)
INLINE = re.compile(r"""\sstyle\s*=|\son[a-z]+\s*=\s*["']|href\s*=\s*["']javascript:|hx-on""")


def packed(*paths: Path) -> int:
    return len(brotli.compress(b"\n".join(path.read_bytes() for path in paths)))


def test_parts_are_joined_in_order():
    names = styles.parts()
    assert names[0] == "css/00-tokens.css"
    assert names[-1] == "css/90-utilities.css"
    assert names == sorted(names)


@pytest.mark.parametrize("part", PARTS, ids=lambda path: path.stem)
def test_css_uses_logical_properties(part):
    text = re.sub(r"/\*.*?\*/", "", part.read_text(), flags=re.S)
    assert [match[0] for match in SIDES.finditer(text)] == []


@pytest.mark.parametrize("part", PARTS, ids=lambda path: path.stem)
def test_css_stays_in_its_layer(part):
    text = re.sub(r"/\*.*?\*/", "", part.read_text(), flags=re.S).strip()
    if part.stem == "00-tokens":
        assert text.startswith("@layer tokens, base, layout, components, utilities;")
    else:
        assert re.match(r"@layer (base|layout|components|utilities) \{", text)
    assert text.count("{") == text.count("}")


def test_colors_are_named_once():
    """Only the tokens know colors; other parts use their names (print needs black and white)."""
    for part in PARTS[1:]:
        literals = set(re.findall(r"#[0-9a-fA-F]{3,8}\b", part.read_text()))
        assert literals <= {"#fff", "#000", "#999"}, part.name


def test_budgets():
    htmx = Path(django_htmx.__file__).parent / "static/django_htmx/htmx-4.min.js"
    assert packed(*PARTS) <= 12 * 1024
    assert packed(STATIC / "js/app.js", htmx) <= 25 * 1024
    assert sum(font.stat().st_size for font in STATIC.glob("fonts/*.woff2")) <= 65 * 1024


def test_fonts_come_with_their_licenses():
    for font in STATIC.glob("fonts/*.woff2"):
        assert "SIL Open Font License" in font.with_name(f"{font.stem}-OFL.txt").read_text()


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.relative_to(SRC).as_posix())
def test_nothing_inline_in_templates(template):
    assert INLINE.findall(template.read_text()) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.relative_to(SRC).as_posix())
def test_templates_are_short(template):
    assert len(template.read_text().splitlines()) <= 150

"""Every template and every partial of ours loads; the error pages and mails draw."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

import firstfoot

SRC = Path(firstfoot.__file__).parent
NAMES = sorted(
    {
        path.as_posix().split("/templates/", 1)[1]
        for path in SRC.rglob("templates/**/*")
        if path.suffix in {".html", ".txt"}
    }
)
PARTIALS = sorted(
    {
        f"{path.as_posix().split('/templates/', 1)[1]}#{name}"
        for path in SRC.rglob("templates/**/*.html")
        for name in re.findall(r"{% partialdef ([\w-]+)", path.read_text())
    }
)


@pytest.mark.parametrize("name", [*NAMES, *PARTIALS])
def test_template_loads(name):
    assert get_template(name)


def test_every_button_that_only_the_script_answers_is_answered():
    script = "".join(path.read_text() for path in (SRC / "web/shared/static/js").glob("*.js"))
    dead = {
        hook
        for path in SRC.rglob("templates/**/*.html")
        for button in re.findall(r"<button\b[^>]*>", path.read_text())
        for hook in re.findall(r"\bdata-(?!sending|copied)[\w-]+", button)
        if not re.search(rf"\[{hook}[\]=]", script)
    }
    assert dead == set()


def test_mail_layout_has_one_button_and_its_reason():
    context = {
        "site_name": "Firstfoot", "site_url": "https://f.example", "url": "https://f.example/x", "label": "Sign",
        "why": "You are the supervisor.", "settings_url": "https://f.example/settings",
    }  # fmt: skip
    html = get_template("mail/base.html").render(context)
    text = get_template("mail/base.txt").render(context)
    assert html.count('class="button"') == 1
    for part in (html, text):
        assert "You are the supervisor." in part
        assert "https://f.example/settings" in part
        assert "https://f.example/x" in part
    assert "<img" not in html
    assert "<" not in text

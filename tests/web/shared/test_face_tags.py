"""The tags that templates use."""

import pytest
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template import Context, Template
from django.test import RequestFactory

from firstfoot.web.shared import drawings
from firstfoot.web.shared.pages import page_links


def drawn(source: str, **context: object) -> str:
    return Template("{% load face %}" + source).render(Context(context))


def test_icon_is_hidden_and_wears_its_class():
    svg = drawn('{% icon "check" %}')
    assert svg.startswith("<svg")
    assert 'class="i"' in svg
    assert 'aria-hidden="true"' in svg


def test_icon_that_does_not_exist_is_an_error():
    with pytest.raises(Exception, match="no-such-icon"):
        drawn('{% icon "no-such-icon" %}')


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", " JavaScript:x", "data:text/html,x", "//evil.example", "ftp://x"]
)
def test_only_what_leads_to_the_web_is_a_link(link):
    assert drawn('<a href="{{ link|web_address }}">', link=link) == '<a href="">'
    assert drawn("{{ link|web_address }}", link="https://a.example/?b=1") == "https://a.example/?b=1"


@pytest.mark.parametrize(
    ("word", "shown"),
    [("javascript", "JavaScript"), ("Postgres", "Postgres"), ("<b>knots</b>", "&lt;b&gt;knots&lt;/b&gt;")],
)
def test_a_known_skill_is_shown_by_its_name_and_any_other_as_it_is(word, shown):
    assert drawn("{{ word|skill_name }}", word=word) == shown


@pytest.mark.parametrize("name", drawings.NAMES)
def test_drawings(name):
    svg = drawn("{% drawing name %}", name=name)
    assert 'aria-hidden="true"' in svg
    assert "style" not in svg


def test_door_of_one_project_is_the_same_everywhere():
    assert drawn('{% door "abc" %}') == drawn('{% door "abc" 0.22 %}')


def test_filters_of_nothing_are_empty():
    assert drawn("{{ x|money }}{{ x|day }}{{ x|when }}{{ x|by_when }}{{ x|urgency }}", x=None) == ""


def test_face_escapes_and_hides_initials():
    assert drawn("{% face name %}", name="<x> y") == '<span class="face" aria-hidden="true">Y</span>'


@pytest.mark.parametrize(
    ("number", "row"),
    [(1, [1, 2, 0, 20]), (2, [1, 2, 3, 0, 20]), (10, [1, 0, 9, 10, 11, 0, 20]), (20, [1, 0, 19, 20])],
)
def test_row_of_pages(number, row):
    page = Paginator(range(200), 10).page(number)
    links = page_links(page, QueryDict("q=design"))
    assert [link.number for link in links] == row
    assert [link.number for link in links if link.current] == [number]


def test_pages_keep_the_filters():
    page = Paginator(range(30), 10).page(2)
    request = RequestFactory().get("/projects/", {"q": "a&b", "page": "2"})
    html = drawn("{% pagination page %}", page=page, request=request)
    assert 'href="?q=a%26b"' in html
    assert 'href="?q=a%26b&amp;page=3"' in html
    assert html.count("aria-current") == 1


def test_one_page_needs_no_row():
    page = Paginator(range(3), 10).page(1)
    assert drawn("{% pagination page %}", page=page, request=RequestFactory().get("/")).strip() == ""

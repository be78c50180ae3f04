"""How a form is drawn: label, hint, errors and what ties them together for a reader."""

import pytest
from django import forms
from django.template.loader import render_to_string

from firstfoot.web.shared.forms import FaceRenderer, error_texts


class Sample(forms.Form):
    default_renderer = FaceRenderer

    title = forms.CharField(label="Title", help_text="A few words.")
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea)
    mood = forms.ChoiceField(label="Mood", widget=forms.RadioSelect, choices=[("up", "Up"), ("down", "Down")])
    skills = forms.MultipleChoiceField(
        label="Skills", required=False, widget=forms.CheckboxSelectMultiple, choices=[("sql", "SQL")]
    )
    agree = forms.BooleanField(label="I agree")
    upload = forms.FileField(label="Sample")
    age = forms.IntegerField(label="Age", min_value=18)


@pytest.fixture
def fresh():
    return Sample()


@pytest.fixture
def wrong():
    return Sample({"age": "7"})


def test_hint_is_tied_to_its_input(fresh):
    html = fresh["title"].as_field_group()
    assert '<label for="id_title">Title</label>' in html
    assert '<div class="hint" id="id_title_helptext">A few words.</div>' in html
    assert 'aria-describedby="id_title_helptext"' in html
    assert "aria-invalid" not in html


def test_error_is_tied_to_its_input(wrong):
    html = wrong["title"].as_field_group()
    assert 'aria-describedby="id_title_helptext id_title_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_title_error"' in html
    assert "Fill in “Title”." in html


def test_only_optional_fields_are_marked(fresh):
    assert "(optional)" in fresh["note"].as_field_group()
    assert "(optional)" not in fresh["title"].as_field_group()
    assert "(optional)" in fresh["skills"].as_field_group()
    assert "(optional)" not in fresh["agree"].as_field_group()


def test_radios_are_tiles_in_a_named_group(wrong):
    html = wrong["mood"].as_field_group()
    assert '<fieldset class="field" aria-describedby="id_mood_error">' in html
    assert "<legend>Mood</legend>" in html
    assert html.count('type="radio"') == 2
    assert '<div class="tiles ">' in html


def test_checkbox_is_inside_its_label(fresh):
    html = fresh["agree"].as_field_group()
    assert '<label class="check" for="id_agree"><input type="checkbox"' in html


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("title", "Fill in “Title”."),
        ("mood", "Choose an answer for “Mood”."),
        ("agree", "Tick “I agree” to go on."),
        ("upload", "Choose a file for “Sample”."),
        ("age", "“Age” is at least 18."),
    ],
)
def test_errors_name_their_field(wrong, name, said):
    assert error_texts(wrong[name]) == [said]


class Typed(forms.Form):
    link = forms.URLField(label="Link", assume_scheme="https")
    mail = forms.EmailField(label="Mail")
    count = forms.IntegerField(label="Count", max_value=9)
    pay = forms.DecimalField(label="Pay")
    day = forms.DateField(label="Day")
    name = forms.CharField(label="Name", max_length=3)


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("link", "not a link", "Write “Link” as in https://example.org."),
        ("mail", "nobody", "Write “Mail” as in ada@example.org."),
        ("count", "many", "Write “Count” as a whole number."),
        ("count", "10", "“Count” is at most 9."),
        ("pay", "much", "Write “Pay” as a number."),
        ("day", "soon", "Choose a day for “Day”."),
        ("name", "Adaline", "“Name” has 7 characters; at most 3 fit."),
    ],
)
def test_errors_say_what_fits(name, typed, said):
    assert error_texts(Typed({name: typed})[name]) == [said]


def test_own_words_for_a_missing_field_stay():
    class Own(forms.Form):
        why = forms.CharField(error_messages={"required": "Tell us why"})

    assert error_texts(Own({})["why"]) == ["Tell us why"]


def test_summary_leads_to_each_field_with_the_same_words(wrong):
    html = render_to_string("shared/error_summary.html", {"form": wrong})
    assert 'role="alert"' in html
    assert "<h2>There are 5 things to fix</h2>" in html  # it may follow the h1 at once
    assert '<a href="#id_title">Fill in “Title”.</a>' in html
    assert '<a href="#id_mood_0">Choose an answer for “Mood”.</a>' in html


def test_summary_of_a_good_form_is_nothing(fresh):
    assert render_to_string("shared/error_summary.html", {"form": fresh}).strip() == ""


def test_whole_form_draws_fields_once_and_hidden_ones_too(fresh):
    fresh.fields["version"] = forms.IntegerField(widget=forms.HiddenInput, initial=3)
    html = str(fresh)
    assert html.count('name="title"') == 1
    assert '<input type="hidden" name="version" value="3"' in html


def test_labels_are_escaped():
    class Bad(forms.Form):
        default_renderer = FaceRenderer
        x = forms.CharField(label="<script>")

    assert "<script>" not in str(Bad({}))


def test_hints_are_escaped():
    """They may name somebody."""

    class Signing(forms.Form):
        default_renderer = FaceRenderer
        name = forms.CharField(help_text="You are <b>Sam</b> here.")

    assert "You are &lt;b&gt;Sam&lt;/b&gt; here." in Signing()["name"].as_field_group()

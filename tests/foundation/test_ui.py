"""Components, form fields and dates as templates use them."""

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.core.management import call_command
from django.template import Context, Template, TemplateSyntaxError
from django.utils import translation

from portal.foundation import clock, components, gallery
from portal.foundation.management.commands import build_css
from portal.foundation.templatetags import ui


def shown(source, **values):
    return Template("{% load ui %}" + source).render(Context(values))


class PlaceForm(forms.Form):
    name = forms.CharField(label="Name", max_length=20, help_text="As printed.")
    kinds = forms.MultipleChoiceField(
        label="Kinds", required=False, choices=[("a", "A"), ("b", "B")], widget=forms.CheckboxSelectMultiple
    )
    secret = forms.CharField(widget=forms.HiddenInput, initial="s")


def test_a_component_shows_what_it_was_given():
    html = shown('{% component "button" text=verb tone="danger" %}', verb="Abolish <now>")
    assert 'data-tone="danger"' in html
    assert "Abolish &lt;now&gt;" in html


def test_a_missing_required_variable_is_an_error():
    with pytest.raises(TemplateSyntaxError, match=r"Component button: missing \['text'\]"):
        shown('{% component "button" tone="danger" %}')


def test_a_misspelt_variable_is_an_error():
    with pytest.raises(TemplateSyntaxError, match=r"unknown \['tune'\]"):
        shown('{% component "button" text="x" tune="danger" %}')


def test_a_component_sees_nothing_of_the_page_around_it():
    assert "leaked" not in shown('{% component "card" title="t" %}', body="leaked")


def test_wrapped_markup_becomes_the_body():
    html = shown('{% wrap "disclosure" summary="More" %}<p>{{ words }}</p>{% endwrap %}', words="inside")
    assert "<p>inside</p>" in html


def test_a_header_without_a_comment_is_refused():
    with pytest.raises(TemplateSyntaxError):
        components.variables_in("<p>no header</p>")


@pytest.mark.parametrize("name", [part["name"] for part in gallery.components()])
def test_every_component_says_what_it_is_for_and_its_examples_render(name):
    part = next(part for part in gallery.components() if part["name"] == name)
    assert part["purpose"].strip().endswith(".")
    assert part["variables"]
    assert (
        Template(f'{{% include "{part["examples"]}" %}}')
        .render(Context({"examples": gallery.examples()}))
        .strip()
    )


def test_a_field_ties_label_help_and_error_together():
    html = shown("{% form_field form.name %}", form=PlaceForm({"name": "", "secret": "s"}))
    assert '<label class="form-label" for="id_name">' in html
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html
    assert "id_name_helptext" in html.split("aria-describedby=")[1].split(">")[0]
    assert 'aria-invalid="true"' in html


def test_a_group_of_boxes_has_a_legend_and_keeps_its_choices_labelled():
    html = shown("{% form_field form.kinds %}", form=PlaceForm())
    assert "<fieldset" in html
    assert "<legend" in html
    assert '<label for="id_kinds_1">B</label>' in html


def test_all_fields_come_in_order_with_the_hidden_ones():
    html = shown("{% form_fields form %}", form=PlaceForm())
    assert html.index("id_name") < html.index("id_kinds") < html.index('type="hidden"')


def test_the_error_summary_leads_to_the_field():
    html = shown("{% form_errors form %}", form=PlaceForm({"name": "x" * 21, "secret": "s"}))
    assert 'href="#id_name"' in html
    assert "autofocus" in html


@pytest.mark.parametrize("form", [PlaceForm(), PlaceForm({"name": "fine", "secret": "s"}), None])
def test_nothing_to_mend_shows_no_summary(form):
    assert shown("{% form_errors form %}", form=form) == ""


def test_a_day_reads_as_the_reader_writes_it():
    with translation.override("ja"):
        assert ui.japanese_date(date(2026, 11, 22)) == "2026年11月22日(日)"
        assert ui.wareki(date(2004, 1, 26)) == "平成16年1月26日"
    with translation.override("ja-simple"):
        assert ui.japanese_date(date(2026, 11, 24)) == "2026年11月24日(火)"
    with translation.override("en"):
        assert ui.japanese_date(date(2026, 11, 22)) == "22 November 2026"
        assert ui.wareki(date(2004, 1, 26)) == "26 January 2004"


def test_a_moment_is_told_in_the_time_of_the_town():
    moment = datetime(2026, 11, 21, 15, 5, tzinfo=UTC)
    with translation.override("ja"):
        assert ui.japanese_moment(moment) == "2026年11月22日(日) 0:05"
        assert ui.japanese_date(moment) == "2026年11月22日(日)"
        assert ui.day_or_moment(date(2026, 11, 22)) == "2026年11月22日(日)"


def test_no_date_shows_nothing():
    assert ui.japanese_date(None) == ui.japanese_moment(None) == ui.wareki(None) == ui.iso(None) == ""


def test_a_day_before_eras_is_printed_plainly():
    with translation.override("ja"):
        assert ui.wareki(date(1868, 1, 3)) == "1868年1月3日(金)"


def test_an_item_without_entries_below_it_stays_a_single_line():
    paragraphs = [{"text": "Duties:", "items": [{"number": "(1)", "text": "Opening rooms."}]}]
    html = shown('{% component "provision" number="9" paragraphs=paragraphs %}', paragraphs=paragraphs)
    assert html.count("<li>") == 1


@pytest.mark.parametrize(
    ("share", "width"), [("52.9", "52.9"), ("120", "100.0"), ("-3", "0.0"), ("＊", "0"), (None, "0")]
)
def test_a_bar_stays_inside_its_ground(share, width):
    assert ui.bar_width(share) == width


def test_the_query_of_an_address_keeps_what_is_not_changed(rf):
    context = Context({"request": rf.get("/rules/?q=a&asof=2026-11-22")})
    assert ui.querystring_with(context, q="b", asof=None) == "?q=b"


def test_the_committed_stylesheet_and_script_are_current():
    call_command("build_css", "--check")


def test_the_stylesheet_holds_only_the_tokens_it_uses():
    css = build_css.tokens_used_by("a { color: var(--color-semantic-success-2) }")
    assert "--color-primitive-green-800: #197a4b;" in css
    assert "--color-primitive-red-800" not in css


def test_the_vendored_tokens_are_the_ones_the_notice_names():
    from hashlib import sha256

    notice = (build_css.TOKENS.parent / "NOTICE.txt").read_text()
    assert sha256(build_css.TOKENS.read_bytes()).hexdigest() in notice


def test_a_placeholder_goes_because_it_looks_like_an_answer():
    class CodeForm(forms.Form):
        code = forms.CharField(label="Code", widget=forms.TextInput(attrs={"placeholder": "Code"}))

    assert "placeholder" not in shown("{% form_field form.code %}", form=CodeForm())


def test_a_telephone_can_read_the_address_from_paper():
    svg = ui.qr_code("https://demo.example.jp/rules/")
    assert svg.startswith("<svg")
    assert 'viewBox="0 0 29 29"' in svg or 'viewBox="0 0 33 33"' in svg
    assert svg.count("M") > 200


def test_the_printed_day_is_the_day_of_the_town():
    with clock.at(date(2026, 11, 22)), translation.override("ja"):
        assert shown("{% today as day %}{{ day|japanese_date }}") == "2026年11月22日(日)"


def test_an_address_keeps_the_language_of_its_reader():
    with translation.override("ja"):
        assert ui.in_language("/search/") == "/search/"
    with translation.override("en"):
        assert ui.in_language("/search/") == "/en/search/"


def test_a_group_of_choices_is_tied_to_its_error():
    class KindForm(forms.Form):
        kind = forms.ChoiceField(label="Kind", choices=[("a", "A")], widget=forms.RadioSelect)

    html = shown("{% form_field form.kind %}", form=KindForm({}))
    assert 'aria-describedby="id_kind_error"' in html.split("</fieldset>")[0].split(">")[0]
    assert 'id="id_kind_error"' in html

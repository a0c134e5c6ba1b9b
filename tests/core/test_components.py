"""Components as a page meets them: drawn through cotton, by their tags."""

import re
from copy import deepcopy

import pytest
from django import forms
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.http import HttpResponse
from django.template import engines
from django_cotton.compiler_regex import CottonCompiler

from m4c.core.components.catalogue import names
from m4c.core.components.chip import initials


def draw(markup, **context):
    """The HTML of some component markup, spaces evened out."""
    html = engines["django"].from_string(CottonCompiler().process(markup)).render(context)
    return " ".join(html.split())


# Parts of the workspace's own frame and of other components; the page itself; and what needs people to choose from.
SHOWN_ELSEWHERE = {"bar-item", "bar-menu", "dot-map-place", "person-choices", "person-picker", "sample"}


class Talk(forms.Form):
    name = forms.CharField(label="Name")
    kind = forms.ChoiceField(label="Kind", choices=[("full", "Full"), ("taster", "Taster")], widget=forms.RadioSelect)
    batch = forms.CharField(widget=forms.HiddenInput, required=False, initial="7")


def test_button_is_a_link_where_it_has_an_address():
    assert '<a class="button button-lamp " href="/x/"' in draw('<c-button url="/x/" kind="lamp">Go</c-button>')
    assert '<button class="button button-ink " type="submit"' in draw("<c-button>Go</c-button>")


def test_text_from_people_is_escaped():
    html = draw('<c-line title="{{ name }}" detail="{{ name }}" aria-label="{{ name }}" />', name='"><script>')
    assert html.count("&quot;&gt;&lt;script&gt;") == 3
    assert "<script>" not in html


def test_surrounding_context_does_not_leak_into_inputs():
    assert "Leak" not in draw(
        '<c-card title="" /><c-page-head title="Here" />', title="Leak", lede="Leak", badge="Leak"
    )


def test_form_carries_token_hidden_fields_and_every_field():
    html = draw('<c-form :form="form" submit="Save" />', form=Talk(), csrf_token="t0ken")
    assert 'value="t0ken"' in html
    assert '<input type="hidden" name="batch" value="7" id="id_batch">' in html
    assert html.count("<label") == 3
    assert "error-summary" not in html


def test_form_that_looks_things_up_carries_no_token():
    assert "csrf" not in draw('<c-form method="get" :form="form" />', form=Talk(), csrf_token="t0ken")


def test_refused_form_sums_up_with_links_to_its_fields():
    html = draw('<c-form :form="form" submit="Save" />', form=Talk({"kind": "full"}))
    assert '<a href="#id_name">This field is required.</a>' in html
    assert 'id="id_name"' in html
    assert 'id="id_name-error"' in html


def test_choices_are_labelled_one_by_one_in_a_fieldset():
    html = draw('<c-field :field="form.kind" />', form=Talk({"name": "B"}))
    assert '<fieldset class="field " id="id_kind" tabindex="-1" aria-describedby="id_kind-error" data-invalid' in html
    assert '<label class="choice" for="id_kind_1">' in html


def test_badge_says_its_standing_without_colour():
    assert "<svg" in draw('<c-badge kind="kept">Kept</c-badge>')
    assert "<svg" not in draw('<c-badge kind="plain">Newcomer</c-badge>')


def test_bars_tell_the_same_in_a_table():
    html = draw('<c-bars :rows="rows" :series="series" />', rows=[("7 Jun", [1, 2])], series=["Full", "Taster"])
    assert '<th scope="row">7 Jun</th><td>1</td><td>2</td>' in html


def test_messages_may_be_swapped_in():
    assert '<div class="messages " id="messages" role="status" hx-swap-oob="true">' in draw(
        '<c-messages :oob="True" />'
    )


def test_a_message_says_what_was_said_once_escaped():
    html = draw('<c-messages :messages="said" />', said=[Message(constants.WARNING, "It's <b>late")])
    assert html.count("It&#x27;s &lt;b&gt;late") == html.count("toast-warning") == 1


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Bethan Griffiths", "BG"), ("Megan", "M"), ("Mary-Ann van der Berg", "MB"), ("ŵyn o'Neill", "ŴO"), ("", "")],
)
def test_initials(name, expected):
    assert initials(name) == expected


@pytest.fixture
def page(client, cast) -> HttpResponse:
    client.force_login(cast.editor)
    return client.get("/organise/components/")


def test_component_page_shows_every_component_drawn(page):
    assert page.status_code == 200
    assert b"<c-" not in page.content
    shown = set(re.findall(r"<code>c-([a-z-]+)</code>", page.content.decode()))
    assert set(names()) - shown == SHOWN_ELSEWHERE


@pytest.mark.parametrize("template", ["403.html", "404.html", "500.html"])
def test_error_pages_are_drawn_without_any_context(template):
    html = engines["django"].get_template(template).render()
    assert "<c-" not in html
    assert "<h1>" in html


def without_tokens(html):
    return re.sub(r'(name="csrfmiddlewaretoken" value|"X-CSRFToken"|nonce)(=|: )"[^"]*"', "", html)


def test_components_are_drawn_as_their_package_draws_them(page, client, settings):
    markup = (
        '<c-line title="{{ name }}" :url="nothing" hx-get="/{{ name }}/" :level="2" hidden>'
        '<c-slot name="badge"><c-badge :kind="kind">{{ name }}</c-badge></c-slot>{{ slot }}</c-line>'
        '<c-disclosure summary="Who" open><c-fact :label="name" aria-label="{{ name }}">1</c-fact></c-disclosure>'
    )
    ours = draw(markup, name='"><script>', kind="late")
    settings.TEMPLATES = deepcopy(settings.TEMPLATES)
    settings.TEMPLATES[0]["OPTIONS"]["builtins"].remove("m4c.core.templatetags.swift")
    assert draw(markup, name='"><script>', kind="late") == ours
    theirs = client.get("/organise/components/")
    assert without_tokens(theirs.content.decode()) == without_tokens(page.content.decode())

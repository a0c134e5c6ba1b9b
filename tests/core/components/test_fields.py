"""What the field component tells a keyboard and a screen reader."""

from datetime import UTC, date, datetime

from django import forms
from django.utils.translation import override

from m4c.core.components.fields import present


class Card(forms.Form):
    given_name = forms.CharField(help_text="As they like to be called.")
    phone = forms.CharField(required=False)
    postcode = forms.CharField(widget=forms.TextInput(attrs={"autocomplete": "postal-code"}))
    number = forms.IntegerField()
    on = forms.DateField(initial=date(2026, 11, 9))
    at = forms.DateTimeField(initial=datetime(2026, 11, 9, 19, 30, tzinfo=UTC))
    kind = forms.ChoiceField(choices=[("full", "Full")], widget=forms.RadioSelect)
    sure = forms.BooleanField(required=False)


def test_hint_and_error_are_tied_to_the_control():
    view = present(Card({})["given_name"])
    assert view.described_by == "id_given_name-hint id_given_name-error"
    assert 'aria-describedby="id_given_name-hint id_given_name-error"' in view.control
    assert 'aria-invalid="true"' in view.control


def test_nothing_is_described_that_is_not_there():
    view = present(Card()["number"])
    assert view.described_by == ""
    assert "aria-describedby" not in view.control


def test_callers_words_stand_before_the_forms():
    view = present(Card()["given_name"], label="Name", hint=" ")
    assert (view.label, view.hint) == ("Name", "")


def test_browser_does_not_fill_in_other_peoples_details():
    assert 'autocomplete="off"' in present(Card()["phone"]).control
    assert 'autocomplete="tel"' in present(Card()["phone"], autocomplete="tel").control
    assert 'autocomplete="postal-code"' in present(Card()["postcode"]).control


def test_phone_keyboard_fits_the_answer():
    assert 'inputmode="tel"' in present(Card()["phone"]).control
    assert 'inputmode="numeric"' in present(Card()["number"]).control
    assert 'autocapitalize="characters"' in present(Card()["postcode"]).control


def test_dates_have_the_browsers_picker_whatever_the_language():
    with override("cy"):
        assert 'type="date"' in present(Card()["on"]).control
        assert 'value="2026-11-09"' in present(Card()["on"]).control
        assert 'type="datetime-local"' in present(Card()["at"]).control
        assert 'value="2026-11-09T19:30"' in present(Card()["at"]).control
    assert Card.base_fields["on"].widget.input_type == "text"


def test_choices_are_a_group_and_a_tick_is_never_optional():
    assert (present(Card()["kind"]).shape, present(Card()["kind"]).control) == ("group", "")
    assert (present(Card()["sure"]).shape, present(Card()["sure"]).optional) == ("tick", False)
    assert present(Card()["phone"]).optional
    card = Card()
    card.fields["kind"].required = False
    assert present(card["kind"]).optional
    card.fields["kind"].choices = [("full", "Full"), ("", "None of these")]
    assert not present(card["kind"]).optional

"""A form of power on a page of its own: what it is about, what may be recorded, and where it leads back to."""

from typing import Any, NamedTuple

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render

from m4c.people.requests import SignedIn


class Sheet(NamedTuple):
    """What stands around a form: its title, what is said first, what its button says, and the page that it is of.

    `note` names a rule that is shown above: "role" for what may be recorded of somebody in power, "own" for our own
    people, "research" for what a research meeting is not.
    """

    title: str
    back: str
    back_label: str
    lede: str = ""
    submit: str = ""
    note: str = ""


def shown(request: SignedIn, form: Form, sheet: Sheet, **more: Any) -> HttpResponse:
    """The page of a form, refused or not yet sent."""
    context = {"form": form, "sheet": sheet, **more}
    return render(request, "power/sheet.html", context, status=422 if form.errors else 200)

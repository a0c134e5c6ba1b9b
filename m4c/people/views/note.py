"""Notes about somebody: write one, and change or take back one's own."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from m4c.people.forms.note import NewNoteForm, NoteForm
from m4c.people.models import Note
from m4c.people.operations import note as operations
from m4c.people.views.asking import account_of, done, done_by_form
from m4c.people.views.person import seen


@never_cache
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Write a note about somebody."""
    shown = seen(request, uid)
    form = NewNoteForm(request.POST or None, by=account_of(request))
    if request.method == "POST" and form.is_valid():
        given = {"person": shown, "at": timezone.now(), **form.cleaned_data}
        if done_by_form(request, form, operations.write_note, **given):
            return redirect("person", uid=uid)
    return render(request, "people/note.html", {"person": shown, "form": form}, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Change one's own note."""
    note = own_note(request, uid)
    shown = seen(request, note.person.uid)
    form = NoteForm(request.POST or None, instance=note)
    if (
        request.method == "POST"
        and form.is_valid()
        and done_by_form(request, form, operations.edit_note, note=note, **form.cleaned_data)
    ):
        return redirect("person", uid=shown.uid)
    context = {"person": shown, "form": form, "note": note}
    return render(request, "people/note.html", context, status=422 if form.errors else 200)


@require_POST
def withdraw(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take back one's own note."""
    note = own_note(request, uid)
    done(request, operations.withdraw_note, _("The note is gone."), note=note, at=timezone.now())
    return redirect("person", uid=note.person.uid)


def own_note(request: HttpRequest, uid: UUID) -> Note:
    """A note that the account wrote itself; 404 for any other."""
    account = account_of(request)
    notes = Note.objects.visible_to(account).filter(author=account).select_related("person")
    found: Note = get_object_or_404(notes, uid=uid)
    return found

"""Erasing somebody: what goes and what stays before it, the same as an answer after it, and all erasures."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from m4c.core.htmx import page_or_part
from m4c.core.pages import page_of
from m4c.people.data_permissions import ERASE_PEOPLE
from m4c.people.erasing import ERASERS, Told, by_outcome, told_of
from m4c.people.forms.erasure import EraseForm
from m4c.people.models import Account, Erasure, Person, RightsRequest
from m4c.people.models.person_merge import named_by
from m4c.people.naming import doer_named, with_doer
from m4c.people.operations.erasure import decide_erasures, known_of, lines_of
from m4c.people.rights.sight import is_held_back
from m4c.people.views.asking import account_of, done_by_form


@never_cache
@require_safe
def erasures(request: HttpRequest) -> HttpResponse:
    """Who was erased, without names: when, why and by whom."""
    found = (
        Erasure.objects.visible_to(account_of(request)).select_related("decided_by__person", "group").order_by("-pk")
    )
    page = page_of(
        found,
        request.GET,
        after=lambda rows, row: rows.filter(pk__lt=row.pk),
        before=lambda rows, row: rows.filter(pk__gt=row.pk),
    )
    waiting = found.filter(done_at=None).count()
    decided = with_doer(account_of(request), page.rows, "decided_by")
    return render(request, "people/erasures.html", {"page": page, "decided": decided, "waiting": waiting})


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What goes, what stays and why, before anything does; and doing it."""
    person, asked = erasable(request, uid)
    if asked and is_held_back(account_of(request), asked, timezone.now()):
        return redirect("rights-request", uid=asked.uid)
    if begun := Erasure.objects.visible_to(account_of(request)).filter(person=person).first():
        return redirect("erasure", uid=begun.uid)
    lines = lines_about(request, person)
    by_name = [line for line in lines if line.eraser.by_name and line.number]
    given = request.POST if request.method == "POST" else None
    initial = {"why": Erasure.Why.ASKED if asked else "", "letter_to": address_of(asked)}
    form = EraseForm(given, found=by_name, initial=initial)
    if given is not None and form.is_valid():
        decided = {name: form.cleaned_data.get(name, ()) for name in ("why", "letter_to", "ticked")}
        now = timezone.now()
        if made := done_by_form(request, form, decide_erasures, people=[person], asked=asked, at=now, **decided):
            return redirect("erasure", uid=made[0].uid)
    context = {"person": person, "form": form, "request_of": asked, "by_name": by_name, **ahead(lines)}
    return render(request, "people/erase.html", context, status=422 if form.errors else 200)


@never_cache
@require_safe
def erasure(request: HttpRequest, uid: UUID) -> HttpResponse:
    """How far it got, and the answer that can be printed."""
    found = Erasure.objects.visible_to(account_of(request)).select_related("decided_by__person", "request")
    shown = get_object_or_404(found, uid=uid)
    others = found.filter(batch=shown.batch) if shown.batch else found.none()
    context = {
        "erasure": shown,
        "decided_by": doer_named(account_of(request), shown.decided_by),
        "number": others.count() if shown.batch else 1,
        "done": others.exclude(done_at=None).count() if shown.batch else int(shown.done_at is not None),
        **(by_outcome(told_of(shown.told)) if shown.done_at else {}),
    }
    return page_or_part(request, "people/erasure.html", context, part="erasure-state")


def lines_about(request: HttpRequest, person: Person) -> list[Told]:
    """What would become of all that is held on somebody, counted, but for what a safeguarding lead alone may know."""
    forgotten = known_of(person, at=timezone.now(), decided_by=account_of(request))
    return [line for line in lines_of(forgotten, ERASERS.names()) if not line.eraser.quiet]


def ahead(lines: list[Told]) -> dict[str, Any]:
    """The lines by what becomes of them, but for those that a name alone ties to the person."""
    return by_outcome([line for line in lines if line.number and not line.eraser.by_name])


def erasable(request: HttpRequest, uid: UUID) -> tuple[Person, RightsRequest | None]:
    """Somebody whom the account sees, or who asked to be erased, kept safe or not; with what they asked. Else 404."""
    account = account_of(request)
    requests = RightsRequest.objects.visible_to(account).open().filter(kind=RightsRequest.Kind.ERASURE)
    asked = requests.filter(person__uid=uid).select_related("person").first()
    if asked and asked.person:
        return asked.person, asked
    seen = Person.objects.visible_to(account).filter(uid=uid).first()
    if seen is None:
        raise Http404
    return seen, None


def address_of(asked: RightsRequest | None) -> str:
    """The e-mail address at which who asked is reached, where it is one."""
    return asked.reached_by if asked and "@" in asked.reached_by else ""


def erasure_of(account: Account, uid: UUID) -> Erasure | None:
    """The erasure of whoever a uid named, for those who may know; nobody else learns that there was anybody."""
    if not account.may_somewhere(ERASE_PEOPLE):
        return None
    return named_by(uid, Erasure.objects.visible_to(account).exclude(done_at=None), "person")

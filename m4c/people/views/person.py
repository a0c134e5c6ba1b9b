"""The people one may see: the list, and one person's page."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from m4c.core.htmx import page_or_part
from m4c.core.navigation import tell_about
from m4c.core.pages import Page, page_of
from m4c.core.panels import PERSON_PANELS, draw
from m4c.core.visibility import scopes_of
from m4c.people.finding.find import FIRST, find
from m4c.people.forms.note import NewNoteForm
from m4c.people.forms.people import FindPeopleForm
from m4c.people.listed import lines_of
from m4c.people.models import Account, Membership, Note, Person, Protection
from m4c.people.models.person import PersonQuerySet
from m4c.people.models.person_merge import named_by
from m4c.people.naming import names_of
from m4c.people.narrowing import asked, filter_chip, kept_group
from m4c.people.operations.protection import look
from m4c.people.permissions import EDIT_PEOPLE, EXPORT_PEOPLE, KEEP_SAFE, RECORD_CONSENT, SEE_PROTECTED, WRITE_NOTES
from m4c.people.reach import reach_of
from m4c.people.timeline import page_of_timeline
from m4c.people.views.asking import account_of

PAGE = 50
TIMELINE, NEWEST_NOTES = 12, 3


@dataclass(frozen=True)
class Rights:
    """What an account may do with one person's record."""

    edit: bool
    record_consent: bool
    write_notes: bool
    keep_safe: bool

    @classmethod
    def of(cls, account: Account, person: Person) -> "Rights":
        """The rights of an account over a person, asked once."""
        scopes = scopes_of(person)
        asked = (EDIT_PEOPLE, RECORD_CONSENT, WRITE_NOTES, KEEP_SAFE)
        return cls(*(account.may(permission, scopes) for permission in asked))


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """The people one may see, by name, fifty at a time."""
    account = account_of(request)
    form = FindPeopleForm(asked(request), by=account)
    group, words = form.chosen("group"), form.chosen("q") or ""
    only = form.filter.condition(account, timezone.now())
    page, number = Page(find(account, words, group=group, only=only) if words else [], "", ""), None
    if not words:
        found = Person.objects.visible_to(account).filter(only)
        found = found.in_group(group) if group else found
        page = page_by_name(found, request.GET, form.filter.words | kept_group(request, group))
        number = found.count() if form.filter.is_set else None
    context = {
        "form": form,
        "filter_chip": filter_chip(request, group),
        "page": page,
        "lines": lines_of(account, page.rows),
        "number": number,
        "is_narrowed": form.filter.is_set or bool(form.errors),
        "is_cut": bool(words) and len(page.rows) == FIRST,
        "may_export": account.may_somewhere(EXPORT_PEOPLE),
        "shown": asked(request).urlencode(),
    }
    return page_or_part(request, "people/people.html", context, part="people-list")


def page_by_name(found: PersonQuerySet, asked_for: QueryDict, kept: dict[str, str]) -> Page[Person]:
    """A page of people in the order of names; `kept` is what the addresses of the others carry along."""
    return page_of(found, asked_for, after=PersonQuerySet.after, before=PersonQuerySet.before, kept=kept, size=PAGE)


@never_cache
@require_safe
def person(request: HttpRequest, uid: UUID) -> HttpResponse:
    """All that one may know of one person, and what may be done."""
    account = account_of(request)
    protection = protection_of(account, uid)
    if protection and protection.contact_id != account.person_id and account.may(SEE_PROTECTED, scopes_of(protection)):
        return redirect("kept-safe-record", uid=uid)
    shown = found_by(account, uid)
    if shown.uid != uid:  # made one with another since
        return redirect("person", uid=shown.uid)
    note_look(request, shown, protection)
    if shown.is_contactable and shown.pk != account.person_id:
        tell_about(request, shown.uid)
    mark = request.GET.get("older", "")
    context: dict[str, Any] = {"person": shown, "protection": protection, "is_older": bool(mark)}
    context["timeline"] = page_of_timeline(account, shown, mark, size=TIMELINE)
    if request.htmx.target != "timeline":  # type: ignore[attr-defined]
        context |= page_context(account, shown, protection)
    return page_or_part(request, "people/person.html", context, part="timeline")


def page_context(account: Account, shown: Person, protection: Protection | None) -> dict[str, Any]:
    """What a person's page shows to this account, which may see this protection of theirs."""
    notes = list(Note.objects.visible_to(account).filter(person=shown).select_related("author", "group"))
    names = names_of(account, [shown.met_by_id, *(note.author.person_id for note in notes)])
    rights = Rights.of(account, shown)
    return {
        "met_by": names.get(shown.met_by_id),
        "memberships": standing(Membership.objects.visible_to(account).filter(person=shown).select_related("group")),
        "rights": rights,
        "reach": reach_of(account, shown, protection, timezone.now()),
        "notes": [(note, names.get(note.author.person_id)) for note in notes[:NEWEST_NOTES]],
        "older_notes": [(note, names.get(note.author.person_id)) for note in notes[NEWEST_NOTES:]],
        "note_form": NewNoteForm(by=account) if rights.write_notes else None,
        "panels": draw(PERSON_PANELS, account, shown),
    }


def standing(memberships: Iterable[Membership]) -> list[Membership]:
    """The memberships that tell where somebody stands: open ones, and the last of a group that they have left."""
    found = list(memberships)
    still_in = {membership.group_id for membership in found if not membership.is_former}
    left = {membership.group_id: membership for membership in found if membership.group_id not in still_in}
    return [membership for membership in found if not membership.is_former] + list(left.values())


def seen(request: HttpRequest, uid: UUID) -> Person:
    """A person whom the account may see; 404 for any other. To read of one kept safe is a look, and is logged."""
    account = account_of(request)
    found = found_by(account, uid)
    note_look(request, found, protection_of(account, found.uid))
    return found


def found_by(account: Account, uid: UUID) -> Person:
    """The person of this uid, or with whom that one was made one; 404 where the account may not see them."""
    people = Person.objects.visible_to(account).select_related("address")
    found: Person | None = named_by(uid, people)
    if found is None:
        raise Http404
    return found


def protection_of(account: Account, uid: UUID) -> Protection | None:
    """What keeps the person of this uid safe, where the account may see that."""
    return Protection.objects.visible_to(account).active().filter(person__uid=uid).first()


def note_look(request: HttpRequest, shown: Person, protection: Protection | None) -> None:
    """Log that somebody kept safe was read of, unless by themself."""
    account = account_of(request)
    if protection and shown.pk != account.person_id and request.method in ("GET", "HEAD"):
        look(protection=protection, door=request.resolver_match.view_name, by=account)  # type: ignore[union-attr]

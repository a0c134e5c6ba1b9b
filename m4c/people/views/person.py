"""One person's page: all that one may know of them, and what may be done."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from m4c.core.htmx import page_or_part
from m4c.core.navigation import tell_about
from m4c.core.panels import PERSON_PANELS, draw
from m4c.core.prepared import prepared
from m4c.core.routes import address_by_uid
from m4c.core.visibility import scopes_of
from m4c.people.forms.note import blank_fields
from m4c.people.models import Account, Membership, Note, Person, PersonContact, Protection, Restriction
from m4c.people.models.person_merge import made_one_with
from m4c.people.naming import names_of
from m4c.people.operations.protection import look
from m4c.people.permissions import EDIT_PEOPLE, KEEP_SAFE, MERGE_PEOPLE, RECORD_CONSENT, SEE_PROTECTED, WRITE_NOTES
from m4c.people.reach import reach_of
from m4c.people.timeline import page_of_timeline
from m4c.people.views.asking import account_of
from m4c.people.views.erasure import erasure_of

TIMELINE, NEWEST_NOTES = 12, 3


@dataclass(frozen=True)
class Rights:
    """What an account may do with one person's record."""

    edit: bool
    record_consent: bool
    write_notes: bool
    keep_safe: bool
    merge: bool

    @classmethod
    def of(cls, account: Account, person: Person) -> "Rights":
        """The rights of an account over a person, asked once."""
        scopes = scopes_of(person)
        return cls(
            edit=account.may(EDIT_PEOPLE, scopes),
            record_consent=account.may(RECORD_CONSENT, scopes),
            write_notes=account.may(WRITE_NOTES, scopes),
            keep_safe=account.may(KEEP_SAFE, scopes),
            merge=account.may(MERGE_PEOPLE, scopes, every=True),
        )


@never_cache
@require_safe
def person(request: HttpRequest, uid: UUID) -> HttpResponse:
    """All that one may know of one person, and what may be done."""
    account = account_of(request)
    protection = protection_of(account, uid)
    if protection and protection.contact_id != account.person_id and account.may(SEE_PROTECTED, scopes_of(protection)):
        return redirect("kept-safe-record", uid=uid)
    try:
        shown = found_by(account, uid)
    except Http404:
        if erased := erasure_of(account, uid):
            return render(request, "people/erased.html", {"erasure": erased}, status=410)
        aside = Restriction.objects.visible_to(account).standing().select_related("request")
        return redirect("rights-request", uid=get_object_or_404(aside, person__uid=uid).request.uid)
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
    notes = notes_about(account, shown.pk)
    in_touch: int | None = shown.in_touch  # type: ignore[attr-defined]  # told by `found_by`
    names = names_of(account, [shown.met_by_id, in_touch, *(note.author.person_id for note in notes)])
    rights = Rights.of(account, shown)
    return {
        "met_by": names.get(shown.met_by_id),
        "in_touch": names.get(in_touch),
        "memberships": standing(memberships_of(account, shown.pk)),
        "rights": rights,
        "reach": reach_of(account, shown, protection, timezone.now()),
        "notes": [(note, names.get(note.author.person_id)) for note in notes[:NEWEST_NOTES]],
        "older_notes": [(note, names.get(note.author.person_id)) for note in notes[NEWEST_NOTES:]],
        "note_fields": blank_fields(account) if rights.write_notes else "",
        "choices": choices_with(shown, rights, protection),
        "panels": draw(PERSON_PANELS, account, shown),
    }


def choices_with(shown: Person, rights: Rights, protection: Protection | None) -> list[tuple[str, str, str]]:
    """What may be done with somebody: label, address and icon of each page where it is."""
    choices = [
        (rights.write_notes, _("Write a note"), "write-note", "pencil-square"),
        (rights.record_consent, _("They agreed or objected"), "record-consent", "hand-raised"),
        (rights.edit, _("Change the record"), "edit-person", "identification"),
        (rights.edit, _("Add to a group"), "join-group", "user-group"),
        (rights.merge, _("The same person as …"), "same-as", "document-duplicate"),
        (protection is not None, _("How to reach them safely"), "safe-note", "shield-check"),
    ]
    return [(label, address_by_uid(page)(shown.uid), icon) for is_open, label, page, icon in choices if is_open]


@prepared
def notes_about(account: Account, person: int) -> QuerySet[Note]:
    """The notes about somebody that the account may read, the newest first."""
    return Note.objects.visible_to(account).filter(person=person).select_related("author", "group")


@prepared
def memberships_of(account: Account, person: int) -> QuerySet[Membership]:
    """Where somebody belongs or belonged, as far as the account may see."""
    return Membership.objects.visible_to(account).filter(person=person).select_related("group")


def standing(found: Sequence[Membership]) -> list[Membership]:
    """The memberships that tell where somebody stands: open ones, and the last of a group that they have left."""
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
    """The person of this uid, or with whom that one was made one; 404 where the account may not see them.

    With `in_touch`, the id of who stays in touch with them.
    """
    found = named(account, uid) or named(account, uid, is_former=True)
    if not found:
        raise Http404
    return found[0]


@prepared
def named(account: Account, uid: UUID, is_former: bool = False) -> QuerySet[Person]:
    """The person of this uid, or with whom one was made one whose uid it was, where the account may see them."""
    contacts = PersonContact.objects.visible_to(account).open().filter(person=OuterRef("pk")).values("contact")
    people = Person.objects.visible_to(account).select_related("address").annotate(in_touch=Subquery(contacts[:1]))
    return people.filter(Q(pk__in=made_one_with(uid)) if is_former else Q(uid=uid))


def protection_of(account: Account, uid: UUID) -> Protection | None:
    """What keeps the person of this uid safe, where the account may see that."""
    return next(iter(protections(account, uid)), None)


@prepared
def protections(account: Account, uid: UUID) -> QuerySet[Protection]:
    """The one protection that stands of the person of this uid, where the account may see it."""
    return Protection.objects.visible_to(account).active().filter(person__uid=uid)


def note_look(request: HttpRequest, shown: Person, protection: Protection | None) -> None:
    """Log that somebody kept safe was read of, unless by themself."""
    account = account_of(request)
    if protection and shown.pk != account.person_id and request.method in ("GET", "HEAD"):
        look(protection=protection, door=request.resolver_match.view_name, by=account)  # type: ignore[union-attr]

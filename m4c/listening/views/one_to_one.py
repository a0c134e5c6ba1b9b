"""1-2-1s: one's own with what is due, one's groups', one by itself, and writing them up."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.core.htmx import page_or_part
from m4c.core.onward import onward
from m4c.core.pages import page_of
from m4c.core.visibility import keep_scopes, scopes_of
from m4c.listening.concerns.forms import ConcernForm
from m4c.listening.concerns.here import heard_here
from m4c.listening.forms import FindConversationsForm, FollowUpForm, HoldOneToOneForm, OneToOneForm, RearrangeForm
from m4c.listening.models import OneToOne, OneToOneAsk
from m4c.listening.models.conversation import ConversationQuerySet
from m4c.listening.operations import one_to_one as operations
from m4c.listening.permissions import RECORD_CONVERSATIONS, RECORD_FOR_OTHERS
from m4c.listening.talks.before import known_before
from m4c.listening.views.tabs import tabs
from m4c.people.models import Account, Note, Person, Protection
from m4c.people.naming import person_named
from m4c.people.narrowing import asked, filter_chip, kept_group
from m4c.people.operations.protection import look
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form

MOST_OPEN = 50
AFTER, BEFORE = ConversationQuerySet.after, ConversationQuerySet.before


@require_safe
def one_to_ones(request: SignedIn) -> HttpResponse:
    """One's own: still to be held, next steps still to happen, and those done."""
    own = OneToOne.objects.visible_to(request.user).filter(asker=request.user.person_id)
    own = own.select_related("other", "group")
    context = {
        "tabs": tabs(request.user, "one-to-ones"),
        "asked": asked_by(request.user),
        "to_hold": own.to_hold()[:MOST_OPEN],
        "to_follow_up": own.to_follow_up()[:MOST_OPEN],
        "settled": page_of(own.settled(), request.GET, after=AFTER, before=BEFORE),
        "today": timezone.localdate(),
    }
    return page_or_part(request, "listening/one_to_ones.html", context, part="settled-list")


@require_safe
def all_one_to_ones(request: SignedIn) -> HttpResponse:
    """Those of one's groups, the latest first."""
    form = FindConversationsForm(asked(request), by=request.user)
    found = OneToOne.objects.visible_to(request.user).select_related("asker", "other", "group")
    group = form.chosen("group")
    found = found.of_group(group) if group else found
    page = page_of(found, request.GET, after=AFTER, before=BEFORE, kept=kept_group(request, group))
    context = {
        "tabs": tabs(request.user, "all-one-to-ones"),
        "form": form,
        "page": page,
        "is_filtered": bool(group),
        "filter_chip": filter_chip(request, group),
    }
    return page_or_part(request, "listening/all_one_to_ones.html", context, part="all-list")


@require_http_methods(["GET", "POST"])
def record(request: SignedIn) -> HttpResponse:
    """Arrange a 1-2-1, or write up one that was held."""
    form = OneToOneForm(request.POST or None, by=request.user, initial=beginning(request))
    if form.is_valid() and (recorded := done_by_form(request, form, operations.record_one_to_one, **form.given)):
        sentence = _("Written up.") if recorded.held_on else _("Arranged.")
        messages.success(request, sentence)
        if OneToOne.objects.visible_to(request.user).filter(pk=recorded.pk).exists():
            return redirect("one-to-one", uid=recorded.uid)
        return redirect("one-to-ones")  # with somebody kept safe: nothing is told of it
    return render(request, "listening/one_to_one_form.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@require_safe
def one_to_one(request: SignedIn, uid: UUID) -> HttpResponse:
    """One 1-2-1: how far it got and what comes next."""
    return page(request, seen(request, uid))


@require_POST
def hold(request: SignedIn, uid: UUID) -> HttpResponse:
    """It took place; or what was said of it is corrected."""
    shown = seen(request, uid)
    form = HoldOneToOneForm.of(shown, request.POST)
    given = form.cleaned_data if form.is_valid() else {}
    if given and done_by_form(request, form, operations.hold_one_to_one, one_to_one=shown, **given):
        messages.success(request, _("Written up."))
        return redirect("one-to-one", uid=uid)
    return page(request, shown, hold_form=form)


@require_POST
def follow_up(request: SignedIn, uid: UUID) -> HttpResponse:
    """The agreed next step happened: today, where no day is given."""
    shown = seen(request, uid)
    form = FollowUpForm({"on": request.POST.get("on") or timezone.localdate()})
    given = form.cleaned_data if form.is_valid() else {}
    if given and done_by_form(request, form, operations.follow_up_one_to_one, one_to_one=shown, **given):
        messages.success(request, _("Followed up: the next step with {name} happened.").format(name=shown.other))
        return onward(request, "one-to-one", uid=uid)
    return page(request, shown, follow_up_form=form)


@require_POST
def rearrange(request: SignedIn, uid: UUID) -> HttpResponse:
    """Move it to another day."""
    shown = seen(request, uid)
    form = RearrangeForm(request.POST)
    given = form.cleaned_data if form.is_valid() else {}
    if given and done_by_form(request, form, operations.rearrange_one_to_one, one_to_one=shown, **given):
        messages.success(request, _("Moved."))
        return redirect("one-to-one", uid=uid)
    return page(request, shown, rearrange_form=form)


@require_POST
def call_off(request: SignedIn, uid: UUID) -> HttpResponse:
    """It will not take place."""
    sentence, today = _("Called off. It counts nowhere."), timezone.localdate()
    done(request, operations.call_off_one_to_one, sentence, one_to_one=seen(request, uid), on=today)
    return redirect("one-to-one", uid=uid)


@require_POST
def reopen(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take back the last thing said of it."""
    done(request, operations.reopen_one_to_one, _("Taken back."), one_to_one=seen(request, uid))
    return redirect("one-to-one", uid=uid)


def asked_by(account: Account) -> "QuerySet[OneToOneAsk]":
    """Whom one asked oneself and has not found a day with: those who said nothing, not yet, or yes."""
    own = OneToOneAsk.objects.visible_to(account).filter(asker=account.person_id)
    return own.open().select_related("other")[:MOST_OPEN]


def seen(request: SignedIn, uid: UUID) -> OneToOne:
    """A 1-2-1 that the account may see; 404 for any other."""
    found = OneToOne.objects.visible_to(request.user).select_related("asker", "other", "group")
    one: OneToOne = get_object_or_404(found, uid=uid)
    return one


def page(request: SignedIn, shown: OneToOne, **forms: Any) -> HttpResponse:
    """The page of one, with a form that was refused in its place."""
    account = request.user
    keep_scopes(shown)
    kept_safe = Protection.objects.visible_to(account).active().filter(person=shown.other_id, contact=account.person_id)
    if protection := kept_safe.first():
        look(protection=protection, door="one-to-one", by=account)
    context = {
        "one_to_one": shown,
        "today": timezone.localdate(),
        "may_change": may_change(account, shown),
        "is_own": shown.asker_id == account.person_id,
        "protection": protection,
        "sees_other": Person.objects.visible_to(account).filter(pk=shown.other_id).exists(),
        "hold_form": HoldOneToOneForm.of(shown),
        "follow_up_form": FollowUpForm(),
        "rearrange_form": RearrangeForm(initial={"day": shown.day}),
        "heard": heard_here(account, Q(one_to_one=shown), shown),
        "concern_form": ConcernForm(),
        **around(account, shown, is_safe=protection is not None),
    }
    context["may_write"] = context["may_change"] and is_to_write_up(account, shown)
    return render(request, "listening/one_to_one.html", context | forms, status=422 if forms else 200)


def around(account: Account, shown: OneToOne, *, is_safe: bool) -> dict[str, Any]:
    """What whoever asked knows before it, and what was noted of it, for whoever may read that note."""
    note = Note.objects.visible_to(account).filter(pk=shown.note_id).first() if shown.note_id else None
    is_to_come = shown.is_to_hold and shown.asker_id == account.person_id
    before = known_before(account, shown, timezone.localdate(), is_safe=is_safe) if is_to_come else None
    return {
        "note": note,
        "is_own_note": note is not None and note.author_id == account.pk,
        "before": before,
    }


def is_to_write_up(account: Account, shown: OneToOne) -> bool:
    """Whether one has still to write up what one heard: one's own, not called off, and once only."""
    is_own = shown.asker_id == account.person_id
    return is_own and shown.called_off_on is None and shown.written_as is None


def may_change(account: Account, shown: "OneToOne | OneToOneAsk") -> bool:
    """Whether the account may say how it went: it asked, or is the organiser of who did."""
    scopes = scopes_of(shown)
    is_theirs = shown.asker_id == account.person_id or account.may(RECORD_FOR_OTHERS, scopes)
    return is_theirs and account.may(RECORD_CONVERSATIONS, scopes)


def beginning(request: SignedIn) -> dict[str, Any]:
    """What a link brings along: with whom."""
    person = person_named(request.user, request.GET.get("with", ""))
    return {"other": person} if person else {}

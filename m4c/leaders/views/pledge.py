"""Conversation pledges: one's own, one's leaders', and giving, withdrawing or standing by a word."""

from collections import defaultdict
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.core.htmx import page_or_part
from m4c.core.onward import onward
from m4c.core.pages import page_of
from m4c.leaders.draw_down import DrawnDown, drawn_down_of
from m4c.leaders.forms import FindLeadersForm, PledgeForm
from m4c.leaders.models import ConversationPledge
from m4c.leaders.operations.pledge import put_pledge_back, record_pledge, withdraw_pledge
from m4c.leaders.permissions import RECORD_PLEDGES, SEE_PLEDGES
from m4c.people.models import Person
from m4c.people.models.person import PersonQuerySet
from m4c.people.naming import person_named
from m4c.people.narrowing import asked, filter_chip, kept_group
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@require_safe
def pledges(request: SignedIn) -> HttpResponse:
    """What one pledged oneself, with what was held towards it, and what one withdrew."""
    own = ConversationPledge.objects.visible_to(request.user).filter(person=request.user.person_id)
    standing = drawn_down_of([request.user.person_id], request.user) if request.user.person_id else []
    context = {
        "open": [drawn for drawn in standing if not drawn.is_kept],
        "kept": [drawn for drawn in standing if drawn.is_kept],
        "withdrawn": own.exclude(withdrawn_on=None),
        "today": timezone.localdate(),
        "may_pledge": request.user.may_somewhere(RECORD_PLEDGES),
        "sees_leaders": request.user.may_somewhere(SEE_PLEDGES),
    }
    return render(request, "leaders/pledges.html", context)


@require_safe
def leaders_pledges(request: SignedIn) -> HttpResponse:
    """What the leaders of one's groups pledged and what came of it: by name, never ranked."""
    form = FindLeadersForm(asked(request), by=request.user)
    seen = ConversationPledge.objects.visible_to(request.user).standing()
    if group := form.chosen("group"):
        seen = seen.of_group(group)
    people = Person.objects.visible_to(request.user).filter(Exists(seen.filter(person=OuterRef("pk"))))
    kept = kept_group(request, group)
    page = page_of(people, request.GET, after=PersonQuerySet.after, before=PersonQuerySet.before, kept=kept)
    ids = [person.pk for person in page.rows]
    shown = set(seen.filter(person__in=ids).values_list("pk", flat=True))
    drawn = [one for one in drawn_down_of(ids, request.user) if one.pledge.pk in shown]
    context = {
        "form": form,
        "page": page,
        "filter_chip": filter_chip(request, group),
        "leaders": by_person(drawn, timezone.localdate()),
        "is_filtered": bool(group),
    }
    return page_or_part(request, "leaders/leaders_pledges.html", context, part="leader-list")


@require_http_methods(["GET", "POST"])
def record(request: SignedIn) -> HttpResponse:
    """Give one's word, or take down that of somebody whose organiser one is."""
    person = person_named(request.user, request.GET.get("for", ""))
    form = PledgeForm(request.POST or None, by=request.user, initial={"person": person} if person else {})
    if form.is_valid() and (pledge := done_by_form(request, form, record_pledge, **form.given)):
        is_own = pledge.person_id == request.user.person_id
        messages.success(request, _("Your word is on record.") if is_own else _("Their word is on record."))
        return redirect("pledges" if is_own else "leaders-pledges")
    return render(request, "leaders/pledge_form.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
def withdraw(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take a word back."""
    sentence, today = _("Withdrawn. It counts no more, and stays in the record."), timezone.localdate()
    done(request, withdraw_pledge, sentence, pledge=visible(request, uid), on=today)
    return onward(request, "pledges")


@require_POST
def put_back(request: SignedIn, uid: UUID) -> HttpResponse:
    """Stand by a word after all."""
    done(request, put_pledge_back, _("It counts again."), pledge=visible(request, uid))
    return onward(request, "pledges")


def visible(request: SignedIn, uid: UUID) -> ConversationPledge:
    """A pledge that the account may see; 404 for any other."""
    return get_object_or_404(ConversationPledge.objects.visible_to(request.user), uid=uid)


def by_person(drawn: list[DrawnDown], today: date) -> list[tuple[Person, list[tuple[DrawnDown, bool]]]]:
    """Pledges in the order of their people's names, each with whether its day went by lately."""
    found: dict[Person, list[tuple[DrawnDown, bool]]] = defaultdict(list)
    for one in drawn:
        found[one.pledge.person].append((one, one.went_by_lately(today)))
    return sorted(found.items(), key=lambda entry: (entry[0].sort_name, entry[0].pk))

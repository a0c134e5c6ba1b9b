"""Stories in the workspace: the list, one with how far it goes, writing it down, its words, and what is agreed."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.core.htmx import page_or_part
from m4c.core.pages import page_of
from m4c.core.visibility import scopes_of
from m4c.listening.models import HouseMeeting, OneToOne, Story, StoryAsk
from m4c.listening.operations import story as operations
from m4c.listening.permissions import KEEP_STORIES
from m4c.listening.stories.asking import never_again
from m4c.listening.stories.forms import ConsentForm, FindStoriesForm, LowerForm, StoryForm, WordingForm, day_in
from m4c.listening.stories.listing import AFTER, BEFORE, stories_of
from m4c.listening.stories.page import face_of
from m4c.listening.views.tabs import tabs
from m4c.people.naming import doers_named, person_named, with_doer
from m4c.people.narrowing import asked, filter_chip, kept_group
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form

LATELY = 12


@require_safe
def stories(request: SignedIn) -> HttpResponse:
    """Those one listened to, and those of one's groups as far as their tellers agreed."""
    form = FindStoriesForm(asked(request), by=request.user)
    group, level, ends = (form.chosen(name) for name in ("group", "level", "ends"))
    ends_by = day_in(ends or "", timezone.localdate())
    found = stories_of(request.user, group=group, level=int(level) if level else None, ends_by=ends_by)
    kept = kept_group(request, group) | {"level": level or None, "ends": ends or None}
    context = {
        "tabs": tabs(request.user, "stories"),
        "form": form,
        "page": page_of(found, request.GET, after=AFTER, before=BEFORE, kept=kept),
        "is_filtered": bool(group or level or ends),
        "filter_chip": filter_chip(request, group),
        "today": timezone.localdate(),
    }
    return page_or_part(request, "listening/stories.html", context, part="stories-list")


@require_http_methods(["GET", "POST"])
def write_down(request: SignedIn) -> HttpResponse:
    """Write down a story that one was told."""
    account = request.user
    talks = OneToOne.objects.visible_to(account).filter(asker=account.person_id).exclude(held_on=None)
    meetings = HouseMeeting.objects.visible_to(account).exclude(held_on=None)
    teller = person_named(account, request.GET.get("of", ""))
    form = StoryForm(
        request.POST or None,
        by=account,
        talks=list(talks.select_related("other")[:LATELY]),
        meetings=list(meetings[:LATELY]),
        initial={"teller": teller} if teller else {},
    )
    given = form.given | {"at": timezone.now()} if form.is_valid() else {}
    if given and (written := done_by_form(request, form, operations.write_down_story, **given)):
        messages.success(request, _("Written down. It goes no further than they said."))
        return redirect("story", uid=written.uid)
    context = {"form": form, "teller": teller, "never_again": bool(teller and never_again(teller.pk))}
    return render(request, "listening/story_form.html", context, status=422 if form.errors else 200)


@never_cache
@require_safe
def story(request: SignedIn, uid: UUID) -> HttpResponse:
    """One story: its words, how far each use goes, its cards, and where it was used."""
    return page(request, seen(request, uid))


@never_cache
@require_http_methods(["GET", "POST"])
def wording(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put its words right."""
    shown = seen(request, uid)
    form = WordingForm.of(shown, request.POST or None)
    given = {"story": shown, "wording": form.wording, "at": timezone.now()} if form.is_valid() else {}
    if given and done_by_form(request, form, operations.edit_story, **given):
        messages.success(request, _("Kept. Other words need another look, and another yes."))
        return redirect("story", uid=uid)
    context = {"story": shown, "form": form}
    return render(request, "listening/story_wording.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def look_through(request: SignedIn, uid: UUID) -> HttpResponse:
    """Read it for other people in it, with what reads like a name pointed out."""
    shown, said = seen(request, uid), _("Thank you. Now let its teller read it.")
    if request.method == "POST":
        done(request, operations.look_through_story, said, story=shown, at=timezone.now())
        return redirect("story", uid=uid)
    face = face_of(shown, timezone.localdate())
    return render(request, "listening/story_look_through.html", {"story": shown, "face": face})


@never_cache
@require_http_methods(["GET", "POST"])
def consent(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down what the teller said of a use."""
    shown, form = seen(request, uid), ConsentForm(request.POST or None)
    given = {"story": shown, "at": timezone.now(), **form.cleaned_data} if form.is_valid() else {}
    if given and done_by_form(request, form, operations.record_story_consent, **given):
        messages.success(request, _("Written down."))
        return redirect("story", uid=uid)
    context = {"story": shown, "form": form}
    return render(request, "listening/story_consent.html", context, status=422 if form.errors else 200)


@require_POST
def lower(request: SignedIn, uid: UUID) -> HttpResponse:
    """Let a use go less far: it is off every page within the minute."""
    shown, form = seen(request, uid), LowerForm(request.POST)
    if form.is_valid():
        said = _("Lowered. It is off every page that it may not be on, and below stands what cannot be recalled.")
        done(request, operations.lower_story, said, story=shown, at=timezone.now(), **form.cleaned_data)
    return redirect("story", uid=uid)


@require_POST
def take_back(request: SignedIn, uid: UUID) -> HttpResponse:
    """The teller took it back: its words go."""
    said = _("Gone, here and everywhere. Below stands what cannot be recalled.")
    done(request, operations.take_back_story, said, story=seen(request, uid), at=timezone.now())
    return redirect("story", uid=uid)


def seen(request: SignedIn, uid: UUID) -> Story:
    """A story that the account may see; 404 for any other."""
    found = Story.objects.visible_to(request.user).select_related("teller", "listener", "group")
    one: Story = get_object_or_404(found.select_related("one_to_one", "house_meeting__event"), uid=uid)
    return one


def page(request: SignedIn, shown: Story, status: int = 200, **more: Any) -> HttpResponse:
    """The page of one."""
    account = request.user
    asks = StoryAsk.objects.visible_to(account).filter(person=shown.teller_id).select_related("by__person")[:LATELY]
    context = {
        "story": shown,
        "face": face_of(shown, timezone.localdate()),
        "may_keep": account.may(KEEP_STORIES, scopes_of(shown)) and not shown.taken_back_at,
        "listener": doers_named(account, [shown.listener]).get(shown.listener_id),
        "asks": with_doer(account, asks, "by"),
        "never_again": never_again(shown.teller_id),
        "is_own": shown.teller_id == account.person_id,
        "sees_talk": bool(shown.one_to_one and OneToOne.objects.visible_to(account).filter(pk=shown.one_to_one_id)),
    }
    return render(request, "listening/story.html", context | more, status=status)

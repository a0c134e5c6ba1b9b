"""Jobs: what is to be done in one's groups, giving out, taking on, handing back, and what became of each."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.core.htmx import page_or_part
from m4c.core.onward import onward
from m4c.core.pages import page_of
from m4c.events.forms.meeting import FindJobsForm, JobForm
from m4c.events.meetings.jobs_for import told_for
from m4c.events.models import Event, Job
from m4c.events.models.job import JobQuerySet
from m4c.events.operations import job as operations
from m4c.events.permissions import GIVE_JOBS, TAKE_JOBS
from m4c.people.naming import names_of
from m4c.people.narrowing import asked, filter_chip, kept_group
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form
from m4c.people.views.group_story import group_where

ON_A_PAGE = 50
PRESSES = {"take", "hand-back", "open", *Job.Outcome.values}


@never_cache
@require_safe
def jobs(request: SignedIn) -> HttpResponse:
    """What is to be done in one's groups, the soonest first: all of it, or one's own, or what waits for somebody."""
    account, form = request.user, FindJobsForm(asked(request), by=request.user)
    found, only = Job.objects.visible_to(account).to_do(), request.GET.get("only", "")
    if group := form.chosen("group"):
        found = found.of_group(group)
    if only == "own":
        found = found.filter(taken_by=account.person_id) if account.person_id else found.none()
    elif only == "waiting":
        found = found.filter(taken_by=None)
    kept = {**kept_group(request, group), "only": only or None}
    rows = found.select_related("group", "event")
    page = page_of(rows, request.GET, after=JobQuerySet.after, before=JobQuerySet.before, size=ON_A_PAGE, kept=kept)
    names, what_for = names_of(account, [job.taken_by_id for job in page.rows]), told_for(account, page.rows)
    context = {
        "form": form,
        "page": page,
        "tabs": tabs(only),
        "jobs": [(job, names.get(job.taken_by_id, ""), what_for.get(job.pk, "")) for job in page.rows],
        "filter_chip": filter_chip(request, group),
        "group": group,
        "may_give": bool(group) and account.may(GIVE_JOBS, [frozenset([group.path])]),
        "may_take": account.may_somewhere(TAKE_JOBS),
        "own_person": account.person_id,
        "today": timezone.localdate(),
    }
    return page_or_part(request, "events/jobs.html", context, part="jobs-list")


def tabs(only: str) -> list[dict[str, Any]]:
    """All jobs, one's own, and those that wait for somebody."""
    here = reverse("jobs")
    listed = {"": _("All"), "own": _("Yours"), "waiting": _("Waiting for somebody")}
    return [
        {"label": label, "url": f"{here}?only={name}" if name else here, "current": name == only}
        for name, label in listed.items()
    ]


@never_cache
@require_http_methods(["GET", "POST"])
def give(request: SignedIn, slug: str) -> HttpResponse:
    """Write down a job of a group."""
    group = group_where(request.user, slug, GIVE_JOBS)
    form = JobForm(request.POST or None, by=request.user)
    given = {"group": group, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, operations.give_job, **given, **form.cleaned_data):
        messages.success(request, _("Written down."))
        return redirect("group", slug=slug)
    return render(request, "events/job.html", {"form": form, "group": group}, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def give_for_event(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down a job of an event that meets by no agenda, such as a stall."""
    own = request.user.sight.of_group("group", GIVE_JOBS)
    event = get_object_or_404(Event.objects.visible_to(request.user).filter(own).select_related("group"), uid=uid)
    form = JobForm(request.POST or None, by=request.user)
    given = {"group": event.group, "event": event, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, operations.give_job, **given, **form.cleaned_data):
        messages.success(request, _("Written down."))
        return redirect("event", uid=uid)
    context = {"form": form, "group": event.group, "event": event}
    return render(request, "events/job.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def change(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say anew what a job is, whose, and by when."""
    job = job_of(request, uid)
    form = JobForm.of(job, request.POST or None, by=request.user)
    given = {"job": job, "at": timezone.now(), "taken_by": job.taken_by}
    if form.is_valid() and done_by_form(request, form, operations.change_job, **given | form.cleaned_data):
        messages.success(request, _("Changed."))
        return redirect("jobs")
    context = {"form": form, "job": job, "group": job.group}
    return render(request, "events/job.html", context, status=422 if form.errors else 200)


@require_POST
def press(request: SignedIn, uid: UUID, press: str) -> HttpResponse:
    """Take a job on, hand it back, say that it is done or dropped, or open it again."""
    job, now = job_of(request, uid), timezone.now()
    if press not in PRESSES:
        raise Http404
    if press == "take":
        done(request, operations.take_job, _("It is yours."), job=job, at=now)
    elif press == "hand-back":
        done(request, operations.hand_back_job, _("It waits for somebody again."), job=job, at=now)
    elif press == "open":
        done(request, operations.open_job_again, _("It is open again."), job=job)
    else:
        sentence = _("Done. Thank you.") if press == Job.Outcome.DONE else _("Dropped.")
        done(request, operations.settle_job, sentence, job=job, outcome=press, at=now)
    return onward(request, "jobs")


def job_of(request: SignedIn, uid: UUID) -> Job:
    """A job that the account sees; 404 for any other."""
    rows = Job.objects.visible_to(request.user).select_related("group", "taken_by")
    found: Job = get_object_or_404(rows, uid=uid)
    return found

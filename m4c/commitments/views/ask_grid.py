"""Grids: the list, one of people by questions, on paper too, whom to add, and whether everybody may read it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.campaigns.models import Campaign
from m4c.commitments.models import Ask, AskGrid
from m4c.commitments.operations import ask_grid as operations
from m4c.commitments.permissions import NEGOTIATE, PUBLISH_COMMITMENTS
from m4c.commitments.table.choosing import named, to_choose
from m4c.commitments.table.forms import FindNegotiationsForm
from m4c.commitments.table.grid_forms import GridForm, QuestionForm, WhomForm
from m4c.commitments.table.grid_page import grid_rows, people_asked, questions_of, tallies
from m4c.commitments.table.listing import grids_after, grids_before, grids_of
from m4c.core.htmx import page_or_part
from m4c.core.pages import page_of
from m4c.core.visibility import scopes_of
from m4c.people.narrowing import asked, filter_chip, kept_group
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form
from m4c.power.models import Powerholder, Tenure
from m4c.power.models.powerholder import PowerholderQuerySet

ON_A_PAGE = 50
ON_PAPER = 1_000  # a whole parliament on one sheet


@never_cache
@require_safe
def grids(request: SignedIn) -> HttpResponse:
    """Those of one's groups, the newest first."""
    form = FindNegotiationsForm(asked(request), by=request.user)
    group = form.chosen("group")
    kept = kept_group(request, group)
    page = page_of(grids_of(request.user, group), request.GET, after=grids_after, before=grids_before, kept=kept)
    context = {
        "form": form,
        "page": page,
        "rows": page.rows,
        "may_negotiate": request.user.may_somewhere(NEGOTIATE),
        "is_filtered": bool(group),
        "filter_chip": filter_chip(request, group),
    }
    return page_or_part(request, "commitments/ask_grids.html", context, part="grids-list")


@never_cache
@require_http_methods(["GET", "POST"])
def make(request: SignedIn) -> HttpResponse:
    """Make one; `?campaign=` says of which campaign."""
    campaign = named(request, "campaign", Campaign)
    start = {"campaign": campaign.uid, "group": campaign.group.slug} if campaign else {}
    form = GridForm(request.POST or None, by=request.user, initial=start)
    given = {"group": form.cleaned_data["group"], "new": form.new, "at": timezone.now()} if form.is_valid() else {}
    if given and (made := done_by_form(request, form, operations.make_grid, **given)):
        messages.success(request, _("Made. Now say whom you ask."))
        return redirect("ask-grid", uid=made.uid)
    return render(request, "commitments/ask_grid_form.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@require_safe
def grid(request: SignedIn, uid: UUID) -> HttpResponse:
    """One grid: on a phone a card for each person."""
    return shown(request, grid_of(request, uid))


@never_cache
@require_safe
def paper(request: SignedIn, uid: UUID) -> HttpResponse:
    """All of it on paper."""
    found = grid_of(request, uid)
    questions = questions_of(found)
    people = list(people_asked(request.user, found)[:ON_PAPER])
    context = {"grid": found, "questions": questions, "rows": grid_rows(request.user, found, questions, people)}
    return render(request, "commitments/ask_grid_paper.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def ask_many(request: SignedIn, uid: UUID) -> HttpResponse:
    """Add people: who holds an office, anybody in an institution, or one by name."""
    found, account = grid_of(request, uid), request.user
    sent = request.POST if request.method == "POST" else None
    choice = to_choose(account, sent or request.GET, None, found.campaign_seen)
    form = WhomForm(sent if sent and not choice.powerholder else None, by=account)
    whom = [choice.powerholder] if sent and choice.powerholder else []
    if form.is_valid():
        whom = in_office(request, found, form)
    if (form.is_valid() or whom) and added_to(request, form, found, whom):
        return redirect("ask-grid", uid=uid)
    context = {"grid": found, "choice": choice, "form": form}
    return render(request, "commitments/ask_many.html", context, status=422 if form.errors else 200)


def added_to(request: SignedIn, form: WhomForm, found: AskGrid, whom: list[Powerholder]) -> bool:
    """Add them, and say how many questions that is."""
    given = {"grid": found, "powerholders": whom, "at": timezone.now()}
    asks = done_by_form(request, form, operations.ask_many, **given)
    if asks is None:
        return False
    sentence = ngettext("{number} question more is put.", "{number} questions more are put.", len(asks))
    messages.success(request, sentence.format(number=len(asks)))
    return True


def in_office(request: SignedIn, found: AskGrid, form: WhomForm) -> list[Powerholder]:
    """Who held the chosen office, or any of the institution, on the day that the grid was asked."""
    held = Tenure.objects.visible_to(request.user).on(found.asked_on)
    office, body = form.cleaned_data.get("office"), form.cleaned_data.get("institution")
    held = held.filter(office=office) if office else held.filter(office__institution=body)
    people = Powerholder.objects.visible_to(request.user).filter(pk__in=held.order_by().values("powerholder"))
    return list(people[: operations.MOST_AT_ONCE + 1])


@require_POST
def ask_question(request: SignedIn, uid: UUID) -> HttpResponse:
    """Add a question for everybody in it."""
    found, form = grid_of(request, uid), QuestionForm(request.POST)
    given = {"grid": found, "at": timezone.now(), **form.cleaned_data} if form.is_valid() else {}
    if given and done_by_form(request, form, operations.ask_question, **given):
        return redirect("ask-grid", uid=uid)
    return shown(request, found, 422, question_form=form)


@require_POST
def leave_out(request: SignedIn, uid: UUID, powerholder: UUID) -> HttpResponse:
    """Strike somebody's row."""
    found = grid_of(request, uid)
    whom = get_object_or_404(Powerholder.objects.visible_to(request.user), uid=powerholder)
    done(request, operations.leave_out_of_grid, _("Left out."), grid=found, powerholder=whom, at=timezone.now())
    return redirect("ask-grid", uid=uid)


@require_POST
def publish(request: SignedIn, uid: UUID) -> HttpResponse:
    """Let everybody read it."""
    sentence = _("Everybody can read it now.")
    done(request, operations.publish_grid, sentence, grid=grid_of(request, uid), at=timezone.now())
    return redirect("ask-grid", uid=uid)


@require_POST
def take_down(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take it off the public pages."""
    done(request, operations.take_down_grid, _("Taken down."), grid=grid_of(request, uid), at=timezone.now())
    return redirect("ask-grid", uid=uid)


def shown(request: SignedIn, found: Any, status: int = 200, **more: Any) -> HttpResponse:
    """Its page, with a form that was refused as it came."""
    account, questions = request.user, questions_of(found)
    after, before = PowerholderQuerySet.after, PowerholderQuerySet.before
    page = page_of(people_asked(account, found), request.GET, after=after, before=before, size=ON_A_PAGE)
    scopes = scopes_of(found)
    context = {
        "grid": found,
        "campaign": found.campaign_seen,
        "questions": questions,
        "page": page,
        "rows": grid_rows(account, found, questions, page.rows),
        "tallies": tallies(questions, Ask.objects.visible_to(account).filter(grid=found, struck_at=None)),
        "is_public": found.published_at is not None and found.unpublished_at is None,
        "may_negotiate": account.may(NEGOTIATE, scopes),
        "may_publish": account.may(PUBLISH_COMMITMENTS, scopes),
        "question_form": QuestionForm(),
    }
    return render(request, "commitments/ask_grid.html", context | more, status=status)


def grid_of(request: SignedIn, uid: UUID) -> Any:
    """A grid that the account sees, with its campaign as far as the account sees that; 404 for any other."""
    found: Any = get_object_or_404(AskGrid.objects.visible_to(request.user).select_related("group"), uid=uid)
    found.campaign_seen = Campaign.objects.visible_to(request.user).filter(pk=found.campaign_id or 0).first()
    return found

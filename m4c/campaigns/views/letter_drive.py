"""Calls for supporters' letters in the workspace: a campaign's, one with its count and answers, its form."""

from uuid import UUID

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.campaigns.campaign_panels import campaign_tabs
from m4c.campaigns.letters.forms import DriveForm
from m4c.campaigns.models import LetterDrive, SupporterLetter
from m4c.campaigns.models.letter_drive import SupporterLetterQuerySet
from m4c.campaigns.operations import letter_drive as operations
from m4c.campaigns.permissions import PUBLISH_CAMPAIGNS, RUN_CAMPAIGNS
from m4c.campaigns.views.campaign import campaign_of
from m4c.core.pages import page_of
from m4c.core.visibility import scopes_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form

MOST_DRIVES = 50


@require_safe
def letter_drives(request: SignedIn, uid: UUID) -> HttpResponse:
    """The calls of a campaign, each with how many wrote."""
    campaign = campaign_of(request, uid)
    context = {
        "campaign": campaign,
        "tabs": campaign_tabs(request.user, campaign, "campaign-letters"),
        "drives": LetterDrive.objects.visible_to(request.user).filter(campaign=campaign).with_counts()[:MOST_DRIVES],
        "may_run": request.user.may(RUN_CAMPAIGNS, scopes_of(campaign)),
    }
    return render(request, "campaigns/letter_drives.html", context)


@require_http_methods(["GET", "POST"])
def make(request: SignedIn, uid: UUID) -> HttpResponse:
    """Prepare one."""
    campaign = campaign_of(request, uid)
    form = DriveForm(request.POST or None, campaign=campaign, by=request.user, initial={"means": "letter"})
    if form.is_valid() and (
        made := done_by_form(request, form, operations.make_drive, campaign=campaign, new=form.new)
    ):
        messages.success(request, _("Prepared. Open it once it reads well."))
        return redirect("letter-drive", uid=made.uid)
    context = {"campaign": campaign, "form": form}
    return render(request, "campaigns/letter_drive_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put one in other words."""
    drive = seen(request, uid)
    form = DriveForm.of(drive, request.user, request.POST or None)
    if form.is_valid() and done_by_form(request, form, operations.change_drive, drive=drive, new=form.new):
        messages.success(request, _("Saved."))
        return redirect("letter-drive", uid=uid)
    context = {"campaign": drive.campaign, "drive": drive, "form": form}
    return render(request, "campaigns/letter_drive_form.html", context, status=422 if form.errors else 200)


@require_safe
def letter_drive(request: SignedIn, uid: UUID) -> HttpResponse:
    """One call: how many wrote to whom, what they wrote where they let us read it, and what they were answered."""
    drive = seen(request, uid)
    letters = SupporterLetter.objects.visible_to(request.user).filter(drive=drive)
    told = letters.filter(~Q(answer="") | ~Q(words="")).select_related("powerholder")
    scopes = scopes_of(drive)
    context = {
        "drive": drive,
        "campaign": drive.campaign,
        "to": letters.filter(sent_on__isnull=False)
        .order_by("powerholder__name")
        .values_list("powerholder__name")
        .annotate(number=Count("pk"), answered=Count("pk", filter=~Q(answer="")))[:MOST_DRIVES],
        "page": page_of(told, request.GET, after=SupporterLetterQuerySet.after, before=SupporterLetterQuerySet.before),
        "may_run": request.user.may(RUN_CAMPAIGNS, scopes),
        "may_open": request.user.may(PUBLISH_CAMPAIGNS, scopes),
    }
    return render(request, "campaigns/letter_drive.html", context)


@require_POST
def open_it(request: SignedIn, uid: UUID) -> HttpResponse:
    """Let supporters take part."""
    sentence = _("It is open: it stands on the campaign's public page.")
    done(request, operations.open_drive, sentence, drive=seen(request, uid), at=timezone.now())
    return redirect("letter-drive", uid=uid)


@require_POST
def close_it(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take it off the public pages."""
    done(request, operations.close_drive, _("It is closed."), drive=seen(request, uid), at=timezone.now())
    return redirect("letter-drive", uid=uid)


@require_POST
def show(request: SignedIn, uid: UUID) -> HttpResponse:
    """Let everybody read an answer."""
    letter = letter_seen(request, uid)
    done(request, operations.show_answer, _("Everybody can read it."), letter=letter, at=timezone.now())
    return redirect("letter-drive", uid=letter.drive.uid)


@require_POST
def hide(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take an answer off the public page."""
    letter = letter_seen(request, uid)
    done(request, operations.hide_answer, _("It is public no more."), letter=letter)
    return redirect("letter-drive", uid=letter.drive.uid)


def letter_seen(request: SignedIn, uid: UUID) -> SupporterLetter:
    """The letter, if the account may see it."""
    found = SupporterLetter.objects.visible_to(request.user).select_related("drive")
    return get_object_or_404(found, uid=uid)


def seen(request: SignedIn, uid: UUID) -> LetterDrive:
    """The call, with how many wrote, if the account may see it."""
    found = LetterDrive.objects.visible_to(request.user).with_counts()
    return get_object_or_404(found.select_related("campaign", "campaign__group"), uid=uid)

"""An open letter with those who signed it, and writing down who signs, closes it or takes their name back."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from m4c.campaigns.casework.backer_forms import SignatoryForm
from m4c.campaigns.casework.letters import signed_after, signed_before, signed_by
from m4c.campaigns.models import LetterSignatory, OpenLetter
from m4c.campaigns.operations import open_letter as operations
from m4c.campaigns.views.campaign import campaign_of, frame
from m4c.core.pages import page_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@never_cache
@require_safe
def letter(request: SignedIn, uid: UUID) -> HttpResponse:
    """One letter."""
    return shown(request, letter_of(request, uid))


def shown(request: SignedIn, one: OpenLetter, **forms: Form) -> HttpResponse:
    """The page, with a form that was refused as it came."""
    found = campaign_of(request, one.campaign.uid)
    rows = signed_by(one, request.user)
    page = page_of(rows, request.GET, after=signed_after, before=signed_before)
    context = frame(request, found, "campaign-backers") | {
        "letter": one,
        "page": page,
        "number": rows.count(),
        "in_public": rows.exclude(agreed_public_at=None).count(),
        "signatory_form": SignatoryForm(by=request.user),
    }
    return render(request, "campaigns/open_letter.html", context | forms, status=422 if forms else 200)


@require_POST
def sign(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down who signed."""
    one, form = letter_of(request, uid), SignatoryForm(request.POST, by=request.user)
    given = {"letter": one, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, operations.sign_open_letter, new=form.new, **given):
        messages.success(request, _("Signed."))
        return redirect("open-letter", uid=uid)
    return shown(request, one, signatory_form=form)


@require_POST
def close(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take no more signatures."""
    one, on = letter_of(request, uid), timezone.localdate()
    done(request, operations.close_open_letter, _("It takes no more signatures."), letter=one, on=on)
    return redirect("open-letter", uid=uid)


@require_POST
def agree(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say whether somebody agreed to be named in public."""
    row, agrees = signatory_of(request, uid), request.POST.get("public") == "yes"
    sentence = _("Their name may stand in public.") if agrees else _("Their name stands nowhere in public.")
    done(request, operations.agree_to_be_named, sentence, signatory=row, agrees=agrees, at=timezone.now())
    return redirect("open-letter", uid=row.letter.uid)


@require_POST
def withdraw(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take a signature back."""
    row = signatory_of(request, uid)
    done(request, operations.withdraw_signature, _("Taken back."), signatory=row, at=timezone.now())
    return redirect("open-letter", uid=row.letter.uid)


def letter_of(request: SignedIn, uid: UUID) -> OpenLetter:
    """A letter that the account sees; 404 for any other."""
    found: OpenLetter = get_object_or_404(
        OpenLetter.objects.visible_to(request.user).select_related("campaign"), uid=uid
    )
    return found


def signatory_of(request: SignedIn, uid: UUID) -> LetterSignatory:
    """A signature that the account sees; 404 for any other."""
    rows = LetterSignatory.objects.visible_to(request.user).select_related("letter")
    found: LetterSignatory = get_object_or_404(rows, uid=uid)
    return found

"""Who is near a powerholder: where they came, who moves them, and who of us knows them or somebody who does."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form
from m4c.power.models import Acquaintance, Influence, Presence
from m4c.power.operations import near as operations
from m4c.power.permissions import RECORD_POWER
from m4c.power.record.asking import ways_to
from m4c.power.record.forms.bodies import EndForm
from m4c.power.record.forms.told import AcquaintanceForm, LineForm, PresenceForm
from m4c.power.views.filled import Sheet, shown
from m4c.power.views.powerholder import seen, sheet_of


@never_cache
@require_http_methods(["GET", "POST"])
def presence(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down that they came."""
    found = seen(request, uid)
    form = PresenceForm(request.POST or None, by=request.user)
    if form.is_valid():
        new = operations.NewPresence(powerholder=found, **form.given)
        given = {"group": form.cleaned_data["group"], "new": new, "at": timezone.now()}
        if done_by_form(request, form, operations.record_presence, **given):
            messages.success(request, _("Written down, with what they held then."))
            return redirect("powerholder", uid=uid)
    lede = _("Who stood before us, in which office and camp then. People change office; what they said does not.")
    return shown(request, form, sheet_of(found, _("They came to us"), lede=lede, note="role"))


@require_POST
def take_back(request: SignedIn, uid: UUID) -> HttpResponse:
    """It was a mistake: they did not come."""
    rows = Presence.objects.visible_to(request.user).select_related("powerholder")
    row = get_object_or_404(rows, uid=uid)
    done(request, operations.take_presence_back, _("Taken back."), presence=row)
    return redirect("powerholder", uid=row.powerholder.uid)


@require_http_methods(["GET", "POST"])
def draw(request: SignedIn, uid: UUID) -> HttpResponse:
    """Draw a line of influence to or from them."""
    found = seen(request, uid)
    form = LineForm(request.POST or None, by=request.user)
    if form.is_valid():
        given = dict(form.cleaned_data)
        way, other = given.pop("way"), given.pop("other")
        ends = (other, found) if way == LineForm.FROM else (found, other)
        new = operations.NewLine(*ends, **given)
        if done_by_form(request, form, operations.draw_line, new=new, at=timezone.now()):
            messages.success(request, _("Drawn."))
            return redirect("powerholder", uid=uid)
    lede = _("Who employs, funds, appoints or advises whom, and who does business with whom: by public sources.")
    return shown(request, form, sheet_of(found, _("A line of influence"), lede=lede, note="role"))


@require_http_methods(["GET", "POST"])
def end_line(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say until when a line held."""
    ends = ("from_powerholder", "from_institution", "to_powerholder", "to_institution")
    line: Influence = get_object_or_404(Influence.objects.visible_to(request.user).select_related(*ends), uid=uid)
    form = EndForm(request.POST or None)
    one = line.to_powerholder or line.from_powerholder or line.to_institution or line.from_institution
    where = "powerholder" if line.to_powerholder or line.from_powerholder else "institution"
    assert one is not None  # a line has two ends
    if form.is_valid() and done_by_form(request, form, operations.end_line, line=line, **form.cleaned_data):
        messages.success(request, _("Written down."))
        return redirect(where, uid=one.uid)
    back = reverse(where, kwargs={"uid": one.uid})
    return shown(request, form, Sheet(_("This line holds no more"), back, one.name))


@never_cache
@require_safe
def ask(request: SignedIn, uid: UUID) -> HttpResponse:
    """Whom to ask: who of those one may see knows them, or knows somebody who does."""
    found = seen(request, uid)
    context = {
        "powerholder": found,
        "found": ways_to(request.user, found, timezone.localdate()),
        "may_record": request.user.may_somewhere(RECORD_POWER),
    }
    return render(request, "power/ask.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def know(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down that one of our people knows them."""
    found = seen(request, uid)
    form = AcquaintanceForm(request.POST or None, by=request.user)
    given = {"powerholder": found, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, operations.say_acquaintance, **given, **form.cleaned_data):
        messages.success(request, _("Written down. Ask them before you name them to anybody."))
        return redirect("ask-who-knows", uid=uid)
    lede = _("Only what they said themselves, or know that you write down.")
    return shown(request, form, sheet_of(found, _("One of ours knows them"), lede=lede))


@require_POST
def know_no_more(request: SignedIn, uid: UUID) -> HttpResponse:
    """They know each other no more, or would rather not be asked."""
    rows = Acquaintance.objects.visible_to(request.user).select_related("powerholder")
    row = get_object_or_404(rows, uid=uid)
    done(request, operations.end_acquaintance, _("Taken off."), acquaintance=row, on=timezone.localdate())
    return redirect("ask-who-knows", uid=row.powerholder.uid)

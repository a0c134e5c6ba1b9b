"""The list of one's own devices, each of which can be ended."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from m4c.people.models import Device
from m4c.people.operations.device import sign_out, sign_out_elsewhere
from m4c.people.requests import SignedIn


@require_GET
def devices(request: SignedIn) -> HttpResponse:
    """Where one is signed in, this device first."""
    here = request.session.get("device")
    signed_in = Device.objects.visible_to(request.user).signed_in(timezone.now())
    others = [device for device in signed_in if device.pk != here]
    this = [device for device in signed_in if device.pk == here]
    return render(request, "people/devices.html", {"this": this, "others": others})


@require_POST
def end_device(request: SignedIn, uid: str) -> HttpResponse:
    """Sign one device out."""
    own = Device.objects.visible_to(request.user)
    device = get_object_or_404(own.signed_in(timezone.now()), uid=uid)
    sign_out(device=device, by=request.user)
    messages.success(request, _("{device} is signed out.").format(device=device))
    return redirect("devices")


@require_POST
def end_other_devices(request: SignedIn) -> HttpResponse:
    """Sign out everywhere but here."""
    sign_out_elsewhere(keep=request.session.get("device"), by=request.user)
    messages.success(request, _("You are signed out everywhere else."))
    return redirect("devices")

"""Links for hosts: made on an event's page and shown once, called back, and opened on the first device."""

from uuid import UUID

from allauth.core import ratelimit
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from m4c.events.door.at_door import AtDoor, cookie_of, link_of_token, link_on_device
from m4c.events.forms.door import HostLinkForm
from m4c.events.models import HostLink
from m4c.events.models.door import KEPT_FOR
from m4c.events.operations.host_link import HostLinkRefused, make_host_link, open_host_link, revoke_host_link
from m4c.people.models.account import website
from m4c.people.qr import qr_svg
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@never_cache
def host_links(request: SignedIn, here: AtDoor) -> HttpResponse:
    """The links of an event, and one more; its secret is shown on the answer, once."""
    event, form = here.event, HostLinkForm(request.POST or None)
    now = timezone.now()
    if form.is_valid() and (
        made := done_by_form(request, form, make_host_link, event=event, at=now, **form.cleaned_data)
    ):
        url = request.build_absolute_uri(made.path)
        context = {"event": event, "link": made.link, "url": url, "svg": qr_svg(url)}
        return render(request, "events/host_link_sheet.html", context)
    seen = HostLink.objects.visible_to(request.user).filter(event=event)
    context = {"event": event, "form": form, "links": seen, "now": now}
    return render(request, "events/host_links.html", context, status=422 if form.errors else 200)


@require_POST
def revoke(request: SignedIn, uid: UUID) -> HttpResponse:
    """Let a link open nothing any more."""
    link: HostLink = get_object_or_404(HostLink.objects.visible_to(request.user).select_related("event"), uid=uid)
    said = _("Called back: it opens nothing any more.")
    done(request, revoke_host_link, said, link=link, at=timezone.now())
    return redirect("host-links", uid=link.event.uid)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button, and open the door on this device when it is pressed: whoever previews the link spends nothing."""
    if too_many := ratelimit.consume_or_429(request, action="host_link", limit_get=True):
        return too_many
    if known := link_on_device(request, link_of_token(token)):
        return redirect("host-door", uid=known.uid)
    if request.method != "POST":
        return render(request, "events/host_link_open.html")
    try:
        opened = open_host_link(token=token, at=timezone.now(), by=website())
    except HostLinkRefused as refused:
        return render(request, "events/host_link_gone.html", {"sentence": refused}, status=404)
    response = redirect("host-door", uid=opened.link.uid)
    response.set_cookie(
        cookie_of(opened.link),
        opened.secret,
        expires=opened.link.expires_at + KEPT_FOR,
        path="/door/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response

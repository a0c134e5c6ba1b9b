"""Messages of the contact form, for those who answer."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from m4c.people.models import ContactMessage
from m4c.people.naming import with_doer
from m4c.people.operations.contact_message import answer_message
from m4c.people.views.asking import account_of, done

LATELY = 20


@never_cache
@require_safe
def messages(request: HttpRequest) -> HttpResponse:
    """What waits, the oldest first, and what was answered lately."""
    found = ContactMessage.objects.visible_to(account_of(request)).select_related("group", "answered_by__person")
    answered = with_doer(account_of(request), found.answered()[:LATELY], "answered_by")
    context = {"waiting": found.open(), "answered": answered}
    return render(request, "people/messages.html", context)


@require_POST
def answered(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Say that a message was answered."""
    message = get_object_or_404(ContactMessage.objects.visible_to(account_of(request)), uid=uid)
    done(request, answer_message, _("Written down as answered."), message=message, at=timezone.now())
    return redirect("messages")

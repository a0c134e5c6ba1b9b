"""The press by which somebody says that they gave what they had kept private."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from m4c.people.models import PrivateToGive
from m4c.people.operations.private_to_give import say_private_given
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done


@require_POST
def given(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say that one gave it."""
    to_give = get_object_or_404(PrivateToGive.objects.visible_to(request.user), uid=uid)
    done(request, say_private_given, _("Thank you. It is written down."), to_give=to_give, on=timezone.localdate())
    return redirect("today")

"""Take the pictures of a person off the site, from their page."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from m4c.people.views.asking import done
from m4c.people.views.person import seen
from m4c.website.operations.picture import take_pictures_down


@require_POST
def take_down(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take them off every page at once."""
    done(request, take_pictures_down, _("Their pictures are off the site."), person=seen(request, uid))
    return redirect("person", uid=uid)

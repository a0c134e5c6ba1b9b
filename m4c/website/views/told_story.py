"""From a story in the workspace to a draft on the site."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from m4c.listening.models import Story
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done
from m4c.website.operations.story import draft_story_page


@require_POST
def draft(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put a draft of the story below its group's page."""
    story = get_object_or_404(Story.objects.visible_to(request.user), uid=uid)
    said = _("A draft stands below your group's page: an editor looks at it and publishes it.")
    done(request, draft_story_page, said, story=story)
    return redirect("story", uid=uid)

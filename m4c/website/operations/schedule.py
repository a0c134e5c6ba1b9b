"""Pages that go out, and off, at a time their editor chose; written in Wagtail's own log, as all of theirs."""

import logging

from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Revision

from m4c.core.errors import Refused

log = logging.getLogger("m4c.website")


def publish_due_pages() -> int:
    """Publish what is due, as Wagtail does, but for what may not be public any more. Says how many were held back."""
    held_back = 0
    for revision in Revision.objects.filter(approved_go_live_at__lt=timezone.now()).order_by("pk"):
        try:
            revision.as_object().check_may_be_public()
        except Refused as refused:
            Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
            log.warning("page %s is not published as scheduled: %s", revision.object_id, refused.code)
            held_back += 1
    call_command("publish_scheduled")
    return held_back

"""Letters to those who follow a commitment: the link that makes it true, and how it stands now, with a way out."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from m4c.commitments.faces.reading import RELATED
from m4c.commitments.faces.secrets import token_of
from m4c.commitments.faces.told import CommitmentTold
from m4c.commitments.models import Commitment, Follower, Status
from m4c.people.context import name_of_movement
from m4c.people.posting import message


def link_letter(follower: Follower) -> EmailMessage:
    """The link by which somebody says a second time that they follow it."""
    with translation.override(language_of(follower)):
        told = context_of(follower)
        body = render_to_string("commitments/letters/follow_link.txt", told)
        subject = _("Follow a commitment")
    headers = {"Auto-Submitted": "auto-generated"}  # RFC 3834: nobody's "I am away" answers it
    return message(f"follow-{follower.uid}-{int(timezone.now().timestamp())}", subject, body, follower.email, headers)


def moved_letter(follower: Follower) -> EmailMessage:
    """That it moved, with a way out in the letter and in its headers (RFC 2369, RFC 8058).

    Its subject says nothing of who promised what: others may see the screen.
    """
    with translation.override(language_of(follower)):
        told = context_of(follower)
        body = render_to_string("commitments/letters/moved.txt", told)
        subject = _("A commitment that you follow has moved")
    headers = {
        "List-Unsubscribe": f"<{told['way_out']}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Precedence": "bulk",
    }
    name = f"moved-{follower.uid}-{int((follower.told_at or timezone.now()).timestamp())}"
    return message(name, subject, body, follower.email, headers)


def language_of(follower: Follower) -> str:
    """The language in which they asked, as addresses know it."""
    return next((code for code, _name in settings.LANGUAGES if code[:2] == follower.language), settings.LANGUAGE_CODE)


def context_of(follower: Follower) -> dict[str, Any]:
    """What the letters read, in the language in force."""
    today = timezone.localdate()
    found = Commitment.objects.select_related(*RELATED).get(pk=follower.commitment_id)
    told = CommitmentTold(found, today, today)
    link = reverse("following-commitment", kwargs={"token": token_of(str(follower.uid))})
    page = reverse("public-commitment", kwargs={"slug": found.slug})
    return {
        "movement": name_of_movement(),
        "told": told,
        "status": Status(told.status).label,
        "page": settings.SITE_URL + page,
        "way_out": settings.SITE_URL + link,
        "days": settings.SIGN_UP_LINK_DAYS,
    }

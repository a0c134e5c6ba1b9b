"""The pictures that stand with addresses of commitments where they are passed on: of all, of one, of who decides."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from m4c.commitments.faces.reading import public_commitments
from m4c.commitments.faces.tally import Tally
from m4c.core.page_cache import kept
from m4c.website.commitment_words import words_of, words_of_all, words_of_covenant, words_of_somebody
from m4c.website.share_picture import Words, picture_of_words
from m4c.website.views.commitments import told_of
from m4c.website.views.covenants import told_of as covenant_told
from m4c.website.views.decision_makers import face_of_body, face_of_holder


@kept
@require_safe
def of_all(request: HttpRequest) -> HttpResponse:
    """Of the board: how all of them stand."""
    today = timezone.localdate()
    return drawn(words_of_all(Tally.of(public_commitments(today), today)))


@kept
@require_safe
def of_one(request: HttpRequest, slug: str) -> HttpResponse:
    """Of a commitment."""
    return drawn(words_of(told_of(slug, None)))


@kept
@require_safe
def of_holder(request: HttpRequest, slug: str) -> HttpResponse:
    """Of a decision-maker."""
    face = face_of_holder(request, slug)
    return drawn(words_of_somebody(face.holder.name, face.tally))


@kept
@require_safe
def of_body(request: HttpRequest, slug: str) -> HttpResponse:
    """Of a body."""
    face = face_of_body(request, slug)
    return drawn(words_of_somebody(face.body.name, face.tally))


@kept
@require_safe
def of_covenant(request: HttpRequest, slug: str) -> HttpResponse:
    """Of a covenant."""
    return drawn(words_of_covenant(covenant_told(slug)))


def drawn(words: Words) -> HttpResponse:
    """The picture of these words."""
    return HttpResponse(picture_of_words(words), content_type="image/png")

"""Letters to those who want a kit in their place: in their language, with no word that another stranger typed.

The last one alone names two others, once each of the three has agreed to it.
"""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from m4c.campaigns.models import KitIntroduction, KitWish
from m4c.core.models.record import new_uid
from m4c.people.context import name_of_movement
from m4c.people.posting import message, post


def send_wish_link(wish: KitWish, token: str) -> None:
    """The link that makes a wish true, and takes it back."""
    send(wish, f"wish.{new_uid()}", "wish_link", "kit-wish", token)


def send_near(introduction: KitIntroduction, token: str) -> None:
    """That two others near them want the same, and the link by which they say yes or no."""
    name = f"near.{new_uid()}"
    send(introduction.wish, name, "wish_near", "kit-introduction", token, until=introduction.good_until)


def send_met(wish: KitWish, others: Sequence[KitWish]) -> None:
    """Who the two others are."""
    send(wish, f"met.{wish.pk}", "wish_met", "public-kit", wish.kit.slug, others=others)


def send(wish: KitWish, name: str, template: str, route: str, word: str, **more: Any) -> None:
    """Write to whoever wished."""
    with translation.override(wish.language):
        link = settings.SITE_URL + reverse(route, args=[word])
        context = {"movement": name_of_movement(), "kit": wish.kit, "link": link, **more}
        text = render_to_string(f"campaigns/letters/{template}.txt", context)
    subject, _newline, body = text.partition("\n")
    headers = {"Auto-Submitted": "auto-generated"}  # RFC 3834: nobody's "I am away" answers it
    with post() as way:
        way.send(message(name, subject, body, wish.email, headers))

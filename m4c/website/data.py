"""What a page tells machines about itself, in the words of schema.org."""

from typing import Any

from django.urls import reverse
from django.utils.translation import get_language

from m4c.events.models import Event
from m4c.website.frame import whole
from m4c.website.models import NewsPage, StoryPage


def of_event(event: Event) -> dict[str, Any]:
    """A gathering."""
    state = "EventCancelled" if event.is_called_off else "EventScheduled"
    facts: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": event.title,
        "startDate": event.starts_at.isoformat(),
        "eventStatus": f"https://schema.org/{state}",
        "isAccessibleForFree": True,
        "organizer": {"@type": "Organization", "name": event.group.name},
        "url": whole(reverse("public-event", kwargs={"uid": event.uid})),
    }
    if event.ends_at:
        facts["endDate"] = event.ends_at.isoformat()
    if place := event.place_for_all:
        postcode = event.postcode_for_all
        address = {"@type": "PostalAddress", "postalCode": postcode} if postcode else place
        facts["location"] = {"@type": "Place", "name": place, "address": address}
    return facts


def of_story(story: StoryPage, url: str) -> dict[str, Any]:
    """A story in somebody's own words."""
    return article("Article", story.title, story.lead, str(story.told_on), story.teller, url)


def of_news(post: NewsPage, url: str) -> dict[str, Any]:
    """A piece of news; where it was published elsewhere, what it is about."""
    facts = article("NewsArticle", post.title, post.excerpt, str(post.published_on), post.author, url)
    return facts | ({"isBasedOn": post.outlet_link} if post.outlet_link else {})


def of_movement(name: str, url: str) -> dict[str, Any]:
    """The movement itself."""
    return {"@context": "https://schema.org", "@type": "Organization", "name": name, "url": url}


def article(kind: str, title: str, words: str, day: str, author: str, url: str) -> dict[str, Any]:
    """Something written by somebody on a day."""
    facts = {
        "@context": "https://schema.org",
        "@type": kind,
        "headline": title,
        "description": words,
        "datePublished": day,
        "inLanguage": get_language(),
        "url": url,
    }
    return facts | ({"author": {"@type": "Person", "name": author}} if author else {})

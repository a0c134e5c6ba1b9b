"""What a page tells machines about itself, in the words of schema.org."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from m4c.campaigns.models import Campaign
from m4c.commitments.faces.told import CommitmentTold
from m4c.events.models import Event
from m4c.website.frame import whole
from m4c.website.models import NewsPage, StoryPage

LANGUAGES = ("en", "cy", "en cy")  # of events that say in which they are


def of_event(event: Event) -> dict[str, Any]:
    """A gathering, as strangers may know of it."""
    state = "EventCancelled" if event.is_called_off else "EventScheduled"
    mode = "Online" if event.link and not event.place_for_all else "Mixed" if event.link else "Offline"
    address = {"uid": event.uid}
    facts: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": event.title,
        "startDate": timezone.localtime(event.starts_at).isoformat(),
        "eventStatus": f"https://schema.org/{state}",
        "eventAttendanceMode": f"https://schema.org/{mode}EventAttendanceMode",
        "isAccessibleForFree": True,
        "organizer": {
            "@type": "Organization",
            "name": event.group.name,
            "url": whole(reverse("public-group", kwargs={"slug": event.group.slug})),
        },
        "url": whole(reverse("public-event", kwargs=address)),
        "image": whole(reverse("public-event-picture", kwargs=address)),
    }
    if event.ends_at:
        facts["endDate"] = timezone.localtime(event.ends_at).isoformat()
    if event.details:
        facts["description"] = event.details
    if event.capacity:
        facts["maximumAttendeeCapacity"] = event.capacity
    if event.language in LANGUAGES:
        facts["inLanguage"] = event.language.split()
    if places := places_of(event):
        facts["location"] = places if len(places) > 1 else places[0]
    return facts


def places_of(event: Event) -> list[dict[str, Any]]:
    """Where it is: in a place, online, or both. The link of an online meeting is for those who come."""
    places: list[dict[str, Any]] = []
    if place := event.place_for_all:
        postcode = event.postcode_for_all
        address = {"@type": "PostalAddress", "postalCode": postcode, "addressCountry": "GB"} if postcode else place
        places.append({"@type": "Place", "name": place, "address": address})
    if event.link:
        page = whole(reverse("public-event", kwargs={"uid": event.uid}))
        places.append({"@type": "VirtualLocation", "url": page})
    return places


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


def of_campaign(campaign: Campaign, name: str, words: str) -> dict[str, Any]:
    """A campaign that everybody may read about, under the name that may be told."""
    address = {"slug": campaign.slug}
    url = whole(reverse("public-campaign", kwargs=address))
    day = timezone.localdate(campaign.published_at) if campaign.published_at else campaign.starts_on
    image = whole(reverse("public-campaign-picture", kwargs=address))
    return article("Article", name, words, str(day), "", url) | {"image": image}


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


def of_commitment(told: CommitmentTold) -> dict[str, Any]:
    """What somebody promised, in their own words."""
    address = {"slug": told.commitment.slug}
    return {
        "@context": "https://schema.org",
        "@type": "Quotation",
        "text": told.words,
        "dateCreated": str(told.commitment.made_on),
        "creator": {"@type": "Person", "name": told.speaker} | ({"jobTitle": told.office} if told.office else {}),
        "inLanguage": get_language(),
        "url": whole(reverse("public-commitment", kwargs=address)),
        "image": whole(reverse("public-commitment-picture", kwargs=address)),
    }

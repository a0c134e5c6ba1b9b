"""Addresses of what other apps' records show the public, in each language: events, groups, feeds."""

from m4c.core.permissions import PUBLIC
from m4c.core.routes import route
from m4c.website import (
    campaign_urls,
    commitment_link_urls,
    commitment_urls,
    kit_urls,
    letter_urls,
    listening_urls,
    reply_urls,
)
from m4c.website.views import calendars, events, feeds, groups

urlpatterns = [
    route("events/", events.events, allow=PUBLIC, name="public-events"),
    route("events/find/", events.find_events, allow=PUBLIC, name="find-public-events"),
    route("events/events.ics", calendars.events, allow=PUBLIC, name="public-events-calendar"),
    route("events/<uuid:uid>/event.ics", calendars.event, allow=PUBLIC, name="public-event-calendar"),
    route("events/<uuid:uid>/picture.png", events.picture, allow=PUBLIC, name="public-event-picture"),
    route("groups/<slug:slug>/events.ics", calendars.group, allow=PUBLIC, name="public-group-calendar"),
    route("events/past/", events.past_events, allow=PUBLIC, name="public-past-events"),
    route("events/<uuid:uid>/", events.event, allow=PUBLIC, name="public-event"),
    *campaign_urls.urlpatterns,
    *commitment_link_urls.urlpatterns,
    *commitment_urls.urlpatterns,
    *reply_urls.urlpatterns,
    *listening_urls.urlpatterns,
    *kit_urls.urlpatterns,
    *letter_urls.urlpatterns,
    route("groups/", groups.groups, allow=PUBLIC, name="public-groups"),
    route("groups/<slug:slug>/", groups.group, allow=PUBLIC, name="public-group"),
    route("feeds/stories.xml", feeds.stories, allow=PUBLIC, name="stories-feed"),
    route("feeds/news.xml", feeds.news, allow=PUBLIC, name="news-feed"),
]

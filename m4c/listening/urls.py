"""Addresses of listening, each with the permission that opens it."""

from m4c.core.permissions import SIGNED_IN
from m4c.core.routes import route
from m4c.listening import talk_urls
from m4c.listening.campaigns import urls as campaigns
from m4c.listening.concerns import urls as concerns
from m4c.listening.deciding import urls as deciding
from m4c.listening.permissions import RECORD_CONVERSATIONS as RECORD
from m4c.listening.permissions import SEE_CONVERSATIONS as SEE
from m4c.listening.rounds import urls as rounds
from m4c.listening.story_urls import urlpatterns as stories
from m4c.listening.themes import urls as themes
from m4c.listening.views import house_meeting, one_to_one

HOME = "organise/conversations/"  # one's own 1-2-1s; all the others stand below it, as they do in the navigation
ONES, MEETINGS = f"{HOME}one-to-ones/", f"{HOME}house-meetings/"
ONE, MEETING = f"{ONES}<uuid:uid>/", f"{MEETINGS}<uuid:uid>/"

urlpatterns = [
    *themes.urlpatterns,
    *concerns.urlpatterns,
    *talk_urls.urlpatterns,
    route(HOME, one_to_one.one_to_ones, allow=RECORD, name="one-to-ones"),
    route(f"{ONES}all/", one_to_one.all_one_to_ones, allow=SEE, name="all-one-to-ones"),
    route(f"{ONES}new/", one_to_one.record, allow=RECORD, name="record-one-to-one"),
    route(ONE, one_to_one.one_to_one, allow=SIGNED_IN, name="one-to-one"),
    route(f"{ONE}holding/", one_to_one.hold, allow=RECORD, name="hold-one-to-one"),
    route(f"{ONE}follow-up/", one_to_one.follow_up, allow=RECORD, name="follow-up-one-to-one"),
    route(f"{ONE}day/", one_to_one.rearrange, allow=RECORD, name="rearrange-one-to-one"),
    route(f"{ONE}calling-off/", one_to_one.call_off, allow=RECORD, name="call-off-one-to-one"),
    route(f"{ONE}reopening/", one_to_one.reopen, allow=RECORD, name="reopen-one-to-one"),
    route(MEETINGS, house_meeting.house_meetings, allow=RECORD, name="house-meetings"),
    route(f"{MEETINGS}all/", house_meeting.all_house_meetings, allow=SEE, name="all-house-meetings"),
    route(f"{MEETINGS}new/", house_meeting.record, allow=RECORD, name="record-house-meeting"),
    route(MEETING, house_meeting.house_meeting, allow=SIGNED_IN, name="house-meeting"),
    route(f"{MEETING}holding/", house_meeting.hold, allow=RECORD, name="hold-house-meeting"),
    route(f"{MEETING}follow-up/", house_meeting.follow_up, allow=RECORD, name="follow-up-house-meeting"),
    route(f"{MEETING}day/", house_meeting.rearrange, allow=RECORD, name="rearrange-house-meeting"),
    route(f"{MEETING}calling-off/", house_meeting.call_off, allow=RECORD, name="call-off-house-meeting"),
    route(f"{MEETING}reopening/", house_meeting.reopen, allow=RECORD, name="reopen-house-meeting"),
    *stories,
    *rounds.urlpatterns,
    *campaigns.urlpatterns,
    *deciding.urlpatterns,
]

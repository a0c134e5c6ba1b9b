"""Addresses of concerns where they were said."""

from m4c.core.routes import route
from m4c.listening.permissions import HEAR, RECORD_CONVERSATIONS, RUN_LISTENING
from m4c.listening.views import concern

CONCERN, CAMPAIGN = "organise/listening/concerns/<uuid:uid>/", "organise/listening/campaigns/<uuid:uid>/concerns/"
TALK = "organise/conversations/one-to-ones/<uuid:uid>/concerns/"

urlpatterns = [
    route(TALK, concern.add_to_talk, allow=RECORD_CONVERSATIONS, name="add-concern-to-talk"),
    route(CAMPAIGN, concern.add_to_campaign, allow=HEAR, name="add-concern-to-campaign"),
    route(f"{CAMPAIGN}put-in/", concern.put_in, allow=RUN_LISTENING, name="put-in-campaign"),
    route(CONCERN, concern.concern, allow=HEAR, name="concern"),
    route(f"{CONCERN}striking/", concern.strike, allow=HEAR, name="strike-concern"),
    route(f"{CONCERN}putting-back/", concern.put_back, allow=HEAR, name="put-back-concern"),
    route(f"{CONCERN}leaving-out/", concern.leave_out, allow=RUN_LISTENING, name="leave-out-of-campaign"),
]

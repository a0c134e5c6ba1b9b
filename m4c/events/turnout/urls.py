"""Addresses of turnout: figures and pledges, call sheets, and one's own list of names."""

from m4c.core.routes import route
from m4c.events.turnout_permissions import ASK_TO_EVENTS
from m4c.events.views import call_sheet, own_name, turnout
from m4c.people.list_permissions import KEEP_NAMES

ONE = "organise/events/<uuid:uid>"
LISTED = "organise/attendances/<uuid:uid>"
NAMED = "organise/names-asked/<uuid:uid>"
OWN = "organise/my-list"

urlpatterns = [
    route(f"{ONE}/turnout/", turnout.turnout, allow=ASK_TO_EVENTS, name="turnout"),
    route(f"{ONE}/turnout/pledge/", turnout.pledge, allow=ASK_TO_EVENTS, name="pledge-turnout"),
    route(
        "organise/turnout-pledges/<uuid:uid>/withdrawal/",
        turnout.withdraw,
        allow=ASK_TO_EVENTS,
        name="withdraw-turnout",
    ),
    route(f"{ONE}/calls/", call_sheet.sheet, allow=ASK_TO_EVENTS, name="call-sheet"),
    route(f"{ONE}/calls/people/", call_sheet.list_person, allow=ASK_TO_EVENTS, name="list-person"),
    route(f"{ONE}/calls/names/", call_sheet.list_name, allow=KEEP_NAMES, name="list-name"),
    route(f"{ONE}/calls/paper/", call_sheet.paper, allow=ASK_TO_EVENTS, name="call-paper"),
    route(f"{ONE}/calls/typed/", call_sheet.typed, allow=ASK_TO_EVENTS, name="typed-calls"),
    route(f"{LISTED}/calls/", call_sheet.answer, allow=ASK_TO_EVENTS, name="answer-call"),
    route(f"{LISTED}/calls/last/", call_sheet.take_back, allow=ASK_TO_EVENTS, name="take-back-call"),
    route(f"{LISTED}/asker/removal/", call_sheet.unlist, allow=ASK_TO_EVENTS, name="unlist-person"),
    route(f"{NAMED}/calls/", call_sheet.answer_name, allow=KEEP_NAMES, name="answer-name-call"),
    route(f"{NAMED}/calls/last/", call_sheet.take_back_name, allow=KEEP_NAMES, name="take-back-name-call"),
    route(f"{NAMED}/removal/", call_sheet.unlist_name, allow=KEEP_NAMES, name="unlist-name"),
    route(f"{OWN}/", own_name.own_names, allow=KEEP_NAMES, name="own-names"),
    route(f"{OWN}/<uuid:uid>/removal/", own_name.drop, allow=KEEP_NAMES, name="drop-name"),
    route(f"{OWN}/<uuid:uid>/meeting/", own_name.meet, allow=KEEP_NAMES, name="meet-name"),
]

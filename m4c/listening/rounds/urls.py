"""Addresses of house meetings while they are held, of offers to host, and of rounds."""

from m4c.core.permissions import SIGNED_IN
from m4c.core.routes import route
from m4c.events.permissions import KEEP_MINUTES
from m4c.events.turnout_permissions import ASK_TO_EVENTS
from m4c.listening.permissions import HEAR, RUN_LISTENING
from m4c.listening.permissions import RECORD_CONVERSATIONS as RECORD
from m4c.listening.views import capture, guest_names, host_offer, house_meeting, meeting_round

MEETING = "organise/conversations/house-meetings/<uuid:uid>/"
CAPTURE, OFFER = f"{MEETING}capture/", "organise/host-offers/<uuid:uid>/"
ROUNDS = "organise/listening/rounds/"
ROUND = f"{ROUNDS}<uuid:uid>/"

urlpatterns = [
    route(CAPTURE, capture.capture_page, allow=HEAR, name="capture"),
    route(f"{CAPTURE}list/", capture.capture_list, allow=HEAR, name="capture-list"),
    route(f"{CAPTURE}entries/", capture.entries, allow=HEAR, name="capture-entries"),
    route(f"{CAPTURE}back/", capture.take_back, allow=HEAR, name="capture-back"),
    route(f"{CAPTURE}worker.js", capture.worker, allow=HEAR, name="capture-worker"),
    route(f"{CAPTURE}<slug:kind>/", capture.write, allow=HEAR, name="capture-write"),
    route(f"{MEETING}names/", guest_names.guest_names, allow=ASK_TO_EVENTS, name="guest-names"),
    route(f"{MEETING}agenda/", house_meeting.lay_agenda, allow=KEEP_MINUTES, name="lay-usual-agenda"),
    route(f"{MEETING}round/removal/", meeting_round.take_out, allow=RUN_LISTENING, name="take-out-of-round"),
    route(f"{OFFER}arranging/", host_offer.arrange, allow=RECORD, name="arrange-offered"),
    route(f"{OFFER}letting-go/", host_offer.let_go, allow=RECORD, name="let-go-of-offer"),
    route(ROUNDS, meeting_round.rounds, allow=HEAR, name="rounds"),
    route(f"{ROUNDS}new/", meeting_round.begin, allow=RUN_LISTENING, name="begin-round"),
    route(ROUND, meeting_round.one_round, allow=SIGNED_IN, name="round"),
    route(f"{ROUND}change/", meeting_round.change, allow=RUN_LISTENING, name="change-round"),
    route(f"{ROUND}meetings/", meeting_round.put_in, allow=RUN_LISTENING, name="put-in-round"),
    route(f"{ROUND}gatherings/<slug:week>/", meeting_round.gather, allow=RUN_LISTENING, name="call-gathering"),
    route(
        f"{ROUND}gatherings/<slug:week>/asking/", meeting_round.ask_met, allow=RUN_LISTENING, name="ask-everybody-met"
    ),
]

"""Addresses round a 1-2-1: asking for it, what is written after it, the key of drafts, and counts by leader."""

from m4c.core.permissions import SIGNED_IN
from m4c.core.routes import route
from m4c.listening.permissions import RECORD_CONVERSATIONS as RECORD
from m4c.listening.permissions import SEE_CONVERSATIONS as SEE
from m4c.listening.views import leaders_talks, one_to_one_ask, talk_after

TALKS = "organise/conversations/"
AFTER = f"{TALKS}one-to-ones/<uuid:uid>/after/"
ASKED = f"{TALKS}asked/"

urlpatterns = [
    route(f"{TALKS}draft-key/", talk_after.key, allow=RECORD, name="draft-key"),
    route(f"{TALKS}by-leader/", leaders_talks.leaders_talks, allow=SEE, name="leaders-one-to-ones"),
    route(f"{ASKED}new/", one_to_one_ask.ask, allow=RECORD, name="ask-for-one-to-one"),
    route(f"{ASKED}<uuid:uid>/", one_to_one_ask.asking, allow=SIGNED_IN, name="one-to-one-ask"),
    route(f"{ASKED}<uuid:uid>/answer/", one_to_one_ask.answer, allow=RECORD, name="answer-one-to-one-ask"),
    route(f"{ASKED}<uuid:uid>/taking-back/", one_to_one_ask.take_back, allow=RECORD, name="take-back-one-to-one-ask"),
    route(f"{ASKED}<uuid:uid>/reopening/", one_to_one_ask.reopen, allow=RECORD, name="reopen-one-to-one-ask"),
    route(AFTER, talk_after.after, allow=RECORD, name="after-one-to-one"),
    route(f"{AFTER}sent/", talk_after.send, allow=RECORD, name="send-after-one-to-one"),
    route(f"{AFTER}worker.js", talk_after.worker, allow=RECORD, name="after-one-to-one-worker"),
]

"""Addresses of stories in the workspace."""

from m4c.core.permissions import SIGNED_IN
from m4c.core.routes import route
from m4c.listening.permissions import KEEP_STORIES as KEEP
from m4c.listening.views import story, story_ask, story_showing, story_teller

ALL, CARD, OWN = "organise/listening/stories/", "organise/listening/speaker-cards/<uuid:uid>/", "organise/my-stories/"
ONE, ASKS = f"{ALL}<uuid:uid>/", "organise/people/<uuid:uid>/story-asks/"

urlpatterns = [
    route(ALL, story.stories, allow=KEEP, name="stories"),
    route(f"{ALL}new/", story.write_down, allow=KEEP, name="write-down-story"),
    route(ONE, story.story, allow=SIGNED_IN, name="story"),
    route(f"{ONE}words/", story.wording, allow=KEEP, name="edit-story"),
    route(f"{ONE}look-through/", story.look_through, allow=KEEP, name="look-through-story"),
    route(f"{ONE}consent/", story.consent, allow=KEEP, name="record-story-consent"),
    route(f"{ONE}lowering/", story.lower, allow=KEEP, name="lower-story"),
    route(f"{ONE}removal/", story.take_back, allow=KEEP, name="take-back-story"),
    route(f"{ONE}link/", story_showing.link, allow=KEEP, name="make-story-link"),
    route(f"{ONE}letter/", story_showing.letter, allow=KEEP, name="send-story-link"),
    route(f"{ONE}cards/", story_showing.make_card, allow=KEEP, name="make-speaker-card"),
    route(f"{ONE}uses/", story_showing.note_use, allow=KEEP, name="note-story-use"),
    route(CARD, story_showing.card, allow=KEEP, name="speaker-card"),
    route(f"{CARD}removal/", story_showing.end_card, allow=KEEP, name="end-speaker-card"),
    route(ASKS, story_ask.ask, allow=KEEP, name="ask-for-story"),
    route(f"{ASKS}answer/", story_ask.answer, allow=KEEP, name="answer-story-ask"),
    route(OWN, story_teller.own_stories, allow=SIGNED_IN, name="own-stories"),
    route(f"{OWN}no-more/", story_teller.never_ask_own, allow=SIGNED_IN, name="never-ask-me"),
    route(f"{OWN}<uuid:uid>/", story_teller.own_story, allow=SIGNED_IN, name="own-story"),
    route(f"{OWN}<uuid:uid>/removal/", story_teller.take_back_own, allow=SIGNED_IN, name="take-back-own-story"),
]

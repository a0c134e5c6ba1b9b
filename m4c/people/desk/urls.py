"""Addresses of the front desk: who signed up, who wrote, who complains, and what the site says of itself."""

from m4c.core.routes import route
from m4c.people.permissions import (
    ANSWER_COMPLAINTS,
    ANSWER_MESSAGES,
    HAND_OVER_WELCOMES,
    KEEP_PUBLIC_WORDS,
    WELCOME,
)
from m4c.people.views import complaint, contact_message, public_words, welcome

WORDS = "organise/public-words"

urlpatterns = [
    route("organise/welcomes/", welcome.welcomes, allow=WELCOME, name="welcomes"),
    route("organise/welcomes/<uuid:uid>/welcomed/", welcome.welcomed, allow=WELCOME, name="mark-welcomed"),
    route(
        "organise/welcomes/<uuid:uid>/welcomer/", welcome.hand_over, allow=HAND_OVER_WELCOMES, name="hand-over-welcome"
    ),
    route("organise/messages/", contact_message.messages, allow=ANSWER_MESSAGES, name="messages"),
    route(
        "organise/messages/<uuid:uid>/answered/", contact_message.answered, allow=ANSWER_MESSAGES, name="answer-message"
    ),
    route("organise/complaints/", complaint.complaints, allow=ANSWER_COMPLAINTS, name="complaints"),
    route("organise/complaints/<uuid:uid>/", complaint.complaint, allow=ANSWER_COMPLAINTS, name="complaint"),
    route("organise/complaints/<uuid:uid>/steps/", complaint.step, allow=ANSWER_COMPLAINTS, name="answer-complaint"),
    route(
        "organise/complaints/<uuid:uid>/letter/",
        complaint.letter,
        allow=ANSWER_COMPLAINTS,
        name="mail-complaint-answer",
    ),
    route(f"{WORDS}/", public_words.public_words, allow=KEEP_PUBLIC_WORDS, name="public-words"),
    route(f"{WORDS}/privacy/", public_words.write_privacy_notice, allow=KEEP_PUBLIC_WORDS, name="write-privacy-notice"),
    route(f"{WORDS}/imprint/", public_words.write_imprint, allow=KEEP_PUBLIC_WORDS, name="write-imprint"),
    route(f"{WORDS}/who-pays/", public_words.write_who_pays, allow=KEEP_PUBLIC_WORDS, name="write-who-pays"),
    route(f"{WORDS}/notice/", public_words.write_site_notice, allow=KEEP_PUBLIC_WORDS, name="write-site-notice"),
    route(
        f"{WORDS}/notices/<uuid:uid>/ending/",
        public_words.take_down_site_notice,
        allow=KEEP_PUBLIC_WORDS,
        name="take-down-site-notice",
    ),
]

"""Addresses of a group's own life: its purpose and story, its documents, moving, merging and closing."""

from m4c.core.permissions import SIGNED_IN
from m4c.core.routes import route
from m4c.people.permissions import CLOSE_GROUPS, LOOK_AFTER_GROUPS, MAKE_GROUPS, MERGE_GROUPS, SEE_GROUPS
from m4c.people.views import group_birth, group_document, group_move, group_passing, group_story

ONE, DOCUMENT = "organise/groups/<slug:slug>", "organise/documents/<uuid:uid>"
VERSION, ASKING = "organise/documents/versions/<uuid:uid>", "organise/askings/<uuid:uid>"

urlpatterns = [
    route(f"{ONE}/story/", group_story.story, allow=SEE_GROUPS, name="group-story"),
    route(f"{ONE}/purpose/", group_story.purpose, allow=LOOK_AFTER_GROUPS, name="say-purpose"),
    route(f"{ONE}/birth/", group_birth.birth, allow=LOOK_AFTER_GROUPS, name="tell-birth"),
    route(
        "organise/origins/<uuid:uid>/withdrawal/",
        group_birth.drop_origin,
        allow=LOOK_AFTER_GROUPS,
        name="withdraw-origin",
    ),
    route(
        "organise/supporters/<uuid:uid>/withdrawal/",
        group_birth.drop_supporter,
        allow=LOOK_AFTER_GROUPS,
        name="withdraw-supporter",
    ),
    route(f"{ONE}/documents/", group_document.documents, allow=SEE_GROUPS, name="group-documents"),
    route(f"{ONE}/documents/new/", group_document.keep, allow=LOOK_AFTER_GROUPS, name="keep-document"),
    route(f"{DOCUMENT}/", group_document.document, allow=SEE_GROUPS, name="document"),
    route(f"{DOCUMENT}/new-version/", group_document.keep_new, allow=LOOK_AFTER_GROUPS, name="keep-version"),
    route(f"{DOCUMENT}/audience/", group_document.open_to, allow=LOOK_AFTER_GROUPS, name="document-audience"),
    route(f"{VERSION}/", group_document.download, allow=SEE_GROUPS, name="document-version"),
    route(f"{VERSION}/withdrawal/", group_document.withdraw, allow=LOOK_AFTER_GROUPS, name="withdraw-version"),
    route(f"{ONE}/moving/", group_move.move, allow=MAKE_GROUPS, name="move-group"),
    route(f"{ONE}/merging/", group_move.merge, allow=MERGE_GROUPS, name="merge-group"),
    route(f"{ONE}/closing/", group_passing.closing, allow=CLOSE_GROUPS, name="close-group"),
    route(f"{ONE}/closing/newcomers/", group_passing.ask_newcomers, allow=CLOSE_GROUPS, name="ask-newcomers"),
    route(f"{ONE}/closing/end/", group_passing.end, allow=CLOSE_GROUPS, name="end-group"),
    route(f"{ONE}/closing/calling-off/", group_passing.call_off, allow=CLOSE_GROUPS, name="call-off-closing"),
    route(f"{ASKING}/", group_passing.answer, allow=CLOSE_GROUPS, name="answer-asking"),
    route(f"{ASKING}/taking/", group_passing.take, allow=CLOSE_GROUPS, name="take-asking"),
    route("organise/my-answer/<uuid:uid>/", group_passing.own_answer, allow=SIGNED_IN, name="own-asking"),
]

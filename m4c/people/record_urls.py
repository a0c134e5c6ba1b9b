"""Addresses of people's records and of groups."""

from m4c.core.permissions import SIGNED_IN
from m4c.core.routes import route
from m4c.people.permissions import (
    ADD_PEOPLE,
    EDIT_PEOPLE,
    MAKE_GROUPS,
    OPEN_RECORDS,
    RECORD_CONSENT,
    SEE_GROUPS,
    SEE_KNOWN_PEOPLE,
    WRITE_NOTES,
)
from m4c.people.views import consent, group, membership, narrowing, note, own_record, person, record, whom

ONE = "organise/people/<uuid:uid>"

urlpatterns = [
    route("organise/whom/", whom.whom, allow=SEE_KNOWN_PEOPLE, name="whom"),
    route("organise/people/adding/", record.add, allow=ADD_PEOPLE, name="add-person"),
    route(f"{ONE}/", person.person, allow=OPEN_RECORDS, name="person"),
    route(f"{ONE}/names/", record.edit, allow=EDIT_PEOPLE, name="edit-person"),
    route(f"{ONE}/reach/", record.reach, allow=EDIT_PEOPLE, name="set-contact-details"),
    route(f"{ONE}/address/", record.address, allow=EDIT_PEOPLE, name="set-address"),
    route(f"{ONE}/stopping/", record.stop, allow=EDIT_PEOPLE, name="stop-contact"),
    route(f"{ONE}/resuming/", record.resume, allow=EDIT_PEOPLE, name="resume-contact"),
    route(f"{ONE}/memberships/", membership.join, allow=ADD_PEOPLE, name="join-group"),
    route("organise/memberships/<uuid:uid>/ending/", membership.leave, allow=EDIT_PEOPLE, name="leave-group"),
    route(f"{ONE}/consent/", consent.record, allow=RECORD_CONSENT, name="record-consent"),
    route(f"{ONE}/knocking/", consent.knock_again, allow=RECORD_CONSENT, name="lift-do-not-knock"),
    route(f"{ONE}/notes/", note.write, allow=WRITE_NOTES, name="write-note"),
    route("organise/notes/<uuid:uid>/", note.edit, allow=WRITE_NOTES, name="edit-note"),
    route("organise/notes/<uuid:uid>/withdrawal/", note.withdraw, allow=WRITE_NOTES, name="withdraw-note"),
    route("organise/my-record/", own_record.own_record, allow=SIGNED_IN, name="own-record"),
    route("organise/groups/", group.groups, allow=SEE_GROUPS, name="groups"),
    route("organise/narrow/", narrowing.narrowing, allow=SEE_GROUPS, name="narrow"),
    route("organise/new-group/", group.make, allow=MAKE_GROUPS, name="make-group"),
    route("organise/groups/<slug:slug>/", group.group, allow=SEE_GROUPS, name="group"),
]

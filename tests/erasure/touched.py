"""Somebody who touched every app, by real operations and with real files: a story for each app, by its name."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from m4c.core.models import AuditEntry
from m4c.core.models.record import new_uid
from m4c.events.models import Evaluation, Event, LetterToSomebody
from m4c.events.operations.attendance import record_attendance
from m4c.events.operations.event import count_heads
from m4c.events.operations.event_letter import word_letter
from m4c.events.operations.job import give_job
from m4c.insight.operations.report_file import request_report_file
from m4c.insight.so_far import Period
from m4c.leaders.operations.pledge import NewPledge, record_pledge
from m4c.leaders.operations.training import add_trainer, record_standing
from m4c.listening.models import WordBack
from m4c.listening.operations.candidate_issue import score_candidate
from m4c.listening.operations.concern import NewConcern, note_concerns
from m4c.listening.operations.host_offer import write_offer
from m4c.listening.operations.house_meeting import NewHouseMeeting, record_house_meeting
from m4c.listening.operations.issue import move_issue, record_decider
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.listening.operations.one_to_one_ask import NewAsking, ask_for_one_to_one
from m4c.listening.operations.voting import cast_on_behalf
from m4c.listening.operations.writing_up import WrittenUp, write_up
from m4c.outreach.models import Told
from m4c.outreach.operations.telling import Words, write_telling
from m4c.people import tasks
from m4c.people.access.files import path_of, whole_path_of
from m4c.people.desk.written import Written
from m4c.people.models import AccessPack, Account, Channel, Person, PersonEmail, PrivacyNotice, PrivateToGive
from m4c.people.models.account import website
from m4c.people.operations.account import create_account
from m4c.people.operations.complaint import complain, take_step
from m4c.people.operations.consent import record_consent
from m4c.people.operations.contact_message import leave_message
from m4c.people.operations.next_step import agree_step
from m4c.people.operations.note import write_note
from m4c.people.operations.own_field import NewField, fill_own_fields, make_own_field
from m4c.people.operations.people_export import Wanted, request_export
from m4c.people.operations.person import NewPerson, add_person, edit_person
from m4c.people.operations.person_merge import merge
from m4c.people.operations.referral import refer
from m4c.people.operations.relationship import record_relationship
from m4c.people.operations.rights_request import Asked, check_identity, take_in_request
from m4c.people.operations.saved_filter import save_filter
from m4c.people.operations.sign_up import Joining, ask_to_join
from m4c.people.operations.tag import tag_people
from m4c.people.permissions import EXPORT_PEOPLE
from m4c.website.operations.editors import collection_of
from m4c.website.operations.picture import Face, say_who_is_recognised
from tests.cast import Cast
from tests.erasure.campaigns import of_campaigns
from tests.erasure.powered import of_power
from tests.erasure.promised import of_commitments
from tests.erasure.stories import tell_everywhere
from tests.factories import NOW, TODAY, gathering, somebody, training
from tests.importing import brought_in
from tests.listening.campaigning import campaigned
from tests.listening.deciding.making import ballot_of, candidate_of, issue_of, theme_of
from tests.website.site import AGREED, page_of, picture, story_below

GIVEN, FAMILY = "Tegwêna", "Quillwyn"
NAME, EMAIL, PHONE, POSTCODE = f"{GIVEN} {FAMILY}", "tegwena.quillwyn@example.org", "+447700900188", "CF3 0EF"
LINES = "188 Heol Quillwyn"
SHEET = "First name,Surname,Email,Mobile,Postcode"


def of_core(cast: Cast, person: Person, friend: Person) -> None:
    """Audit entries with her name among operational values, and the software's work with her address."""
    edit_person(person=person, values={"source": f"Through {NAME}"}, by=cast.organiser)
    assert AuditEntry.objects.exists()
    tasks.mail_password_reset.enqueue(EMAIL)


def of_places(cast: Cast, person: Person, friend: Person) -> None:
    """Where she lives, by her postcode."""
    assert person.address


def of_people(cast: Cast, person: Person, friend: Person) -> None:
    """Notes, steps, ties, words by public forms, a file out, an account, and a record made one with hers."""
    for tier in ("team", "group"):
        write_note(
            person=person, group=cast.cardiff, tier=tier, at=NOW, about_them=f"{GIVEN} is tired", by=cast.organiser
        )
    write_note(person=friend, group=cast.cardiff, tier="team", at=NOW, about_them=f"Met {NAME}", by=cast.organiser)
    said = {"channel": Channel.EMAIL, "purpose": "news", "state": "given", "wording": "Yes", "source": f"{NAME} wrote"}
    record_consent(person=person, at=NOW, by=cast.organiser, **said)
    owner = cast.person("organiser")
    step: dict[str, Any] = {"words": f"Ring {GIVEN}", "due_on": TODAY, "by": cast.organiser}
    agree_step(group=cast.cardiff, person=person, owner=owner, **step)
    tag_people(people=[person], name="Has a van", group=cast.cardiff, at=NOW, by=cast.organiser)
    known: dict[str, Any] = {"kind": "friend", "evidence": f"{NAME} said so", "by": cast.organiser}
    record_relationship(group=cast.cardiff, person=person, other=friend, **known)
    worry: dict[str, Any] = {
        "about_words": NAME,
        "seen": f"{GIVEN} was crying",
        "urgency": "3_soon",
        "at": NOW,
        "by": cast.organiser,
    }
    refer(group=cast.cardiff, about=person, **worry)
    public_forms(cast)
    asks_and_lists(cast, person)
    wanted = Wanted(format="csv", purpose="Invitations", chosen=["first_name", "last_name", "email"])
    request_export(groups=cast.organiser.groups_for(EXPORT_PEOPLE), wanted=wanted, by=cast.organiser, at=NOW)
    twin = somebody(cast, NAME, emails=[EMAIL], postcode="CF3 0EF")
    merge(keep=person, other=twin, choices={}, at=NOW, by=cast.organiser)
    create_account(email=EMAIL, role="leader", group=cast.cardiff, by=cast.organiser, person=person)
    account = Account.objects.get(person=person)
    write_note(person=friend, group=cast.cardiff, tier="private", at=NOW, reflection="For me alone", by=account)


def asks_and_lists(cast: Cast, person: Person) -> None:
    """A copy of her record with its file, a field of the movement's own, and filters that look for her."""
    asked = Asked("access", "email", NAME, TODAY, EMAIL, f"What do you hold on {NAME}?")
    request = take_in_request(group=cast.movement, asked=asked, person=person, by=cast.data_protection)
    check_identity(request=request, how="Rang the number on record", on=TODAY, by=cast.data_protection)
    days = {"asked_at": NOW, "made_at": NOW, "expires_at": NOW + timedelta(days=3_000)}
    pack = AccessPack.objects.create(request=request, asked_by=cast.data_protection, count=1, sent_to=EMAIL, **days)
    for place in (path_of(pack, "json"), whole_path_of(pack, "json")):
        place.write_text(f'{{"name": "{NAME}", "email": "{EMAIL}", "uid": "{person.uid}"}}')
    PrivateToGive.objects.create(request=request, author=cast.leader, asked_at=NOW)
    own = make_own_field(new=NewField("text", "Can lend", "content"), at=NOW, by=cast.admin)
    fill_own_fields(person=person, values={own: f"{NAME}'s van"}, at=NOW, by=cast.organiser)
    save_filter(group=cast.cardiff, name="Her", address=f"q={EMAIL}", at=NOW, by=cast.organiser)


def public_forms(cast: Cast) -> None:
    """What she wrote to us by the public forms."""
    words = {"number": 1, "words_en": "Little.", "words_cy": "Ychydig.", "valid_from": TODAY, "written_by": cast.admin}
    PrivacyNotice.objects.get_or_create(number=1, defaults=words)
    written = Written(NAME, EMAIL, f"I am {NAME}", "en-gb")
    leave_message(written=written, postcode=POSTCODE, notice=1, at=NOW, by=website())
    complaint = complain(written=written, kind="data", notice=1, at=NOW, by=website())
    take_step(complaint=complaint, state="looked_into", words=f"We asked {NAME}", at=NOW, by=cast.data_protection)
    joining = Joining(GIVEN, FAMILY, EMAIL, POSTCODE, {}, "en-gb", phone=PHONE)
    ask_to_join(joining=joining, notice=1, at=NOW, by=website())


def of_events(cast: Cast, person: Person, friend: Person) -> None:
    """She came, and brought somebody; a gathering is called after her, and she counted the room."""
    own = gathering(cast, title=f"Farewell to {NAME}", place=f"At {NAME}'s")
    record_attendance(event=own, person=person, by=cast.organiser)
    record_attendance(event=own, person=friend, brought_by=person, by=cast.organiser)
    count_heads(event=own, number=12, how="counted", said_by=NAME, by=cast.organiser)
    thoughts = {"feelings": f"Proud of {NAME}", "grew": f"{NAME} spoke"}
    for whom in (person, friend):
        Evaluation.objects.create(event=own, person=whom, **thoughts)
    give_job(group=cast.cardiff, what=f"Thank {NAME}", at=NOW, taken_by=person, by=cast.organiser)
    word_letter(event=own, kind="thanks", subject="", words=f"{NAME} sang.", at=NOW, by=cast.organiser)
    LetterToSomebody.objects.create(event=own, person=person, kind="thanks", queued_at=NOW)


def of_deciding(cast: Cast, person: Person) -> None:
    """She voted by telephone in an open ballot that names her, was against the issue, and is to hear of it."""
    ballot = ballot_of(cast, is_secret=False, about=f"{NAME} told us")
    words = f"{NAME} said so"
    cast_on_behalf(ballot=ballot, person=person, choices=["Street lights"], words=words, at=NOW, by=cast.organiser)
    theme = theme_of(cast)
    issue = issue_of(cast, theme, problem=f"{NAME} falls in the dark", how_decided=f"Put by {NAME}", tells=False)
    record_decider(issue=issue, person=person, stood="against", words=f"{GIVEN} would wait", by=cast.organiser)
    move = move_issue(issue=issue, on=TODAY, words=f"{NAME} met the council", tells=False, by=cast.organiser)
    WordBack.objects.create(move=move, person=person, teller=cast.person("organiser"), state="to_ring")
    score: dict[str, Any] = {"scores": {"winnable": 2}, "scorer": person, "at": NOW, "by": cast.organiser}
    score_candidate(candidate=candidate_of(cast, theme), **score)


def of_listening(cast: Cast, person: Person, friend: Person) -> None:
    """She was asked and asked others, and opened her home."""
    new = NewOneToOne(cast.person("organiser"), person, TODAY, held_on=TODAY, next_step=f"{GIVEN} brings her sister")
    one = record_one_to_one(group=cast.cardiff, new=new, by=cast.organiser)
    words = WrittenUp(new_uid(), TODAY, about_them=f"{GIVEN} sings", commitment=f"{NAME} asks her choir")
    write_up(one_to_one=one, written=words, at=NOW, by=cast.organiser)
    for asker, other in ((cast.person("organiser"), person), (person, friend)):
        ask_for_one_to_one(group=cast.cardiff, new=NewAsking(asker, other, TODAY), by=cast.operator)
    new = NewOneToOne(person, friend, TODAY, held_on=TODAY, next_step=f"{NAME} rings")
    record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)
    new_meeting = NewHouseMeeting(person, TODAY, held_on=TODAY, people_attending=7, next_step=f"{GIVEN} writes")
    meeting = record_house_meeting(group=cast.cardiff, new=new_meeting, by=cast.operator)
    Event.objects.filter(pk=meeting.event_id).update(at_home=True, place=LINES, postcode=POSTCODE)
    hurts = NewConcern(f"{NAME} is cold", TODAY, person=person, house_meeting=meeting, place=LINES, postcode=POSTCODE)
    about = NewConcern(f"{NAME} has damp", TODAY, person=friend, house_meeting=meeting)
    note_concerns(group=cast.cardiff, rows=[hurts, about], at=NOW, by=cast.operator)
    write_offer(meeting=meeting, person=person, name="", by_when=None)
    write_offer(meeting=meeting, person=None, name=NAME, by_when=None)
    of_deciding(cast, person)
    campaigned(cast, person, friend, NAME)


def of_leaders(cast: Cast, person: Person, friend: Person) -> None:
    """She was trained, trained others, and pledged."""
    session = training(cast)
    attendance = record_attendance(event=session.event, person=person, by=cast.operator)
    record_standing(attendance=attendance, was_member=True, by=cast.operator)
    add_trainer(session=session, person=person, by=cast.operator)
    word = NewPledge(person, "one_to_one", 5)
    record_pledge(group=cast.cardiff, pledge=word, made_on=TODAY, session=session, by=cast.operator)


def of_insight(cast: Cast, person: Person, friend: Person) -> None:
    """Somebody asked for a report as a file, which may name her."""
    period = Period(TODAY - timedelta(days=30), TODAY)
    request_report_file(groups=[cast.cardiff], period=period, by=cast.organiser, at=NOW)


def of_website(cast: Cast, person: Person, friend: Person) -> None:
    """Her story, her face, and her name in somebody else's."""
    agreed = {**AGREED, "given_name": GIVEN, "family_name": FAMILY, "consent_level": 7}
    story = story_below(page_of(cast.cardiff), teller=NAME, title=f"I am {NAME}", slug="tegwena-quillwyn", **agreed)
    story.save_revision().publish()
    tell_everywhere(cast, person, friend)
    body = [("words", f"<p>Then {NAME} came.</p>")]
    story_below(page_of(cast.cardiff), title=f"With {NAME}", body=body, lead=f"{NAME} lit it.").save_revision()
    shown = picture(title="A walk", collection=collection_of(cast.cardiff))
    say_who_is_recognised(picture=shown, faces=[Face(NAME, date(2026, 10, 1), "In writing")], by=cast.editor)


def of_outreach(cast: Cast, person: Person, friend: Person) -> None:
    """She was told, and told somebody, about something called after her."""
    said = Words(f"Farewell to {NAME}", f"{NAME} leaves us.")
    telling = write_telling(group=cast.cardiff, said=said, at=NOW, by=cast.organiser)
    for whom, teller in ((person, friend), (friend, person)):
        Told.objects.create(telling=telling, person=whom, means=Told.Means.CALL, teller=teller)


STORIES: dict[str, Callable[[Cast, Person, Person], None]] = {
    "core": of_core,
    "places": of_places,
    "people": of_people,
    "events": of_events,
    "listening": of_listening,
    "leaders": of_leaders,
    "power": lambda cast, person, friend: of_power(cast, person, friend, NAME),
    "campaigns": lambda cast, person, friend: of_campaigns(cast, person, friend, NAME),
    "commitments": lambda cast, person, friend: of_commitments(cast, person, friend, NAME),
    "outreach": of_outreach,
    "insight": of_insight,
    "website": of_website,
}


def somebody_who_touched_everything(cast: Cast) -> Person:
    """Tegwêna Quillwyn, who came in by a sheet, and did something in every app."""
    brought_in(cast, f"{GIVEN},{FAMILY},{EMAIL},07700 900188,{POSTCODE}", headers=SHEET, kind="people", details={})
    person = PersonEmail.objects.get(address=EMAIL).person
    friend = add_person(group=cast.cardiff, new=NewPerson("Ebo", "Iwu", met_by=person), by=cast.operator)
    for story in STORIES.values():
        story(cast, person, friend)
    return person


def files_below(folder: Path) -> dict[str, bytes]:
    """All files of a folder and those below it, by their path in it."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

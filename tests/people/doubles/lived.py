"""A person on record twice who has lived in the movement by both records, and what stands in the whole database."""

from datetime import date, datetime, timedelta
from typing import Any

from django.apps import apps

from m4c.core.models import AuditEntry, PublicVersion
from m4c.core.models.record import new_uid
from m4c.events.operations.attendance import record_attendance
from m4c.leaders.models import TraineeStanding
from m4c.leaders.operations.pledge import NewPledge, record_pledge
from m4c.leaders.operations.training import add_trainer
from m4c.listening.operations.house_meeting import NewHouseMeeting, record_house_meeting
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.listening.operations.one_to_one_ask import NewAsking, ask_for_one_to_one
from m4c.listening.operations.writing_up import WrittenUp, write_up
from m4c.people import ledger
from m4c.people.models import (
    BirthBand,
    CallOutcome,
    ImportRow,
    MergeTrace,
    NameWord,
    NextStep,
    Note,
    OutsideIdentity,
    OwnField,
    PeopleExport,
    Person,
    PersonAlias,
    PersonMerge,
    PrivacyNotice,
    Protection,
    Referral,
    Relationship,
    RelationshipCorrection,
    RetentionCase,
    SheetImport,
    Welcome,
)
from m4c.people.operations.consent import record_consent
from m4c.people.operations.double import suggest
from m4c.people.operations.membership import join
from m4c.people.operations.note import write_note
from m4c.people.operations.own_field import NewField, fill_own_fields, make_own_field
from m4c.people.operations.person import NewPerson, add_person
from m4c.people.operations.tag import tag_people
from m4c.website.models import Picture, Recognised
from tests.cast import Cast
from tests.factories import NOW, TODAY, gathering, somebody, training
from tests.people.doubles.acted import act
from tests.people.doubles.approached import approach
from tests.people.doubles.belonged import belong
from tests.people.doubles.decided import decide
from tests.people.doubles.gathered import gather
from tests.people.doubles.heard import hear
from tests.people.doubles.led import lead
from tests.people.doubles.negotiated import negotiate
from tests.people.doubles.powered import hold_power
from tests.people.doubles.pressed import speak
from tests.people.doubles.promised import keep
from tests.people.doubles.told import tell

# What a merge writes for itself, how often public pages changed, and words that all who bear a name share.
APART = {AuditEntry, PublicVersion, PersonMerge, MergeTrace, NameWord}


def lived_twice(cast: Cast) -> tuple[Person, Person]:
    """Siân Rees, on record twice: both records have met, come, brought, talked, pledged, agreed and objected."""
    first = record(cast, "Sian Rees", 1)
    second = record(cast, "Siân Rees", 2)
    shared = gathering(cast, title="Lights")
    session = training(cast)
    for person, state in ((first, "listed"), (second, "came")):
        record_attendance(event=shared, person=person, state=state, by=cast.operator)
        attendance = record_attendance(event=session.event, person=person, by=cast.operator)
        TraineeStanding.objects.create(attendance=attendance, was_member=person == second)
        word = NewPledge(person, "one_to_one", 3 if person == first else 5)
        record_pledge(group=cast.cardiff, pledge=word, made_on=TODAY, session=session, by=cast.operator)
        add_trainer(session=session, person=person, by=cast.operator)
        asked = NewAsking(cast.person("leader"), person, TODAY - timedelta(days=9))
        ask_for_one_to_one(group=cast.cardiff, new=asked, by=cast.operator)
        met = NewOneToOne(cast.person("leader"), person, TODAY, TODAY if person == second else None)
        one = record_one_to_one(group=cast.cardiff, new=met, by=cast.operator)
        if person == second:
            words = WrittenUp(new_uid(), TODAY, about_them="Sings", commitment="Bring her choir")
            write_up(one_to_one=one, written=words, at=NOW, by=cast.leader)
    return first, second


def record(cast: Cast, name: str, number: int) -> Person:
    """One record with a life of its own."""
    given, _, family = name.partition(" ")
    new = NewPerson(
        given,
        family,
        emails=["sian.rees@example.org", f"sian{number}@example.org"],
        phones=["+447700900101", f"+44770090020{number}"],
        address=f"{number} Heol y Bont",
        postcode="CF10 1EP",
        met_on=date(2026, 8, number),
        met_by=cast.person("leader"),
        source=f"Stall {number}",
    )
    person = add_person(group=cast.cardiff, new=new, by=cast.operator)
    join(person=person, group=cast.st_mellons, role="member", on=date(2026, 8, 10 + number), by=cast.operator)
    friend = somebody(cast, f"Ebo Iwu{'u' * number}", met_by=person)
    own = gathering(cast, days=-number, title=f"Own {number}")
    record_attendance(event=own, person=person, by=cast.operator)
    record_attendance(event=own, person=friend, brought_by=person, by=cast.operator)
    ask_for_one_to_one(group=cast.cardiff, new=NewAsking(person, cast.person("organiser"), TODAY), by=cast.operator)
    record_one_to_one(
        group=cast.cardiff, new=NewOneToOne(person, friend, TODAY, TODAY, next_step="Ring her"), by=cast.operator
    )
    meeting = NewHouseMeeting(person, TODAY - timedelta(days=number), held_on=TODAY - timedelta(days=number))
    record_house_meeting(group=cast.cardiff, new=meeting, by=cast.operator)
    write_note(person=person, group=cast.cardiff, tier="team", at=NOW, about_them=f"Note {number}", by=cast.organiser)
    consent(cast, person, "email", "given" if number == 1 else "refused", NOW - timedelta(days=number))
    consent(cast, person, "post", "objected" if number == 1 else "given", NOW - timedelta(days=4 - number))
    rows_made_elsewhere(cast, person, friend, number)
    return person


def consent(cast: Cast, person: Person, channel: str, state: str, at: datetime) -> None:
    """Something they said about being reached for news."""
    said = {"channel": channel, "purpose": "news", "state": state, "wording": "Yes, please", "source": "Stall"}
    record_consent(person=person, at=at, by=cast.operator, **said)


def rows_made_elsewhere(cast: Cast, person: Person, friend: Person, number: int) -> None:
    """Rows of tables whose own operations need a letter, a file or a picture."""
    sheet = SheetImport.objects.create(kind="sitting", group=cast.cardiff, by=cast.organiser, file_name=f"{number}.csv")
    ImportRow.objects.create(sheet_import=sheet, number=2, fate="created", person=person)
    ImportRow.objects.create(sheet_import=sheet, number=3, fate="created", person=friend, candidate=person)
    words = {"number": 1, "words_en": "Little.", "words_cy": "Ychydig.", "valid_from": TODAY, "written_by": cast.admin}
    notice = PrivacyNotice.objects.first() or PrivacyNotice.objects.create(**words)
    due = {"due_on": TODAY + timedelta(days=number), "notice": notice, "made_at": NOW}
    Welcome.objects.create(person=person, group=cast.cardiff, **due)
    Referral.objects.create(
        group=cast.cardiff,
        sender=cast.leader,
        about=person,
        about_words="Siân",
        seen="-",
        urgency="3_soon",
        made_at=NOW,
    )
    Protection.objects.create(
        person=friend, group=cast.cardiff, contact=person, placed_by=cast.organiser, placed_at=NOW, confirm_by=NOW
    )
    picture = Picture.objects.create(title="Walk", description="A walk.", file=f"{number}.jpg", width=1, height=1)
    Recognised.objects.create(picture=picture, person=person, name=person.name, folded=person.folded_name)
    PersonAlias.objects.create(person=person, answers_to=f"01990000-0000-7000-8000-00000000000{number}")
    PersonMerge.objects.create(
        kept=person, other_uid=person.uid, name="Earlier", by=cast.organiser, at=NOW, expires_at=NOW
    )
    leader = cast.person("leader")
    known = {"group": cast.cardiff, "evidence": f"Said so, {number}", "recorded_by": cast.organiser, "kind": "friend"}
    told = Relationship.objects.create(person=person, other=leader, **known)
    before = {"kind": "neighbour", "evidence": f"Thought so, {number}", "by": cast.organiser, "at": NOW}
    RelationshipCorrection.objects.create(relationship=told, **before)
    Relationship.objects.create(person=friend, other=person, **known)
    step = {"group": cast.cardiff, "words": "Ring", "recorded_by": cast.organiser}
    NextStep.objects.create(person=person, owner=leader, **step)
    NextStep.objects.create(person=friend, owner=person, **step)
    tag_people(people=[person], name="Has a van", group=cast.cardiff, at=NOW, by=cast.operator)
    calls = {"format": "calls", "purpose": f"Call {number}", "requested_by": cast.organiser, "requested_at": NOW}
    rung = {"outcome": "reached", "group": cast.cardiff, "at": NOW, "by": cast.organiser}
    ledger.write([CallOutcome.objects.create(call_list=PeopleExport.objects.create(**calls), person=person, **rung)])
    BirthBand.objects.create(person=person, band="3_adult", told_on=TODAY, recorded_by=cast.organiser)
    RetentionCase.objects.create(rule="notes", person=person, group=cast.cardiff, since=TODAY, found_at=NOW)
    own = OwnField.objects.first() or make_own_field(
        new=NewField("text", "Speaks", "content"), at=NOW, by=cast.operator
    )
    fill_own_fields(person=person, values={own: "Welsh" if number == 1 else "Somali"}, at=NOW, by=cast.operator)
    OutsideIdentity.objects.create(person=person, source="civicrm", value=str(number), kept_at=NOW)
    belong(cast, person, friend, notice, number)
    gather(cast, person, friend, number)
    hear(cast, person, friend, number)
    decide(cast, person, friend, number)
    tell(cast, person, friend, number)
    hold_power(cast, person, friend, number)
    approach(cast, person, number)
    act(cast, person, friend, number)
    speak(cast, person, number)
    negotiate(cast, person, number)
    keep(cast, person, number)
    lead(cast, person, friend, number)
    suggest([person.pk], NOW)


def whole_database() -> dict[str, Any]:
    """Every row of ours, by table."""
    ours = [model for model in apps.get_models(include_auto_created=True) if is_ours(model)]
    return {model._meta.label: list(model._default_manager.order_by("pk").values()) for model in ours}


def is_ours(model: Any) -> bool:
    """Whether a table is the movement's, and no place."""
    return model.__module__.startswith("m4c.") and model._meta.app_label != "places" and model not in APART


def notes_of(person: Person) -> list[tuple[str, str]]:
    """What is written of somebody, and for whom."""
    return list(Note.objects.filter(person=person).order_by("pk").values_list("about_them", "tier"))

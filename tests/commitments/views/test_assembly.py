"""Assemblies in the workspace: planned, printed by role, the roll, and what comes out of it."""

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from m4c.campaigns.models import PressNote
from m4c.commitments.models import Answer, Assembly, Minute, RollCall, ShowItem
from m4c.commitments.operations.answer import confirm_answer
from m4c.commitments.operations.show_item import NewItem, add_show_item
from m4c.events.models import Event
from m4c.listening.models.story import Level, Use
from m4c.listening.operations.story_card import NewCard, end_speaker_card, make_speaker_card
from m4c.listening.stories.followers import where_shown
from tests.cast import Cast
from tests.commitments.tabling import an_answer, an_ask, an_assembly
from tests.commitments.winning import a_campaign
from tests.factories import NOW, gathering, queries_of, signed_in, words_of
from tests.listening.stories import QUOTED, agreed

ALL = "/organise/assemblies/"


def at(assembly: Assembly, what: str = "") -> str:
    return f"{ALL}{assembly.uid}/{what}"


def item(cast: Cast, assembly: Assembly, **more: Any) -> ShowItem:
    new = NewItem(**({"kind": "welcome", "title": "Welcome"} | more))
    return add_show_item(assembly=assembly, new=new, at=NOW, by=cast.organiser)


def test_planned_with_its_event_and_on_one_that_is_there(cast: Cast) -> None:
    client = signed_in(cast, "leader")
    assert "No assembly yet" in words_of(client.get(ALL))
    said = {"title": "Showcase", "group": "cardiff", "day": "2026-12-01", "starts": "18:30"}
    client.post(f"{ALL}new/", said)
    assert Assembly.objects.get().event.title == "Showcase"
    event = gathering(cast, kind="assembly", title="Spring assembly")
    here = f"{ALL}new/?event={event.uid}"
    assert "Spring assembly" in words_of(client.get(here))
    client.post(here, {"name": "Spring"})
    assert "Run of show, asks and answers" in words_of(client.get(reverse("event", kwargs={"uid": event.uid})))
    assert "Spring" in words_of(client.get(ALL))


def test_items_are_added_moved_and_printed_by_role(cast: Cast) -> None:
    client, assembly = signed_in(cast, "organiser"), an_assembly(cast)
    ask = an_ask(cast, event=assembly.event)
    story = agreed(cast, {Use.MEETING: Level.FIRST_NAME})
    card = make_speaker_card(story=story, new=NewCard(Use.MEETING, QUOTED, "Amal"), at=NOW, by=cast.organiser)
    new = at(assembly, "items/new/")
    assert "This field is required." in words_of(client.post(new, {"kind": "welcome"}), 422)
    client.post(new, {"kind": "welcome", "title": "Welcome", "minutes": "5", "script": "Good evening all"})
    client.post(new, {"kind": "ask", "title": "The ask", "minutes": "4", "ask": str(ask.uid), "script": "Ask loudly"})
    client.post(new, {"kind": "story", "title": "A story", "minutes": "6", "card": str(card.uid)})
    first, asked, told = ShowItem.objects.all()
    client.post(reverse("move-show-item", kwargs={"uid": told.uid, "way": "up"}))
    change = reverse("change-show-item", kwargs={"uid": first.uid})
    assert "Good evening all" in words_of(client.get(change))
    client.post(change, {"kind": "welcome", "title": "Croeso", "minutes": "5", "script": "Good evening all"})
    sheets = {
        role: words_of(client.get(at(assembly, f"sheets/{role}/"))) for role in ("whole", "chair", "asker", "time")
    }
    for words, where in {
        "Good evening all": {"whole", "chair"},
        "Ask loudly": {"whole", "asker"},
        "Croeso": {"whole", "chair", "time"},
        "After “A story”": {"asker"},
        "Amal": {"whole", "time"},
    }.items():
        assert {role for role, text in sheets.items() if words in text} == where, words
    assert [shown.url for shown in where_shown(story)] == [at(assembly)]
    end_speaker_card(card=card, at=NOW, by=cast.organiser)
    text = words_of(client.get(at(assembly)))
    assert ("Amal" in text, QUOTED in text, "No card that may be shown" in text) == (False, False, True)
    client.post(reverse("strike-show-item", kwargs={"uid": asked.uid}))
    assert client.get(at(assembly, "sheets/nobody/")).status_code == 404


def test_it_takes_the_same_queries_for_one_and_three(cast: Cast) -> None:
    client, one, three = signed_in(cast, "organiser"), an_assembly(cast), an_assembly(cast, days=-1)
    story = agreed(cast, {Use.MEETING: Level.FIRST_NAME})
    for assembly, number in ((one, 1), (three, 3)):
        for each in range(number):
            card = make_speaker_card(story=story, new=NewCard(Use.MEETING, QUOTED, ""), at=NOW, by=cast.organiser)
            ask = an_ask(cast, event=assembly.event, words=f"{each}?", asked_by=cast.person("leader"))
            an_answer(cast, ask)
            item(cast, assembly, kind="story", card=card, leader=cast.person("leader"))
            item(cast, assembly, kind="ask", ask=ask)
    for what in ("", "sheets/whole/", "roll/"):
        assert queries_of(client, at(one, what)) == queries_of(client, at(three, what)), what


def test_the_roll_the_end_and_what_comes_out_of_it(cast: Cast) -> None:
    campaign = a_campaign(cast)
    client, assembly = signed_in(cast, "organiser"), an_assembly(cast, campaign=campaign)
    ask = an_ask(cast, event=assembly.event)
    an_answer(cast, ask, kind="yes_if", words="If we win")
    client.post(at(assembly, "roll/"), {"body": "cardiff", "number": "40"})
    client.post(at(assembly, "roll/"), {"words": "The mosque", "number": "12"})
    assert "Say which body." in words_of(client.post(at(assembly, "roll/"), {"number": ""}), 422)
    assert "52" in words_of(client.get(at(assembly, "roll/")))
    client.post(at(assembly, "next-meeting/"), {"title": "At his office", "day": "2027-02-01", "starts": "10:00"})
    client.post(at(assembly, "closing/"))
    text = words_of(client.get(at(assembly)))
    assert ("1 February 2027" in text, "Held" in text, "If we win" in text) == (True, True, True)
    made = client.post(at(assembly, "minutes/"))
    here = reverse("minute", kwargs={"uid": Minute.objects.get().uid})
    assert made["Location"] == here
    today = timezone.localdate().isoformat()
    client.post(f"{here}sending/", {"sent_to": "All who were asked", "how": "By e-mail", "on": today})
    client.post(f"{here}correction/", {"words": "I said May", "corrected_by": "His office", "on": today})
    minute = words_of(client.get(here))
    for told in ("If we win", "I said May", "All who were asked", at(assembly)):
        assert told in minute
    text = words_of(client.get(at(assembly)))
    assert ("to All who were asked" in text, "They put something right." in text) == (True, True)
    note = words_of(client.get(f"/organise/campaigns/{campaign.uid}/press/notes/new/?event={assembly.event.uid}"))
    assert ("52 people of 2 bodies" in note, "The answer: yes, if." in note) == (True, True)
    client.post(reverse("strike-roll-call", kwargs={"uid": RollCall.objects.get(number=12).uid}))
    assert RollCall.objects.count() == 1


def test_what_comes_out_of_it_stands_on_its_page_until_it_is_done(cast: Cast) -> None:
    client, assembly = signed_in(cast, "organiser"), an_assembly(cast)
    Event.objects.filter(pk=assembly.event_id).update(starts_at=timezone.now() - timedelta(hours=4), ends_at=None)
    ask = an_ask(cast, event=assembly.event, words="Will you?")
    an_ask(cast, event=assembly.event, words="And this?")
    an_answer(cast, ask, needs_second=True)

    def left() -> dict[str, tuple[str, str, bool]]:
        context = client.get(at(assembly)).context
        return {one.title: (one.detail, one.url, one.is_done) for one in context["to_do"]}

    before = left()
    assert before["Answers"][0] == "1 waits for a second person; 1 ask has no answer yet."
    assert before["Press note"][1:] == ("#wording", False)
    assert [title for title, one in before.items() if one[2]] == []
    confirm_answer(answer=Answer.objects.get(), at=NOW, by=cast.organiser)
    assert left()["Commitments"][:2] == (
        "1 answer promises something that nobody wrote down as a commitment yet.",
        reverse("ask", kwargs={"uid": ask.uid}),
    )
    campaign = a_campaign(cast)
    client.post(at(assembly, "wording/"), {"name": "The Showcase of spring", "campaign": str(campaign.uid)})
    client.post(left()["Press note"][1], {"headline": "They said yes", "words": "To all of it"})
    note = PressNote.objects.get()
    assert (note.event, left()["Press note"][1]) == (assembly.event, reverse("press-note", kwargs={"uid": note.uid}))
    client.post(reverse("evaluate", kwargs={"uid": assembly.event.uid}), {"feelings": "Proud"})
    thanks = left()["Thank-yous"][1]
    assert thanks == reverse("event-letter", kwargs={"uid": assembly.event.uid, "kind": "thanks"})
    assert (words_of(client.get(thanks)) != "", left()["Evaluation"][2]) == (True, True)
    assert "The Showcase of spring" in words_of(client.get(at(assembly)))
    assert "Not written down" in words_of(client.get(at(an_assembly(cast, days=-200)))), "of long ago nothing is to do"


def test_saying_anew_keeps_a_campaign_that_one_does_not_see(cast: Cast) -> None:
    client, assembly = signed_in(cast, "leader"), an_assembly(cast)
    theirs = a_campaign(cast, "Theirs", cast.manchester)
    Assembly.objects.update(campaign=theirs)
    assert "Theirs" not in words_of(client.get(at(assembly)))
    assert client.post(at(assembly, "wording/"), {"name": " "}).status_code == 422
    client.post(at(assembly, "wording/"), {"name": "Spring", "campaign": ""})
    assembly.refresh_from_db()
    assert (assembly.name, assembly.campaign) == ("Spring", theirs)


def test_the_sheet_for_those_who_are_asked_is_theirs_to_take_away(cast: Cast) -> None:
    client, assembly = signed_in(cast, "organiser"), an_assembly(cast)
    ask, leader = an_ask(cast, event=assembly.event, words="Will you come?"), cast.person("leader")
    item(cast, assembly, title="Welcome from the chair", script="Smile", leader=leader)
    item(cast, assembly, kind="ask", title="The ask", ask=ask, script="Do not let her wander", leader=leader)
    item(cast, assembly, kind="story", title="A story of the stairs")
    text = words_of(client.get(at(assembly, "sheets/asked/"))).split("<main", 1)[1]
    for told in ("The ask", "Will you come?", "Councillor for Trowbridge"):
        assert told in text
    for ours in ("wander", "Smile", "Welcome from the chair", "A story of the stairs", leader.name):
        assert ours not in text


def test_two_accounts_that_differ_stand_both_beside_their_ask(cast: Cast) -> None:
    assembly = an_assembly(cast)
    ask = an_ask(cast, event=assembly.event)
    an_answer(cast, ask, kind="yes", words="I will", says_who="Our notes")
    an_answer(cast, ask, kind="no", words="I will not", says_who="Her office")
    text = words_of(signed_in(cast, "leader").get(at(assembly)))
    for told in ("Accounts differ", "“I will”", "Our notes", "“I will not”", "Her office"):
        assert told in text


def test_an_assembly_of_another_group_is_not_there(cast: Cast) -> None:
    assert signed_in(cast, "leader").get(at(an_assembly(cast, cast.manchester))).status_code == 404

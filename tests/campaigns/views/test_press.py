"""Press in the workspace: the log with its leaves, quotations, notes with the facts filled in, and the public page."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from m4c.campaigns.models import NamingDecision, PressItem, PressNote, PressQuote
from m4c.core.models.record import new_uid
from tests.campaigns.press.telling import OWNER, a_step, an_owner, approached, public, ready
from tests.cast import Cast
from tests.factories import TODAY, gathering, queries_of, signed_in, somebody, words_of

ITEM = {"kind": "article", "title": "Ten minutes", "outlet": "The Echo", "on": f"{TODAY - timedelta(days=3)}"}


def at(name: str, record: object, **more: object) -> str:
    return reverse(name, kwargs={"uid": record.uid, **more})  # type: ignore[attr-defined]


def test_the_log_teaches_keeps_and_turns_its_leaves(cast: Cast) -> None:
    campaign, client = ready(cast, an_owner(cast)), signed_in(cast, "leader")
    assert "Nothing was published yet" in words_of(client.get(at("campaign-press", campaign)))
    assert "This field is required." in words_of(client.post(at("log-press", campaign), {"kind": ""}), 422)
    client.post(at("log-press", campaign), ITEM)
    one = queries_of(client, at("campaign-press", campaign))
    for number in range(30):
        client.post(at("log-press", campaign), ITEM | {"title": f"Piece {number}", "on": f"{TODAY}"})
    assert queries_of(client, at("campaign-press", campaign)) == one
    first = words_of(client.get(at("campaign-press", campaign)))
    assert ("Ten minutes" in first, "?after=" in first) == (False, True)
    oldest = PressItem.objects.get(title="Piece 0")
    assert "Ten minutes" in words_of(client.get(f"{at('campaign-press', campaign)}?after={oldest.uid}"))


def test_quoted_and_taken_back(cast: Cast) -> None:
    campaign, client = ready(cast, an_owner(cast)), signed_in(cast, "leader")
    client.post(at("log-press", campaign), ITEM)
    item = PressItem.objects.get()
    said = {"words": "We are not going away", "named_as": "A neighbour", "agreed_on": f"{TODAY - timedelta(days=3)}"}
    refused = words_of(client.post(at("quote-in-press", item), said), 422)
    assert "Write down how they agreed." in refused
    client.post(at("quote-in-press", item), said | {"agreed_how": "In writing"})
    assert "We are not going away" in words_of(client.get(at("campaign-press-item", item)))
    client.post(at("withdraw-press-quote", PressQuote.objects.get()))
    assert "We are not going away" not in words_of(client.get(at("campaign-press-item", item)))
    client.post(at("edit-press", item), ITEM | {"title": "Eight years"})
    assert "Eight years" in words_of(client.get(at("campaign-press", campaign)))


def test_a_note_has_its_facts_filled_in_and_names_nobody_it_may_not(cast: Cast) -> None:
    owner = an_owner(cast)
    campaign, client = ready(cast, owner), signed_in(cast, "organiser")
    approached(campaign, owner, cast)
    step = a_step(campaign, cast, event=gathering(cast, days=5, visibility="public", place="Crickhowell Road"))
    form = words_of(client.get(f"{at('write-press-note', campaign)}?step={step.uid}"))
    told = ("Saturday picket", "Crickhowell Road", "We ask for: Build homes", "We asked once", "The owner")
    assert [words for words in told if words not in form] == []
    assert "Kapadia" not in form
    assert client.get(f"{at('write-press-note', campaign)}?step={new_uid()}").status_code == 404


def test_a_held_note_says_so_on_its_page_is_copied_and_not_public(cast: Cast) -> None:
    campaign, client = public(cast, an_owner(cast)), signed_in(cast, "organiser")
    day = timezone.localdate() + timedelta(days=2)
    sent = {"headline": "Ten minutes", "words": "They rang.", "embargo_day": f"{day}"}
    assert "Give the day and the hour." in words_of(client.post(at("write-press-note", campaign), sent), 422)
    client.post(at("write-press-note", campaign), sent | {"embargo_hour": "06:00"})
    note = PressNote.objects.get()
    page = words_of(client.get(at("press-note", note)))
    assert ("Embargo: not before" in page, "EMBARGO: not before" in page) == (True, True)
    assert "Not before" in words_of(client.get(at("campaign-press", campaign)))
    assert "They rang." not in words_of(client.get(reverse("public-campaign", kwargs={"slug": campaign.slug})))
    anonymous = signed_in(cast, "member").get(at("press-note", note))
    assert anonymous.status_code == 403
    edited = {
        "headline": "Twelve",
        "words": "They rang.",
        "contact": "Bethan Griffiths",
        "contact-chosen": f"{cast.person('leader').uid}",
    }
    client.post(at("edit-press-note", note), edited)
    quote = {"words": "At last", "named_as": "Bethan", "agreed_on": f"{timezone.localdate()}", "agreed_how": "Said so"}
    client.post(at("quote-in-note", note), quote)
    assert "At last" in words_of(client.get(at("press-note", note)))
    client.post(at("release-press-note", note))
    assert "Gone out on" in words_of(client.get(at("press-note", note)))
    client.post(at("withdraw-press-note", note))
    assert "It is not to be printed or quoted." in words_of(client.get(at("press-note", note)))


def test_a_contact_whom_an_editor_may_not_see_stays(cast: Cast) -> None:
    contact, client = somebody(cast, group=cast.manchester), signed_in(cast, "organiser")
    campaign = ready(cast, an_owner(cast), contact=contact)
    client.post(at("word-public-page", campaign), {"public_problem": "It is empty."})
    campaign.refresh_from_db()
    assert (campaign.public_problem, campaign.contact) == ("It is empty.", contact)
    client.post(at("write-press-note", campaign), {"headline": "Ten minutes", "words": "They rang."})
    PressNote.objects.update(contact=contact)
    note = PressNote.objects.get()
    assert contact.name not in words_of(client.get(at("edit-press-note", note)))
    client.post(at("edit-press-note", note), {"headline": "Twelve", "words": "They rang."})
    note.refresh_from_db()
    assert (note.headline, note.contact) == ("Twelve", contact)
    leader = cast.person("leader")
    named = {"contact": leader.name, "contact-chosen": f"{leader.uid}"}
    client.post(at("edit-press-note", note), {"headline": "Twelve", "words": "They rang."} | named)
    note.refresh_from_db()
    assert note.contact == leader
    client.post(at("edit-press-note", note), {"headline": "Twelve", "words": "They rang."})
    note.refresh_from_db()
    assert note.contact is None


def test_the_page_is_worded_seen_published_and_taken_off(cast: Cast) -> None:
    campaign, client = ready(cast, an_owner(cast), public_problem=""), signed_in(cast, "organiser")
    here = at("campaign-public-page", campaign)
    assert "As everybody would read it" in words_of(client.get(here))
    client.post(at("publish-campaign", campaign))
    campaign.refresh_from_db()
    assert not campaign.is_public
    assert "This field is required." in words_of(client.post(at("word-public-page", campaign), {"this_week": ""}), 422)
    client.post(at("word-public-page", campaign), {"public_problem": "It is empty.", "this_week": "Come on Saturday"})
    client.post(at("publish-campaign", campaign))
    text = words_of(client.get(here))
    assert all(words in text for words in ("Everybody can read it", "Come on Saturday"))
    client.post(at("unpublish-campaign", campaign))
    assert "Nobody outside your groups reads it." in words_of(client.get(here))


def test_two_people_name_somebody(cast: Cast) -> None:
    owner = an_owner(cast)
    campaign = public(cast, owner)
    where = reverse("public-campaign", kwargs={"slug": campaign.slug})
    asking, deciding = signed_in(cast, "organiser"), signed_in(cast, "editor")
    asked_at = at("ask-to-name", campaign, powerholder=owner.uid)
    assert "This field is required." in words_of(asking.post(asked_at, {}), 422)
    asking.post(asked_at, {"why": "He decides alone"})
    decision = NamingDecision.objects.get()
    here = at("campaign-public-page", campaign)
    assert at("decide-naming", decision) not in words_of(asking.get(here))
    yes = {"agreed": "yes", "answer": "It is in the register"}
    assert "somebody else decides" in words_of(asking.post(at("decide-naming", decision), yes), 422)
    assert at("decide-naming", decision) in words_of(deciding.get(here))
    deciding.post(at("decide-naming", decision), yes)
    assert OWNER in words_of(deciding.get(where))
    deciding.post(at("end-naming", decision))
    assert OWNER not in words_of(deciding.get(where))


def test_a_campaign_of_another_group_is_not_there(cast: Cast) -> None:
    campaign, client = ready(cast, an_owner(cast), group=cast.manchester), signed_in(cast, "organiser")
    for name in ("campaign-press", "campaign-public-page", "write-press-note"):
        assert client.get(at(name, campaign)).status_code == 404

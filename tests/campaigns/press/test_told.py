"""A campaign told from its records: what everybody may know of it, and nothing besides."""

import json
from datetime import timedelta
from typing import Any

from m4c.campaigns.models import (
    Backer,
    Campaign,
    Demand,
    Evidence,
    PressItem,
    PressQuote,
    SilenceNotice,
    Target,
    Truce,
)
from m4c.campaigns.press.moments import Moment, drawn, in_order, later, room
from m4c.campaigns.press.public_campaigns import cards_of
from m4c.campaigns.press.told import CampaignTold
from m4c.commitments.operations.win import publish_win
from m4c.people.operations.protection import keep_safe
from tests.campaigns.press.telling import DAY, OWNER, a_councillor, a_step, an_owner, approached, public, ready
from tests.cast import Cast
from tests.commitments.winning import a_win
from tests.factories import NOW, TODAY, gathering


def said(campaign: Campaign, *, everybody: bool = True) -> str:
    return json.dumps(CampaignTold(campaign, NOW, public=everybody).as_json(), ensure_ascii=False)


def test_what_we_did_and_what_they_said_side_by_side(cast: Cast) -> None:
    owner = an_owner(cast)
    campaign = public(cast, owner)
    approached(campaign, owner, cast, by_words="An Assembly Member", is_ours=False, days=80, channel="call")
    approached(campaign, owner, cast, outcome="refused", answered_on=TODAY, words="Kapadia sells to nobody", days=10)
    approached(campaign, owner, cast, days=5, asked="Entered in error", struck_at=NOW, struck_because="Twice")
    told = [(one.side, one.title) for one in CampaignTold(campaign, NOW).moments]
    assert told == [
        ("ours", "We began"),
        ("others", "An Assembly Member had tried the owner"),
        ("ours", "We sent the owner a letter"),
        ("theirs", "The owner said no"),
    ]
    assert "The owner sells to nobody" in said(campaign)
    assert ("Kapadia" in said(campaign), OWNER in said(campaign, everybody=False)) == (False, True)


def test_our_reasons_and_plans_stay_inside(cast: Cast) -> None:
    councillor = a_councillor(cast)
    campaign = public(cast, councillor)
    step = a_step(campaign, cast, what="Sit in the lobby", risks="Police")
    text = said(campaign)
    assert [words for words in ("Secret reason", "Saturday picket", "lobby", "Police") if words in text] == []
    step.done_on, step.what_they_did = TODAY, "They rang after ten minutes"
    step.save()
    for visibility, seen in (
        ("", []),
        ("group", ["We came together", "They rang after ten minutes"]),
        ("invited", []),
        ("public", ["Saturday picket", "They rang after ten minutes"]),
    ):
        step.event = gathering(cast, visibility=visibility) if visibility else None
        step.save()
        words = ("We came together", "Saturday picket", "They rang after ten minutes")
        assert [one for one in words if one in said(campaign)] == seen, visibility
    step.done_on, step.what_they_did = None, ""
    for ahead, told in ((-1, True), (1, False)):  # what has begun is told before somebody closes the step
        step.event = gathering(cast, visibility="public", starts_at=NOW + ahead * DAY)
        step.save()
        assert ("Saturday picket" in said(campaign)) == told
    step.done_on, step.event = TODAY, gathering(cast, visibility="group")
    step.save()
    assert "We came together" not in said(campaign)


def test_a_held_step_says_that_it_is_held(cast: Cast) -> None:
    owner = an_owner(cast)
    campaign = public(cast, owner)
    step = a_step(campaign, cast)
    truce = Truce.objects.create(
        campaign=campaign,
        step=step,
        offered="Mr Kapadia meets us on Monday",
        offered_at=NOW - DAY,
        condition="He comes himself",
        until=NOW + 7 * DAY,
        agreed_by=cast.organiser,
    )
    sentence = (
        "A step that we had planned is held since 4 October 2026. They offered: The owner meets us on Monday. "
        "Our condition: He comes himself. It holds until 12 October 2026, 19:30."
    )
    assert CampaignTold(campaign, NOW).held == [sentence]
    step.event = gathering(cast, days=2, visibility="public")
    step.save()
    assert CampaignTold(campaign, NOW).held[0].startswith("Saturday picket is held")
    over = CampaignTold(campaign, NOW + 8 * DAY).held[0]
    assert over.endswith("It held until 12 October 2026, 19:30: we decide what follows.")
    truce.outcome, truce.settled_at = "lapsed", NOW
    truce.save()
    assert CampaignTold(campaign, NOW).held == []


def test_silence_is_said_only_by_decision_and_after_notice(cast: Cast) -> None:
    councillor = a_councillor(cast)
    campaign = public(cast, councillor)
    asked = approached(campaign, councillor, cast, days=46, answer_due=TODAY - 30 * DAY)
    assert CampaignTold(campaign, NOW).silence == []
    notice = SilenceNotice.objects.create(
        campaign=campaign,
        powerholder=councillor,
        approach=asked,
        decided_on=TODAY - 20 * DAY,
        decided_by="Vote",
        page_words="She has not answered.",
        notified_on=TODAY - 15 * DAY,
        public_from=TODAY + DAY,
        added_by=cast.organiser,
        added_at=NOW,
    )
    assert CampaignTold(campaign, NOW).silence == []
    SilenceNotice.objects.filter(pk=notice.pk).update(public_from=TODAY, published_at=NOW, published_by=cast.organiser)
    assert "46 days" in CampaignTold(campaign, NOW).silence[0]


def test_evidence_backers_and_wins_that_may_be_public(cast: Cast) -> None:
    campaign = public(cast, a_councillor(cast))
    given = {"campaign": campaign, "added_by": cast.organiser, "added_at": NOW}
    for is_public, name in ((True, "Shown"), (False, "Hidden")):
        Evidence.objects.create(
            kind="survey", title=f"Survey {name}", on=TODAY, source="Us", is_public=is_public, **given
        )
        Backer.objects.create(name=f"Church {name}", kind="faith", since=TODAY, is_public=is_public, **given)
        won = a_win(cast, name=f"Win {name}", campaign=campaign)
        if is_public:
            publish_win(win=won, at=NOW, by=cast.organiser)
    assert ("Hidden" in said(campaign), "Hidden" in said(campaign, everybody=False)) == (False, True)
    assert all(f"{what} Shown" in said(campaign) for what in ("Survey", "Church", "Win"))


def test_the_contact_is_a_first_name_and_nobody_kept_safe(cast: Cast) -> None:
    campaign = public(cast, a_councillor(cast), contact=cast.person("leader"))
    assert CampaignTold(campaign, NOW).contact == "Bethan"
    keep_safe(person=cast.person("leader"), at=NOW, by=cast.safeguarding)
    assert CampaignTold(campaign, NOW).contact == ""


def test_a_body_outside_the_movement_is_not_named(cast: Cast) -> None:
    campaign = ready(cast, a_councillor(cast), group=cast.coalition)
    assert (CampaignTold(campaign, NOW).group, cast.coalition.name in said(campaign)) == ("", False)


def test_the_longer_nothing_happened_the_more_room_it_takes(cast: Cast) -> None:
    assert [room(days) for days in (0, 1, 2, 8, 61, 366)] == [0, 0, 1, 2, 3, 4]
    assert [later(days) for days in (1, 2, 20, 46, 90, 8 * 365)] == [
        "",
        "2 days later",
        "20 days later",
        "6 weeks later",
        "3 months later",
        "8 years later",
    ]
    campaign = public(cast, a_councillor(cast), starts_on=TODAY - timedelta(days=900))
    assert [(one.room, one.later) for one in drawn(CampaignTold(campaign, NOW).moments)] == [(0, "")]


def test_no_part_of_the_page_says_a_name_that_nobody_decided_on(cast: Cast) -> None:
    owner = an_owner(cast)
    campaign = public(cast, owner)
    Target.objects.filter(campaign=campaign).update(until=TODAY - DAY)  # and still named in words
    given: dict[str, Any] = {"campaign": campaign, "added_by": cast.organiser, "added_at": NOW}
    item = PressItem.objects.create(kind="article", title="Kapadia is silent", outlet="The Post", on=TODAY, **given)
    PressQuote.objects.create(
        item=item,
        named_as="A neighbour",
        words="Mr Kapadia never rang.",
        agreed_on=TODAY,
        agreed_how="Said so",
        **given,
    )
    won = a_win(cast, name="Kapadia met us", campaign=campaign)
    publish_win(win=won, at=NOW, by=cast.organiser)
    told = CampaignTold(campaign, NOW)
    assert [one.title for one in told.press] == ["The owner is silent"]
    assert [quote.words for one in told.press for quote in one.quotes] == ["The owner never rang."]
    assert [one.name for one in told.wins] == ["The owner met us"]
    assert CampaignTold(campaign, NOW, public=False).press[0].title == "Kapadia is silent"


def test_a_card_says_no_name_of_somebody_who_was_only_approached(cast: Cast) -> None:
    campaign = public(cast)
    approached(campaign, an_owner(cast), cast)
    Demand.objects.filter(campaign=campaign).update(words="Kapadia builds homes")
    assert [demand for _one, demand, _group in cards_of([campaign], NOW)] == ["The owner builds homes"]


def test_one_answer_to_several_letters_stands_once_and_a_truce_after_the_offer() -> None:
    moments = [
        Moment(TODAY, "ours", "The step is held", "On one condition", is_reply=True),
        Moment(TODAY, "theirs", "The owner answered"),
        Moment(TODAY, "theirs", "The owner answered", "All right, come on Monday", is_quoted=True),
        Moment(TODAY, "theirs", "They made an offer", "A meeting"),
        Moment(TODAY, "ours", "We rang the owner"),
        Moment(TODAY - DAY, "theirs", "The owner answered"),
    ]
    assert [(one.title, one.words) for one in in_order(moments)] == [
        ("The owner answered", ""),
        ("We rang the owner", ""),
        ("The owner answered", "All right, come on Monday"),
        ("They made an offer", "A meeting"),
        ("The step is held", "On one condition"),
    ]

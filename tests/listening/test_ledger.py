"""Telling a story and answering a questionnaire are deeds, told to those who may see where they come from."""

from m4c.listening.models import Questionnaire, Story
from m4c.listening.models.story import Level, Use
from m4c.listening.operations.questionnaire import Answers, type_in_questionnaire
from m4c.listening.operations.story import record_story_consent, take_back_story
from m4c.people.ledger import rebuild
from m4c.people.models import Engagement, Person
from m4c.people.operations.protection import keep_safe
from m4c.people.timeline import timeline
from tests.cast import Cast
from tests.factories import NOW, TODAY, signed_in, somebody
from tests.listening.campaigning import campaign_of, question_of
from tests.listening.stories import told

WHO = ("leader", "organiser", "national_organiser", "leader_elsewhere", "organiser_elsewhere", "member")


def seers_of(cast: Cast, kind: str) -> set[str]:
    """The personas to whom the ledger tells of it."""
    rows = Engagement.objects.filter(kind=kind)
    return {name for name in WHO if Engagement.objects.visible_to(cast.fresh(name)).filter(pk__in=rows).exists()}


def answered(cast: Cast, person: Person | None) -> Questionnaire:
    """Somebody answered in the street."""
    campaign = campaign_of(cast)
    answers = Answers({question_of(cast, campaign): "Damp"}, TODAY, may_use_inside=True)
    return type_in_questionnaire(
        campaign=campaign, answers=answers, means="street", person=person, at=NOW, by=cast.organiser
    )


def test_a_story_for_whoever_listened_alone_is_told_to_nobody_else(cast: Cast) -> None:
    story = told(cast, level=Level.LISTENER)
    row = Engagement.objects.get(kind="told_story")
    assert (row.person, row.author, row.tier) == (story.teller, story.listener, "private")
    seen = {name for name in WHO if Story.objects.visible_to(cast.fresh(name)).exists()}
    assert seers_of(cast, "told_story") == seen


def test_a_story_for_the_team_is_told_to_those_who_may_read_it(cast: Cast) -> None:
    story = told(cast, level=Level.LISTENER)
    record_story_consent(
        story=story, use=Use.KEPT, level=Level.TEAM, how="She said so", on=TODAY, at=NOW, by=story.listener
    )
    assert Engagement.objects.get(kind="told_story").tier == "group"
    seen = {name for name in WHO if Story.objects.visible_to(cast.fresh(name)).exists()}
    assert seers_of(cast, "told_story") == seen
    assert "organiser" in seen


def test_a_story_taken_back_was_never_told(cast: Cast) -> None:
    story = told(cast)
    take_back_story(story=story, at=NOW, by=story.listener)
    assert not Engagement.objects.filter(kind="told_story").exists()


def test_it_says_so_on_the_timeline_and_leads_to_the_story(cast: Cast) -> None:
    story = told(cast)
    entry = next(one for one in timeline(story.listener, story.teller) if one.sentence == "Told their story")
    assert entry.origin is not None
    assert entry.origin.url.endswith(f"{story.uid}/")


def test_a_questionnaire_of_somebody_named_is_theirs_and_of_nobody_nobodys(cast: Cast) -> None:
    amal = somebody(cast)
    answered(cast, amal)
    row = Engagement.objects.get(kind="answered_questionnaire")
    assert (row.person, row.group, row.at.date()) == (amal, cast.cardiff, TODAY)
    assert seers_of(cast, "answered_questionnaire") == {"organiser", "national_organiser"}
    entry = next(one for one in timeline(cast.organiser, amal) if one.sentence.startswith("Answered"))
    assert entry.origin is not None
    assert entry.origin.title == "Winter listening"
    keep_safe(person=amal, at=NOW, by=cast.operator)
    assert seers_of(cast, "answered_questionnaire") == set()


def test_nobody_named_leaves_no_row(cast: Cast) -> None:
    answered(cast, None)
    assert not Engagement.objects.filter(kind="answered_questionnaire").exists()


def test_a_rebuild_changes_nothing(cast: Cast) -> None:
    told(cast)
    answered(cast, somebody(cast))
    assert rebuild() == {"added": 0, "changed": 0, "withdrawn": 0}


def test_the_persons_page_draws_it(cast: Cast) -> None:
    amal = somebody(cast)
    answered(cast, amal)
    page = signed_in(cast, "organiser").get(f"/organise/people/{amal.uid}/")
    assert "Answered the questions of a listening campaign" in page.content.decode()

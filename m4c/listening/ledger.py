"""What listening writes into the engagement ledger: who asked, talked and hosted, told a story, and answered."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from django.utils import timezone

from m4c.listening.models import HouseMeeting, OneToOne, Questionnaire, Story
from m4c.listening.models.story import Level
from m4c.people.ledger import Source, follow
from m4c.people.models import Engagement


def one_to_one_rows(one_to_ones: Sequence[OneToOne]) -> Iterable[Engagement]:
    """Of a held 1-2-1: `held_one_to_one` for the one who asked, `had_one_to_one` for the other."""
    for one_to_one in one_to_ones:
        if not one_to_one.held_on:
            continue
        common = {
            "at": noon(one_to_one.held_on),
            "group_id": one_to_one.group_id,
            "source_type": "listening.onetoone",
            "source_id": one_to_one.pk,
        }
        asker, other = one_to_one.asker_id, one_to_one.other_id
        yield Engagement(kind="held_one_to_one", person_id=asker, other_id=other, **common)
        yield Engagement(kind="had_one_to_one", person_id=other, other_id=asker, leader_id=asker, **common)


def house_meeting_rows(meetings: Sequence[HouseMeeting]) -> Iterable[Engagement]:
    """Of a held house meeting: `hosted_house_meeting` for its host. Who came stands in the event's attendance."""
    for meeting in meetings:
        if meeting.held_on:
            yield Engagement(
                kind="hosted_house_meeting",
                person_id=meeting.host_id,
                at=noon(meeting.held_on),
                group_id=meeting.group_id,
                source_type="listening.housemeeting",
                source_id=meeting.pk,
            )


def story_rows(stories: Sequence[Story]) -> Iterable[Engagement]:
    """Of a story that is kept: `told_story` for its teller; seen by its listener alone where it is for them alone."""
    for story in stories:
        if story.level > Level.NOWHERE and story.taken_back_at is None:
            yield Engagement(
                kind="told_story",
                person_id=story.teller_id,
                at=noon(story.told_on),
                group_id=story.group_id,
                tier=Engagement.Tier.GROUP if story.level >= Level.TEAM else Engagement.Tier.PRIVATE,
                author_id=story.listener_id,
                source_type="listening.story",
                source_id=story.pk,
            )


def questionnaire_rows(questionnaires: Sequence[Questionnaire]) -> Iterable[Engagement]:
    """Of what somebody named answered: `answered_questionnaire`; of nobody named there is no row."""
    named = [each.pk for each in questionnaires if each.person_id]
    for each in Questionnaire.objects.filter(pk__in=named).select_related("campaign", "person") if named else ():
        yield Engagement(
            kind="answered_questionnaire",
            person=each.person,
            at=noon(each.on),
            group_id=each.campaign.group_id,
            source_type="listening.questionnaire",
            source_id=each.pk,
        )


def noon(day: date) -> datetime:
    """The middle of a day whose hour nobody wrote down."""
    return timezone.make_aware(datetime.combine(day, time(12)))


def register() -> None:
    """Tell the ledger of all of it."""
    follow(Source(OneToOne, one_to_one_rows))
    follow(Source(HouseMeeting, house_meeting_rows))
    follow(Source(Story, story_rows))
    follow(Source(Questionnaire, questionnaire_rows))

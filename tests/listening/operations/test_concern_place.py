"""A concern that was struck comes back, and one belongs to a campaign, or to none, as whoever runs it says."""

import pytest

from m4c.core.errors import NotAllowed
from m4c.listening.models import Concern, Questionnaire
from m4c.listening.operations.concern import ConcernRefused, strike_concern
from m4c.listening.operations.concern_place import leave_out_of_campaign, put_back_concern, put_in_campaign
from m4c.listening.operations.questionnaire import Answers, type_in_questionnaire
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers
from tests.listening.campaigning import campaign_of, question_of
from tests.listening.deciding.making import theme_of
from tests.listening.operations.test_concern import heard


def test_one_that_was_struck_comes_back_as_it_stood(cast: Cast) -> None:
    concern = heard(cast)
    theme = theme_of(cast)
    Concern.objects.filter(pk=concern.pk).update(theme=theme, theme_since=NOW)
    concern.refresh_from_db()
    strike_concern(concern=concern, at=NOW, by=cast.leader)
    assert not Concern.objects.visible_to(cast.leader).exists()
    assert list(Concern.objects.with_struck(cast.leader)) == [concern]
    for _time in range(2):
        put_back_concern(concern=concern, by=cast.leader)
    back = Concern.objects.visible_to(cast.leader).get()
    assert (back.struck_at, back.theme) == (None, theme)


def test_who_puts_one_back(cast: Cast) -> None:
    concern = strike_concern(concern=heard(cast), at=NOW, by=cast.leader)
    assert doers(lambda by: put_back_concern(concern=concern, by=by), cast) == {
        "leader",
        "organiser",
        "national_organiser",
    }


def test_what_was_heard_elsewhere_belongs_to_a_campaign_and_leaves_it_again(cast: Cast) -> None:
    campaign, concern = campaign_of(cast), heard(cast)
    Concern.objects.filter(pk=concern.pk).update(theme=theme_of(cast), theme_since=NOW)
    concern.refresh_from_db()
    assert put_in_campaign(campaign=campaign, concerns=[concern], by=cast.organiser) == [concern]
    assert (concern.campaign, concern.theme, concern.theme_since) == (campaign, None, None)
    assert put_in_campaign(campaign=campaign, concerns=[concern], by=cast.organiser) == []
    for _time in range(2):
        leave_out_of_campaign(concern=concern, by=cast.organiser)
    concern.refresh_from_db()
    assert (concern.campaign, concern.struck_at) == (None, None)


def test_not_one_of_another_campaign_or_group_or_unseen(cast: Cast) -> None:
    campaign = campaign_of(cast)
    other = heard(cast, cast.organiser, campaign=campaign_of(cast, name="Spring listening"))
    above = Concern.objects.create(group=cast.movement, words="Cold", said_on=TODAY, noted_by=cast.organiser)
    unseen = Concern.objects.create(group=cast.manchester, words="Cold", said_on=TODAY, noted_by=cast.operator)
    codes = []
    for concern in (other, above, unseen):
        with pytest.raises(ConcernRefused) as refused:
            put_in_campaign(campaign=campaign, concerns=[concern], by=cast.organiser)
        codes.append(refused.value.code)
    assert codes == ["of_another", "elsewhere", "uid_taken"]


def test_who_says_what_belongs_to_a_campaign(cast: Cast) -> None:
    campaign, concern = campaign_of(cast), heard(cast)
    allowed = {"organiser", "national_organiser"}
    assert doers(lambda by: put_in_campaign(campaign=campaign, concerns=[], by=by), cast) == allowed
    with pytest.raises(NotAllowed):
        leave_out_of_campaign(concern=concern, by=cast.leader)


def test_an_answer_to_its_own_questions_stays(cast: Cast) -> None:
    campaign = campaign_of(cast)
    answers = Answers({question_of(cast, campaign): "Damp"}, TODAY, may_use_inside=True)
    means = Questionnaire.Means.STREET
    type_in_questionnaire(campaign=campaign, answers=answers, means=means, at=NOW, by=cast.organiser)
    with pytest.raises(ConcernRefused) as refused:
        leave_out_of_campaign(concern=Concern.objects.get(), by=cast.organiser)
    assert refused.value.code == "answers"

"""What becomes of campaigns when two people, or two groups, turn out to be one."""

import pytest

from m4c.campaigns.models import Authorisation, Campaign, CampaignLead, LetterSignatory
from m4c.campaigns.operations.authorisation import NewAuthorisation, authorise_campaign
from m4c.campaigns.operations.campaign_lead import name_lead
from m4c.campaigns.operations.open_letter import NewLetter, NewSignatory, sign_open_letter, write_open_letter
from m4c.people.operations.group_merge import merge_group
from m4c.people.operations.person_merge import merge
from tests.campaigns.casework.running import BEGAN, begun, running
from tests.cast import Cast
from tests.factories import NOW, TODAY, somebody

pytestmark = pytest.mark.django_db


def test_who_leads_twice_leads_once_since_the_earlier_day(cast: Cast):
    campaign, keep, other = begun(cast), somebody(cast), somebody(cast)
    for person, on in ((keep, TODAY), (other, BEGAN)):
        name_lead(campaign=campaign, person=person, part="lead", on=on, at=NOW, by=cast.operator)
    merge(keep=keep, other=other, choices={}, at=NOW, by=cast.organiser)
    assert CampaignLead.objects.values_list("person", "from_on").get() == (keep.pk, BEGAN)


def test_who_signed_twice_stands_in_public_only_where_both_agreed(cast: Cast):
    keep, other = somebody(cast), somebody(cast)
    new = NewLetter("Sit down", "Dear Sir", BEGAN, to_whom="Him")
    letter = write_open_letter(campaign=begun(cast), new=new, by=cast.organiser)
    for person, agrees in ((keep, True), (other, False)):
        signed = NewSignatory(TODAY, person=person, agrees=agrees)
        sign_open_letter(letter=letter, new=signed, at=NOW, by=cast.operator)
    merge(keep=keep, other=other, choices={}, at=NOW, by=cast.organiser)
    assert LetterSignatory.objects.values_list("person", "agreed_public_at").get() == (keep.pk, None)


def test_campaigns_and_authorisations_come_along_with_a_group(cast: Cast):
    one, same = running(cast), running(cast, group=cast.swansea)
    new = NewAuthorisation("By hands", BEGAN)
    authorise_campaign(campaign=one, group=cast.swansea, new=new, at=NOW, by=cast.operator)
    merge_group(groups=[cast.swansea, cast.cardiff], on=TODAY, at=NOW, by=cast.operator)
    names = set(Campaign.objects.filter(group=cast.cardiff).values_list("name", flat=True))
    assert names == {"Homes and a shop", "Homes and a shop (Swansea)"}
    standing = Authorisation.objects.standing().filter(group=cast.cardiff)
    assert set(standing.values_list("campaign", flat=True)) == {one.pk, same.pk}

"""Deciding that everybody may read a commitment, and who gets a page by it."""

import pytest

from m4c.campaigns.models import NamingDecision
from m4c.commitments.models import Commitment, PublicName
from m4c.commitments.operations.publishing import (
    PublishingRefused,
    name_public_pages,
    publish_commitment,
    take_down_commitment,
)
from m4c.power.models import Tenure
from tests.campaigns.press.telling import a_councillor, an_owner, ready
from tests.cast import Cast
from tests.commitments.promising import a_promise
from tests.factories import NOW, doers


def test_published_and_taken_down_twice_is_once(cast: Cast) -> None:
    made = a_promise(cast)
    for _twice in range(2):
        publish_commitment(commitment=made, at=NOW, by=cast.organiser)
    assert (Commitment.objects.public().get(), PublicName.objects.count()) == (made, 1)
    for _twice in range(2):
        take_down_commitment(commitment=made, at=NOW, by=cast.organiser)
    assert not Commitment.objects.public().exists()


def test_what_nobody_looked_over_is_not_published(cast: Cast) -> None:
    made = a_promise(cast, to_review="From a sheet")
    with pytest.raises(PublishingRefused):
        publish_commitment(commitment=made, at=NOW, by=cast.organiser)


def test_a_reference_that_names_a_private_owner_is_refused(cast: Cast) -> None:
    made = a_promise(cast, an_owner(cast), reference="Kapadia-1", slug="kapadia-1")
    with pytest.raises(PublishingRefused):
        publish_commitment(commitment=made, at=NOW, by=cast.organiser)


def test_speakers_and_bodies_have_a_page_of_their_own_name(cast: Cast) -> None:
    one, namesake = a_councillor(cast), a_councillor(cast)
    for someone in (one, namesake):
        made = a_promise(cast, someone, office=Tenure.objects.get(powerholder=someone).office)
        publish_commitment(commitment=made, at=NOW, by=cast.organiser)
    slugs = set(PublicName.objects.values_list("slug", flat=True))
    assert slugs == {"cllr-rhian-cabinet", "cllr-rhian-cabinet-2", "cardiff-council"}


def test_who_may_be_named_later_gets_a_page_by_night(cast: Cast) -> None:
    owner = an_owner(cast)
    campaign = ready(cast, owner)
    made = a_promise(cast, owner, campaign=campaign)
    publish_commitment(commitment=made, at=NOW, by=cast.organiser)
    name_public_pages(at=NOW, by=cast.operator)
    assert not PublicName.objects.exists()
    decided = {"asked_by": cast.organiser, "asked_at": NOW, "decided_by": cast.editor, "decided_at": NOW}
    NamingDecision.objects.create(campaign=campaign, powerholder=owner, why="A", answer="B", agreed=True, **decided)
    name_public_pages(at=NOW, by=cast.operator)
    assert PublicName.objects.get().powerholder == owner


def test_who_may(cast: Cast) -> None:
    made = a_promise(cast)
    publish = doers(lambda by: publish_commitment(commitment=made, at=NOW, by=by), cast)
    down = doers(lambda by: take_down_commitment(commitment=made, at=NOW, by=by), cast)
    assert publish == down == {"organiser", "national_organiser", "editor"}

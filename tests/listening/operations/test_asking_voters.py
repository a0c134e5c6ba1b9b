"""Links to vote by: everybody of the group has one vote, and gets its link by one letter or from somebody's hand."""

import re

import pytest
from django.core import mail

from m4c.core.errors import Refused
from m4c.core.permissions import Role
from m4c.core.worker import run_waiting
from m4c.events.models import Attendance
from m4c.listening.models import Voter
from m4c.listening.operations.asking_voters import ask_group, ask_present, ask_some, claim_links, settle_links
from m4c.listening.operations.voting import cast_by_code
from m4c.people.models import Account
from m4c.people.models.account import website
from m4c.people.operations.consent import record_consent
from tests.cast import Cast
from tests.factories import NOW, gathering, somebody
from tests.listening.deciding.making import OPTIONS, ballot_of

pytestmark = pytest.mark.django_db
LINK = re.compile(r"/vote/([\w-]+)/")


def worker() -> Account:
    return Account.objects.of_system(Role.WORKER)


def test_everybody_of_the_group_gets_a_link_once(cast: Cast):
    ballot = ballot_of(cast)
    carys, dewi = somebody(cast, "Carys Hughes"), somebody(cast, "Dewi Lloyd", emails=["dewi@example.org"])
    objection = {"channel": "email", "purpose": "all", "state": "objected", "source": "a letter"}
    record_consent(person=dewi, at=NOW, by=cast.operator, **objection)
    for _press in range(2):
        ask_group(ballot=ballot, by=cast.organiser)
        run_waiting()
    voters = Voter.objects.filter(ballot=ballot)
    assert not voters.filter(person=cast.person("protected_member")).exists()
    assert not voters.filter(person=cast.person("leader_elsewhere")).exists()
    assert set(voters.filter(code_hash="").values_list("person", flat=True)) == {carys.pk, dewi.pk}
    assert len(mail.outbox) == voters.exclude(code_hash="").count() == len({letter.to[0] for letter in mail.outbox})


def test_a_link_casts_the_vote_of_whom_it_was_sent_to(cast: Cast):
    ballot = ballot_of(cast)
    ask_group(ballot=ballot, by=cast.organiser)
    run_waiting()
    letter = next(letter for letter in mail.outbox if "kofi.mensah" in letter.to[0])
    found = LINK.search(str(letter.body))
    assert found is not None
    assert OPTIONS[0] not in str(letter.body)
    voter = cast_by_code(code=found[1], choices=[OPTIONS[0]], at=NOW, by=website())
    assert (voter.person, voter.means) == (cast.person("member"), "link")


def test_a_link_whose_letter_did_not_go_is_taken_back(cast: Cast):
    ballot = ballot_of(cast)
    assert ask_some(ballot=ballot, by=worker())
    slips = claim_links(ballot=ballot, after=0, by=worker()).slips
    settle_links(ballot=ballot, went={slip.voter: slip is not slips[0] for slip in slips}, by=worker())
    assert Voter.objects.get(pk=slips[0].voter.pk).code_hash == ""
    assert Voter.objects.exclude(code_hash="").count() == len(slips) - 1


def test_those_who_came_get_their_vote_by_name_and_no_letter(cast: Cast):
    meeting = gathering(cast)
    ballot = ballot_of(cast, is_open=False, event=meeting)
    for who, state in (("member", "came"), ("treasurer", "walk_in"), ("leader", "yes"), ("protected_member", "came")):
        Attendance.objects.create(event=meeting, person=cast.person(who), state=state)
    assert {voter.person_id for voter in ask_present(ballot=ballot, by=cast.organiser)} == {
        cast.person("member").pk,
        cast.person("treasurer").pk,
    }
    assert ask_present(ballot=ballot, by=cast.organiser) == []
    run_waiting()
    assert mail.outbox == []


def test_who_came_to_a_meeting_that_one_may_not_look_into_gets_no_vote(cast: Cast):
    meeting = gathering(cast, cast.manchester, visibility="public")
    ballot = ballot_of(cast, event=meeting)
    Attendance.objects.create(event=meeting, person=cast.person("member"), state="came")
    assert ask_present(ballot=ballot, by=cast.organiser) == []
    assert len(ask_present(ballot=ballot, by=cast.fresh("national_organiser"))) == 1


def test_nobody_came_to_a_ballot_of_no_meeting(cast: Cast):
    with pytest.raises(Refused, match="of no meeting"):
        ask_present(ballot=ballot_of(cast), by=cast.organiser)

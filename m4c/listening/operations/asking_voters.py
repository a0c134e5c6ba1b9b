"""Who has a vote by name: all of a group, whose links go by one letter at most, or those who came to a meeting."""

from collections.abc import Mapping

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from m4c.core.operations import change_many, operation
from m4c.events.models import Attendance
from m4c.listening.deciding import tasks  # as a module: it imports this one
from m4c.listening.deciding.codes import digest_of, new_code
from m4c.listening.models import Ballot, Voter
from m4c.listening.operations.ballot import must_be_open
from m4c.listening.operations.voting import Slip, Slips, VoteRefused, must_not_be_closed
from m4c.listening.permissions import RUN_LISTENING, SEND_WORD
from m4c.people.models import Account, Membership, Person, PersonEmail
from m4c.people.models.use import may_be_used
from m4c.people.operations.posting import TOGETHER
from m4c.people.sight import within

AT_ONCE = 500


@operation(RUN_LISTENING, on="ballot")
def ask_group(*, ballot: Ballot, by: Account) -> Ballot:
    """Ask everybody who belongs to the ballot's group, or to one below it: letters go by themselves, to whom none may
    go stands on the list of links to hand over. Raises BallotRefused.
    """
    must_be_open(ballot)
    tasks.ask_voters.enqueue(ballot.pk)
    return ballot


@operation(RUN_LISTENING, on="ballot")
def ask_present(*, ballot: Ballot, by: Account) -> list[Voter]:
    """Give everybody their vote who came to the ballot's meeting, as far as one may see that: no letter goes, they sign
    in or get a slip or a link by name. Again asks those who came since. Raises VoteRefused.
    """
    must_not_be_closed(ballot)
    if ballot.event is None:
        raise VoteRefused(_("This ballot is of no meeting: nobody is written down as having come."), code="no_meeting")
    came = Attendance.objects.visible_to(by).present().filter(event=ballot.event, person=OuterRef("pk"))
    asked = Voter.objects.filter(ballot=ballot, person=OuterRef("pk"))
    people = Person.objects.filter(Exists(came), ~Exists(asked), may_be_used("pk"), died_on=None)
    rows = [Voter(ballot=ballot, person_id=pk) for pk in people.order_by("pk").values_list("pk", flat=True)]
    return Voter.objects.bulk_create(rows, batch_size=AT_ONCE)


@operation(SEND_WORD, on="ballot")
def ask_some(*, ballot: Ballot, by: Account) -> list[Voter]:
    """Give the next people of the group, at most 500, their vote; none is left where it answers with nobody."""
    here = Membership.objects.open().filter(within("group__path", ballot.group), person=OuterRef("pk"))
    asked = Voter.objects.filter(ballot=ballot, person=OuterRef("pk"))
    people = Person.objects.filter(Exists(here), ~Exists(asked), may_be_used("pk"), died_on=None, moved_away_on=None)
    rows = [Voter(ballot=ballot, person_id=pk) for pk in people.order_by("pk").values_list("pk", flat=True)[:AT_ONCE]]
    return Voter.objects.bulk_create(rows)


@operation(SEND_WORD, on="ballot")
def claim_links(*, ballot: Ballot, after: int, by: Account) -> Slips:
    """Make the links of the next voters with an e-mail address who have none, after the voter of this id: nobody else
    sends them from now on.
    """
    has_email = PersonEmail.objects.filter(person=OuterRef("person"))
    waiting = Voter.objects.filter(Exists(has_email), ballot=ballot, pk__gt=after, code_hash="", voted_at=None)
    slips = [Slip(voter, new_code()) for voter in waiting.select_related("person").order_by("pk")[:TOGETHER]]
    change_many({slip.voter: {"code_hash": digest_of(slip.code)} for slip in slips})
    return Slips(slips)


@operation(SEND_WORD, on="ballot")
def settle_links(*, ballot: Ballot, went: Mapping[Voter, bool], by: Account) -> list[Voter]:
    """Take back the links of letters that did not go: they stand on the list to hand over, or are sent again."""
    return change_many({voter: {"code_hash": ""} for voter, has_gone in went.items() if not has_gone})

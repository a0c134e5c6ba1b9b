"""Background tasks of deciding: letters with links to vote by, and word back to those who were heard, each once."""

from collections.abc import Mapping
from functools import partial

from django.core.mail import EmailMessage
from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.core.chunks import let_others_write
from m4c.core.permissions import Role
from m4c.core.tasks import task
from m4c.listening.deciding import letters
from m4c.listening.models import Ballot, IssueMove, Voter, WordBack
from m4c.listening.operations import asking_voters, word_back  # as modules: they import this one
from m4c.people.consent_rules import may_contact
from m4c.people.models import Account, Channel, Purpose
from m4c.people.posting import FAILED, post, send_each

WENT = "went"


@task()
def ask_voters(ballot_id: int) -> None:
    """Give everybody of the group their vote, and send each who may be written to their link, from wherever it got."""
    worker = Account.objects.of_system(Role.WORKER)
    while (ballot := open_ballot(ballot_id)) and asking_voters.ask_some(ballot=ballot, by=worker):
        let_others_write()
    last = 0
    with post() as way:
        while ballot := open_ballot(ballot_id):
            slips = asking_voters.claim_links(ballot=ballot, after=last, by=worker).slips
            if not slips:
                return
            last = slips[-1].voter.pk
            codes = {slip.voter: slip.code for slip in slips}
            sent = send_each(way, codes, write=partial(link_letter, ballot, codes), went=WENT, later=not_now)
            went = {voter: outcome == WENT for voter, (outcome, _why) in sent.outcomes.items()}
            asking_voters.settle_links(ballot=ballot, went=went, by=worker)
            if sent.is_down:
                return


@task()
def tell_heard(move_id: int) -> None:
    """Work out who hears of a move, and send the letters; what is broken off goes on from there."""
    worker = Account.objects.of_system(Role.WORKER)
    move = IssueMove.objects.select_related("issue__group").filter(pk=move_id, tells=True).first()
    while move and word_back.gather_heard(move=move, at=timezone.now(), by=worker):
        let_others_write()
    with post() as way:
        while move and (claimed := word_back.claim_words(move=move, at=timezone.now(), by=worker)):
            sent = send_each(way, claimed, write=partial(word_letter, move), went=WordBack.State.SENT, later=wait)
            word_back.settle_words(move=move, outcomes=sent.outcomes, at=timezone.now(), by=worker)
            if sent.is_down:
                return


@task()
def go_on_telling() -> None:
    """Take up again what waits: the mail server was down, or asked for patience."""
    waiting = WordBack.objects.filter(state=WordBack.State.WAITING).order_by().values_list("move", flat=True)
    for move in waiting.distinct():
        tell_heard.enqueue(move)


def open_ballot(ballot_id: int) -> Ballot | None:
    """A ballot as it stands now; None where no votes are taken."""
    return Ballot.objects.select_related("group").filter(pk=ballot_id, closed_at=None).exclude(opened_at=None).first()


def link_letter(ballot: Ballot, codes: Mapping[Voter, str], voter: Voter) -> EmailMessage | str:
    """Somebody's letter with their link, or why they get none: it is word about a vote of their own, and no news."""
    assert voter.person is not None
    answer = may_contact(voter.person, Channel.EMAIL, Purpose.SERVICE, timezone.now(), automatic=True)
    address = voter.person.emails.first()
    if not answer or address is None:
        return answer.why if not answer else _("We have no e-mail address of theirs.")
    return letters.link_of(ballot, voter, codes[voter], address.address)


def word_letter(move: IssueMove, word: WordBack) -> EmailMessage | str:
    """Somebody's letter, or why they may not be written to by now."""
    address = word.person.emails.first()
    if address is None or not word_back.may_be_written_to(word.person, timezone.now()):
        return _("They may not be written to any more.")
    return letters.word_of(move, word, address.address)


def not_now(why: str) -> tuple[str, str]:
    """A link that did not go is handed over, or sent again when somebody asks for it."""
    return FAILED, why


def wait(why: str) -> tuple[str, str]:
    """A word that did not go is sent later."""
    return WordBack.State.WAITING, why

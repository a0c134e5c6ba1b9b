"""What deciding tells the registers: what becomes of its rows on erasure and merges, and where it holds something."""

from django.utils.translation import gettext_lazy as _

from m4c.core.demo import CHAPTERS, Chapter
from m4c.core.navigation import OWN, Place
from m4c.core.permissions import SIGNED_IN
from m4c.listening.deciding import searched
from m4c.listening.models import (
    Ballot,
    BallotOption,
    CandidateIssue,
    Issue,
    IssueDecider,
    IssueMove,
    IssueScore,
    IssueTheme,
    Vote,
    Voter,
    WordBack,
)
from m4c.listening.operations.erasing_votes import unlink
from m4c.people.access.sources import Table, hold
from m4c.people.erasers import COUNTED
from m4c.people.erasing import goes, mentions, nameless, tells_of_nobody
from m4c.people.groups.merging import follows
from m4c.people.merging import move
from m4c.people.operations.merging.journal import Journal, MergeRefused

State = WordBack.State
STRENGTH = [State.WAITING, State.TO_RING, State.FAILED, State.SENT, State.TOLD]


def erasers() -> None:
    """What becomes of rows when somebody is erased."""
    said = _("their name in what a group decided")
    nameless(Voter, "person", _("that they had a vote, and cast it"), COUNTED)
    nameless(Vote, "voter__person", _("what they voted in an open ballot"), COUNTED, erase=unlink)
    nameless(IssueScore, "scorer", _("how they scored what might be won"), COUNTED)
    goes(IssueDecider, "person", _("where they stood on an issue"))
    goes(WordBack, "person", _("that they got word of an issue"))
    nameless(WordBack, "teller", _("whom they were to tell of an issue"), COUNTED)
    mentions(Voter, "words", what=said)
    mentions(Ballot, "title", "about", "decided", what=said)
    mentions(BallotOption, "words", what=said)
    mentions(CandidateIssue, "change", "who_can_grant", what=said)
    mentions(Issue, "name", "problem", "change", "who_can_grant", "how_decided", what=said)
    mentions(IssueMove, "words", what=said)
    mentions(IssueDecider, "words", what=said)
    tells_of_nobody(IssueTheme, why="which theme an issue comes from")


def merges() -> None:
    """What comes along when two people, or two groups, are made one."""
    move(Voter, "person", key=lambda row: row.ballot_id, unite=one_vote)
    move(IssueScore, "scorer", key=lambda row: (row.candidate_id, row.criterion))
    move(IssueDecider, "person", key=lambda row: row.issue_id, unite=one_stance)
    move(WordBack, "person", key=lambda row: row.move_id, unite=one_word)
    move(WordBack, "teller")
    follows(Ballot, title=_("ballots"))
    follows(CandidateIssue, title=_("candidate issues"))
    follows(Issue, title=_("issues"))


def one_vote(journal: Journal, kept: Voter, gone: Voter) -> bool:
    """Who had two votes has one: the one that was cast. Where both were, the second goes out of an open ballot; out of
    a secret one it cannot be found, so that is closed first.
    """
    if kept.voted_at and gone.voted_at and kept.ballot.is_secret and kept.ballot.closed_at is None:
        raise MergeRefused(
            _("Both voted in “{ballot}”, which is secret and still open. Close it first.").format(ballot=kept.ballot),
            code="two_votes",
        )
    if gone.voted_at and not kept.voted_at:
        journal.change(
            kept, voted_at=gone.voted_at, means=gone.means, cast_by_id=gone.cast_by_id, words=gone.words, code_hash=""
        )
    if gone.scored_at and not kept.scored_at:
        journal.change(kept, scored_at=gone.scored_at)
    return True


def one_stance(journal: Journal, kept: IssueDecider, gone: IssueDecider) -> bool:
    """Who stands twice among those who decided stood where the record that stays says."""
    journal.change(kept, words=kept.words or gone.words)
    return True


def one_word(journal: Journal, kept: WordBack, gone: WordBack) -> bool:
    """Who was to hear twice was told as the stronger of the two says."""
    stronger = max(kept, gone, key=lambda word: STRENGTH.index(State(word.state)))
    journal.change(kept, state=stronger.state, teller_id=kept.teller_id or gone.teller_id)
    return True


def access() -> None:
    """Where deciding holds something on a person."""
    hold(
        "deciding",
        _("Votes and decisions"),
        Table(Voter, words=("words",), leave=("code_hash",)),
        Table(Vote, of=("voter__person",), leave=("key", "voter")),
        Table(IssueScore, of=("scorer",)),
        Table(IssueDecider, words=("words",)),
        Table(WordBack, of=("person", "teller")),
    )


def register() -> None:
    """Tell them all."""
    erasers()
    merges()
    access()
    searched.register()
    OWN.add("own-votes", Place(_("Your votes"), "own-votes", "hand-raised", SIGNED_IN, 12))
    CHAPTERS.add("deciding", Chapter(99, "m4c.listening.deciding.demo.tell"))

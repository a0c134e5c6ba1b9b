"""Addresses of deciding in the workspace."""

from m4c.core.permissions import SIGNED_IN
from m4c.core.routes import route
from m4c.listening.permissions import HEAR, RUN_LISTENING, SEE_LISTENING
from m4c.listening.views import ballot, ballot_votes, candidate_issue, issue, own_vote

HOME = "organise/listening/"
BALLOTS, ISSUES = f"{HOME}ballots/", f"{HOME}issues/"
OWN = "organise/my-votes/"
BALLOT, ISSUE = f"{BALLOTS}<uuid:uid>/", f"{ISSUES}<uuid:uid>/"
CUTTING, CANDIDATE = f"{HOME}themes/<uuid:uid>/cutting/", f"{HOME}candidates/<uuid:uid>/"
RUN = RUN_LISTENING

urlpatterns = [
    route(BALLOTS, ballot.ballots, allow=SEE_LISTENING, name="ballots"),
    route(f"{BALLOTS}new/", ballot.make, allow=RUN, name="make-ballot"),
    route(BALLOT, ballot.ballot, allow=SIGNED_IN, name="ballot"),
    route(f"{BALLOT}opening/", ballot.start, allow=RUN, name="open-ballot"),
    route(f"{BALLOT}closing/", ballot.close, allow=RUN, name="close-ballot"),
    route(f"{BALLOT}minutes/", ballot.minute, allow=RUN, name="minute-ballot"),
    route(f"{BALLOT}shown-scores/", ballot.show, allow=RUN, name="show-scores"),
    route(f"{BALLOT}who-came/", ballot.ask_who_came, allow=RUN, name="ask-who-came"),
    route(f"{BALLOT}slips/", ballot_votes.slips, allow=RUN, name="ballot-slips"),
    route(f"{BALLOT}links/", ballot_votes.links, allow=RUN, name="ballot-links"),
    route(f"{HOME}voters/<uuid:uid>/link/", ballot_votes.link, allow=RUN, name="voter-link"),
    route(f"{BALLOT}papers/", ballot_votes.papers, allow=RUN, name="ballot-papers"),
    route(f"{BALLOT}behalf/", ballot_votes.behalf, allow=RUN, name="ballot-behalf"),
    route(f"{BALLOT}phoned/", ballot_votes.taken_by_phone, allow=RUN, name="ballot-phoned"),
    route(CUTTING, candidate_issue.cutting, allow=SEE_LISTENING, name="cutting"),
    route(f"{CUTTING}names/", candidate_issue.who_scored, allow=SEE_LISTENING, name="who-scored"),
    route(f"{CUTTING}candidate/", candidate_issue.cut, allow=RUN, name="cut-candidate"),
    route(f"{CANDIDATE}words/", candidate_issue.change, allow=RUN, name="change-candidate"),
    route(f"{CANDIDATE}withdrawal/", candidate_issue.withdraw, allow=RUN, name="withdraw-candidate"),
    route(f"{CANDIDATE}scores/", candidate_issue.score, allow=RUN, name="score-candidate"),
    route(f"{CANDIDATE}choice/", candidate_issue.choose, allow=RUN, name="choose-candidate"),
    route(OWN, own_vote.own_votes, allow=SIGNED_IN, name="own-votes"),
    route(f"{OWN}<uuid:uid>/", own_vote.own_vote, allow=SIGNED_IN, name="own-vote"),
    route(f"{OWN}<uuid:uid>/scores/", own_vote.own_scores, allow=SIGNED_IN, name="own-scores"),
    route(ISSUES, issue.issues, allow=SEE_LISTENING, name="issues"),
    route(ISSUE, issue.issue, allow=SEE_LISTENING, name="issue"),
    route(f"{ISSUE}deciders/", issue.decide, allow=RUN, name="decide-issue"),
    route(f"{ISSUE}moves/", issue.move, allow=RUN, name="move-issue"),
    route(f"{ISSUE}outcome/", issue.settle, allow=RUN, name="settle-issue"),
    route(f"{HOME}to-ring/", issue.to_ring, allow=HEAR, name="words-to-ring"),
    route(f"{HOME}moves/<uuid:uid>/told/<uuid:person>/", issue.say, allow=HEAR, name="say-word"),
]

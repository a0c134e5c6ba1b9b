"""Addresses of progress, verdicts, replies and what waits: those open to whoever is signed in ask for the keeper."""

from m4c.commitments.permissions import JUDGE_COMMITMENTS
from m4c.commitments.views import contact, evidence_file, evidence_link, judgement, progress, reply
from m4c.core.permissions import SIGNED_IN
from m4c.core.routes import route

ONE = "organise/commitments/<uuid:uid>/"
ENTRY = "organise/commitments/progress/<uuid:uid>/"
LINK = "organise/commitments/evidence-links/<uuid:uid>/"
VERDICT = "organise/commitments/verdicts/<uuid:uid>/"
REPLY = "organise/commitments/replies/<uuid:uid>/"

urlpatterns = [
    route(f"{ONE}progress/", progress.progress, allow=SIGNED_IN, name="commitment-progress"),
    route(f"{ONE}contact/", contact.contact, allow=SIGNED_IN, name="commitment-contact"),
    route(f"{ONE}contact/asking/", contact.ask, allow=SIGNED_IN, name="ask-after"),
    route(f"{ONE}contact/answer/", contact.answer, allow=SIGNED_IN, name="answered-after"),
    route(f"{ONE}contact/pauses/", contact.pause, allow=SIGNED_IN, name="pause-asking"),
    route(
        f"{ONE}contact/pauses/<uuid:pause>/strike/", contact.strike_pause, allow=SIGNED_IN, name="strike-asking-pause"
    ),
    route(f"{ONE}evidence-links/", evidence_link.links, allow=SIGNED_IN, name="evidence-links"),
    route(f"{LINK}end/", evidence_link.end, allow=SIGNED_IN, name="end-evidence-link"),
    route(ENTRY, progress.entry, allow=SIGNED_IN, name="progress-entry"),
    route(f"{ENTRY}strike/", progress.strike, allow=SIGNED_IN, name="strike-progress"),
    route(f"{ENTRY}confirmation/", progress.confirm, allow=SIGNED_IN, name="confirm-evidence"),
    route(f"{ENTRY}refusal/", progress.refuse, allow=SIGNED_IN, name="refuse-evidence"),
    route(f"{ENTRY}file/", evidence_file.file, allow=SIGNED_IN, name="progress-file"),
    route(f"{ENTRY}file/keeping/", evidence_file.keep, allow=SIGNED_IN, name="keep-progress-file"),
    route(f"{ENTRY}file/showing/", evidence_file.show, allow=SIGNED_IN, name="show-progress-file"),
    route(f"{ENTRY}file/hiding/", evidence_file.hide, allow=SIGNED_IN, name="hide-progress-file"),
    route(f"{ENTRY}file/taking-away/", evidence_file.take_away, allow=SIGNED_IN, name="take-progress-file-away"),
    route(f"{ONE}verdict/", judgement.judge, allow=JUDGE_COMMITMENTS, name="judge-commitment"),
    route(VERDICT, judgement.judgement, allow=SIGNED_IN, name="judgement"),
    route(f"{VERDICT}second/", judgement.confirm, allow=JUDGE_COMMITMENTS, name="confirm-judgement"),
    route(f"{VERDICT}notice/", judgement.notice, allow=JUDGE_COMMITMENTS, name="judgement-notice"),
    route(f"{VERDICT}told/", judgement.tell, allow=JUDGE_COMMITMENTS, name="tell-judgement"),
    route(f"{VERDICT}back/", judgement.withdraw, allow=JUDGE_COMMITMENTS, name="withdraw-judgement"),
    route(REPLY, reply.reply, allow=SIGNED_IN, name="held-reply"),
    route(f"{REPLY}confirmation/", reply.confirm, allow=SIGNED_IN, name="confirm-reply"),
    route(f"{REPLY}refusal/", reply.refuse, allow=SIGNED_IN, name="refuse-reply"),
]

"""The rights over negotiations, commitments, wins and covenants, and the roles that hold each."""

from django.utils.translation import gettext_lazy as _

from m4c.core.permissions import MACHINE, Permission, Role

SEE_WINS = Permission(
    "commitments.see_wins",
    _("See what a group won, also what is not public."),
    holders=[Role.LEADER, Role.ORGANISER, Role.DATA_PROTECTION, Role.EDITOR, *MACHINE],
)
RECORD_WINS = Permission(
    "commitments.record_wins",
    _("Write down what was won, who says so, and look again whether it still stands."),
    holders=[Role.LEADER, Role.ORGANISER, *MACHINE],
)
SEE_COMMITMENTS = Permission(
    "commitments.see",
    _("See a group's negotiations, asks, answers, commitments, progress and covenants, also what is not public."),
    holders=[Role.LEADER, Role.ORGANISER, Role.DATA_PROTECTION, Role.EDITOR, *MACHINE],
)
NEGOTIATE = Permission(
    "commitments.negotiate",
    _("Plan and hold negotiations and assemblies: who sits where, asks, answers, roll call and minute."),
    holders=[Role.LEADER, Role.ORGANISER, *MACHINE],
)
RECORD_COMMITMENTS = Permission(
    "commitments.record",
    _("Write down commitments, their conditions and progress, and confirm what others brought."),
    holders=[Role.LEADER, Role.ORGANISER, Role.IMPORTER, *MACHINE],
)
JUDGE_COMMITMENTS = Permission(
    "commitments.judge",
    _("Judge a commitment by evidence: broken, partly kept, disputed, or not to be verified."),
    holders=[Role.LEADER, Role.ORGANISER, *MACHINE],
)
PUBLISH_COMMITMENTS = Permission(
    "commitments.publish",
    _("Decide which commitments, grids and covenants are public."),
    holders=[Role.ORGANISER, Role.EDITOR, *MACHINE],
)
KEEP_COVENANTS = Permission(
    "commitments.keep_covenants",
    _("Write covenants and their parties, and how bodies are affiliated."),
    holders=[Role.LEADER, Role.ORGANISER, *MACHINE],
)
ANSWER_FOR_COMMITMENTS = Permission(
    "commitments.answer",
    _("Hand in evidence or a reply, or follow a commitment, by a public page: the website's own account does."),
    holders=[Role.WEBSITE, *MACHINE],
)
RESTATE_COMMITMENTS = Permission(
    "commitments.restate",
    _("Work out anew where commitments stand, where that was not done or a setting changed."),
    holders=[Role.WORKER, *MACHINE],
)
SEND_COMMITMENT_WORD = Permission(
    "commitments.send_word",
    _("Send word to those who follow a commitment, once it has moved."),
    holders=[Role.WORKER, *MACHINE],
)

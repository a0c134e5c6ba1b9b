"""The rights over conversations, and the roles that hold each."""

from django.utils.translation import gettext_lazy as _

from m4c.core.permissions import MACHINE, Permission, Role

SEE_CONVERSATIONS = Permission(
    "listening.see",
    _("See that 1-2-1s and house meetings of a group took place, and their next steps."),
    holders=[Role.ORGANISER, Role.DATA_PROTECTION, *MACHINE],
)
RECORD_CONVERSATIONS = Permission(
    "listening.record",
    _("Record 1-2-1s and house meetings."),
    holders=[Role.LEADER, Role.ORGANISER, Role.IMPORTER, *MACHINE],
)
RECORD_FOR_OTHERS = Permission(
    "listening.record_for_others",
    _("Record, in their name, 1-2-1s and house meetings that somebody else held."),
    holders=[Role.ORGANISER, Role.IMPORTER, *MACHINE],
)
HEAR = Permission(
    "listening.hear",
    _("Hear people: write down concerns, take answers to a listening campaign's questions, and see those campaigns."),
    holders=[Role.LEADER, Role.ORGANISER, Role.IMPORTER, *MACHINE],
)
ANSWER_QUESTIONS = Permission(
    "listening.answer",
    _("Answer the questions of a listening campaign by its public page: the website's own account does."),
    holders=[Role.WEBSITE, *MACHINE],
)
SEE_LISTENING = Permission(
    "listening.see_concerns",
    _("See a group's concerns, themes, ballots and issues, with who said what."),
    holders=[Role.ORGANISER, Role.DATA_PROTECTION, *MACHINE],
)
RUN_LISTENING = Permission(
    "listening.run",
    _("Plan listening campaigns and rounds of house meetings, and put themes, ballots and issues together."),
    holders=[Role.ORGANISER, Role.IMPORTER, *MACHINE],
)
SEE_STORIES = Permission(
    "listening.see_stories",
    _("Read a group's stories as far as their tellers agreed."),
    holders=[Role.ORGANISER, Role.DATA_PROTECTION, *MACHINE],
)
KEEP_STORIES = Permission(
    "listening.keep_stories",
    _("Write down stories, ask for consent, and note where they are used."),
    holders=[Role.LEADER, Role.ORGANISER, *MACHINE],
)
LOOK_AFTER_STORIES = Permission(
    "listening.look_after_stories",
    _("Write tellers the links to their stories, and end what they agreed to once its time is over."),
    holders=[Role.WORKER, *MACHINE],
)
SEND_WORD = Permission(
    "listening.send_word",
    _("Send links to vote by, and word back to those heard, once somebody who may has asked for it."),
    holders=[Role.WORKER, *MACHINE],
)

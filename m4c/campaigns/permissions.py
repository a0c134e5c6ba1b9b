"""The rights over campaigns, and the roles that hold each."""

from django.utils.translation import gettext_lazy as _

from m4c.core.permissions import MACHINE, Permission, Role

SEE_CAMPAIGNS = Permission(
    "campaigns.see",
    _("See a group's campaigns: their case, chart, map, approaches, ladder and press."),
    holders=[Role.LEADER, Role.ORGANISER, Role.DATA_PROTECTION, Role.EDITOR, *MACHINE],
)
RUN_CAMPAIGNS = Permission(
    "campaigns.run",
    _("Begin campaigns and change them: demands, targets, chart, map, backers, ladder, petitions and kits."),
    holders=[Role.LEADER, Role.ORGANISER, Role.IMPORTER, *MACHINE],
)
RECORD_APPROACHES = Permission(
    "campaigns.record_approaches",
    _("Write down approaches to a powerholder, and their answers or silence."),
    holders=[Role.LEADER, Role.ORGANISER, Role.IMPORTER, *MACHINE],
)
AUTHORISE_CAMPAIGNS = Permission(
    "campaigns.authorise",
    _("Say that a group authorised a campaign or a step, and how."),
    holders=[Role.ORGANISER, *MACHINE],
)
PUBLISH_CAMPAIGNS = Permission(
    "campaigns.publish",
    _("Decide what of a campaign is public: its page, that nobody answered, the name of a private owner, a kit."),
    holders=[Role.ORGANISER, Role.EDITOR, *MACHINE],
)
CALL_OUT = Permission(
    "campaigns.call_out",
    _("Call people out for a step, and stand them down."),
    holders=[Role.LEADER, Role.ORGANISER, *MACHINE],
)
TAKE_PART_IN_CAMPAIGNS = Permission(
    "campaigns.take_part",
    _("Write to a decision-maker or ask for a kit by a public page: the website's own account does."),
    holders=[Role.WEBSITE, *MACHINE],
)
SEND_CAMPAIGN_WORD = Permission(
    "campaigns.send_word",
    _("Send stand-downs and introductions, once somebody who may has asked for them."),
    holders=[Role.WORKER, *MACHINE],
)

"""The rights over people, groups and accounts, and the roles that hold each."""

from django.utils.translation import gettext_lazy as _

from m4c.core.permissions import MACHINE, Permission, Role

SEE_PEOPLE = Permission(
    "people.see",
    _("See the people of a group and of the groups below it."),
    holders=[Role.ORGANISER, Role.DATA_PROTECTION, Role.IMPORTER, *MACHINE],
)
SEE_KNOWN_PEOPLE = Permission(
    "people.see_known",
    _("See the people one has met, brought or leads."),
    holders=[Role.LEADER, Role.ORGANISER, Role.DATA_PROTECTION, *MACHINE],
)
OPEN_RECORDS = Permission(
    "people.open_records",
    _("Open the page of a person one may see; of somebody kept safe by exact address, and logged."),
    holders=[Role.LEADER, Role.ORGANISER, Role.DATA_PROTECTION, Role.SAFEGUARDING, *MACHINE],
)
SEE_LEDGER = Permission(
    "people.see_ledger",
    _("See what the people of a group did, where it is meant for the group."),
    holders=[Role.ORGANISER, Role.DATA_PROTECTION, Role.IMPORTER, *MACHINE],
)
ADD_PEOPLE = Permission(
    "people.add",
    _("Keep a record of somebody one has met and told so."),
    holders=[Role.LEADER, Role.ORGANISER, Role.IMPORTER, *MACHINE],
)
EDIT_PEOPLE = Permission(
    "people.edit",
    _("Change a person's record and memberships."),
    holders=[Role.ORGANISER, Role.DATA_PROTECTION, Role.IMPORTER, *MACHINE],
)
IMPORT_PEOPLE = Permission(
    "people.import",
    _("Bring in sheets and logs, look them through, and undo them."),
    holders=[Role.ORGANISER, Role.IMPORTER, *MACHINE],
)
MERGE_PEOPLE = Permission(
    "people.merge",
    _("Say of two records that they are one person, or two; undo it within 30 days."),
    holders=[Role.ORGANISER, Role.DATA_PROTECTION, *MACHINE],
    second_factor=True,
)
LOOK_FOR_DOUBLES = Permission(
    "people.look_for_doubles",
    _("Look through everybody for people on record twice, and forget what a merge moved once it is too late to undo."),
    holders=[Role.WORKER, *MACHINE],
)
EXPORT_PEOPLE = Permission(
    "people.export",
    _("Take the people one may see out of the movement's record, with a purpose that is kept on record."),
    holders=[Role.ORGANISER, Role.DATA_PROTECTION, *MACHINE],
    second_factor=True,
)
SEE_EXPORTS = Permission(
    "people.see_exports",
    _("See who exported people, when and what for; never what was in the file."),
    holders=[Role.DATA_PROTECTION],
)
MAKE_EXPORTS = Permission(
    "people.make_exports",
    _("Write the file that somebody asked for, and forget it after two days."),
    holders=[Role.WORKER, *MACHINE],
)
FORGET_IMPORTS = Permission(
    "people.forget_imports",
    _("Forget the files and rows of imports that ended long ago."),
    holders=[Role.WORKER, *MACHINE],
)
WRITE_NOTES = Permission(
    "people.write_notes",
    _("Write a note about somebody one may see."),
    holders=[Role.LEADER, Role.ORGANISER, *MACHINE],
)
READ_TEAM_NOTES = Permission(
    "people.read_team_notes",
    _("Read the notes that a group's organisers keep among themselves."),
    holders=[Role.ORGANISER],
)
SEE_RELATIONSHIPS = Permission(
    "people.see_relationships",
    _("See how people know each other, of two whom one may both see; never of somebody kept safe."),
    holders=[Role.LEADER, Role.ORGANISER, Role.DATA_PROTECTION, *MACHINE],
)
RECORD_RELATIONSHIPS = Permission(
    "people.record_relationships",
    _("Write down how two people know each other whom one may both see, put it right, and say that it ended."),
    holders=[Role.LEADER, Role.ORGANISER, *MACHINE],
)
TAKE_NEXT_STEPS = Permission(
    "people.take_next_steps",
    _("Agree a next step with somebody one may see, and say that it happened."),
    holders=[Role.LEADER, Role.ORGANISER, *MACHINE],
)
HAND_OVER = Permission(
    "people.hand_over",
    _("Hand one's own people over to the next contact, one by one, when leaving one's work in a group."),
    holders=[Role.LEADER, Role.ORGANISER, *MACHINE],
)
HAND_OVER_FOR_OTHERS = Permission(
    "people.hand_over_for_others",
    _("Hand over the people of a leader or organiser who leaves, with them or without them, and end their work."),
    holders=[Role.ORGANISER, *MACHINE],
)
NAME_CONTACTS = Permission(
    "people.name_contacts",
    _("Say which leader of a group stays in touch with somebody, and that it ended."),
    holders=[Role.ORGANISER, *MACHINE],
)
KEEP_CHART = Permission(
    "people.keep_chart",
    _("Say on a group's chart in which unit somebody is, and type doors and places where nobody is known yet."),
    holders=[Role.ORGANISER, *MACHINE],
)
DESTROY_UNANSWERED_NOTES = Permission(
    "people.destroy_unanswered_notes",
    _("Destroy private notes of somebody who left, of which the person they are about said nothing in time."),
    holders=[Role.WORKER, *MACHINE],
)
TAG_PEOPLE = Permission(
    "people.tag",
    _("Put tags on people one may see and take them off, and make tags for one's groups."),
    holders=[Role.LEADER, Role.ORGANISER, *MACHINE],
)
SEE_OWN_FIELDS = Permission(
    "people.see_own_fields",
    _("See what stands in this movement's own fields of the people of a group."),
    holders=[Role.ORGANISER, Role.DATA_PROTECTION, Role.IMPORTER, *MACHINE],
)
FILL_OWN_FIELDS = Permission(
    "people.fill_own_fields",
    _("Fill in this movement's own fields of the people of a group."),
    holders=[Role.ORGANISER, Role.DATA_PROTECTION, Role.IMPORTER, *MACHINE],
)
KEEP_OWN_FIELDS = Permission(
    "people.keep_own_fields",
    _("Say which fields this movement adds to a person, and end them."),
    holders=[Role.ADMIN, Role.DATA_PROTECTION, *MACHINE],
)
ALLOW_SCORES = Permission(
    "people.allow_scores",
    _("Decide, with a reason that stays on record, that a field may read like a score of support."),
    holders=[Role.DATA_PROTECTION],
)
RECORD_CONSENT = Permission(
    "people.record_consent",
    _("Record what somebody agreed or objected to."),
    holders=[Role.LEADER, Role.ORGANISER, Role.DATA_PROTECTION, Role.IMPORTER, *MACHINE],
)
KEEP_SAFE = Permission(
    "people.keep_safe",
    _("Hide a person at once, everywhere."),
    holders=[Role.LEADER, Role.ORGANISER, Role.SAFEGUARDING, Role.DATA_PROTECTION, *MACHINE],
)
SEE_PROTECTED = Permission(
    "people.see_protected",
    _("See who is kept safe, confirm or lift it; each look is logged."),
    holders=[Role.SAFEGUARDING],
    second_factor=True,
)
TELL_OF_OVERDUE = Permission(
    "people.tell_of_overdue",
    _("Tell the safeguarding lead of what nobody has confirmed in time."),
    holders=[Role.WORKER, *MACHINE],
)
REFER = Permission(
    "people.refer",
    _("Tell the safeguarding lead that someone may be at risk."),
    holders=[
        Role.MEMBER,
        Role.LEADER,
        Role.ORGANISER,
        Role.EDITOR,
        Role.TREASURER,
        Role.DATA_PROTECTION,
        Role.SAFEGUARDING,
        Role.ADMIN,
        *MACHINE,
    ],
)
SEE_REFERRALS = Permission(
    "people.see_referrals",
    _("Read and answer what was referred to the safeguarding lead."),
    holders=[Role.SAFEGUARDING],
    second_factor=True,
)
SEE_GROUPS = Permission(
    "people.see_groups",
    _("See the pages of groups."),
    holders=[role for role in Role if not role.is_system] + [*MACHINE],
)
MAKE_GROUPS = Permission(
    "people.make_groups",
    _("Make groups below one's own, and move or end them."),
    holders=[Role.ORGANISER, Role.ADMIN, Role.IMPORTER, *MACHINE],
)
MERGE_GROUPS = Permission(
    "people.merge_groups",
    _("Make one group part of another, where one holds the right in both."),
    holders=[Role.ORGANISER, Role.ADMIN, *MACHINE],
    second_factor=True,
)
LOOK_AFTER_GROUPS = Permission(
    "people.look_after_groups",
    _("Say what a group is for and how it came to be, and keep its documents."),
    holders=[Role.LEADER, Role.ORGANISER, *MACHINE],
)
CLOSE_GROUPS = Permission(
    "people.close_groups",
    _("Close a group or pass it to another: ask its people what they want, and write down what each answers."),
    holders=[Role.ORGANISER, *MACHINE],
)
LOOK_AFTER_ACCOUNTS = Permission(
    "people.look_after_accounts",
    _("Invite accounts, show a sign-in link, give and end roles."),
    holders=[Role.ORGANISER, Role.ADMIN, *MACHINE],
)
LOCAL_ROLES = (Role.MEMBER, Role.LEADER, Role.ORGANISER)  # what an organiser may give in their own groups
GIVE_ANY_ROLE = Permission(
    "people.give_any_role",
    _("Give the roles that reach beyond a group's own work, such as editor, treasurer or admin."),
    holders=[Role.ADMIN, *MACHINE],
)
MAKE_SIGN_IN_LINKS = Permission(
    "people.make_sign_in_links",
    _("Make a sign-in link for any account: at the command line, or to be sent to its own e-mail address."),
    holders=[Role.WORKER, *MACHINE],
)

WELCOME = Permission(
    "people.welcome",
    _("Welcome those who signed up, and say that it was done."),
    holders=[Role.LEADER, Role.ORGANISER, *MACHINE],
)
HAND_OVER_WELCOMES = Permission(
    "people.hand_over_welcomes",
    _("Say who welcomes those who signed up, in place of whom it fell to."),
    holders=[Role.ORGANISER, *MACHINE],
)
ANSWER_MESSAGES = Permission(
    "people.answer_messages",
    _("Read and answer what came to a group by the contact form."),
    holders=[Role.ORGANISER, Role.ADMIN, *MACHINE],
)
ANSWER_COMPLAINTS = Permission(
    "people.answer_complaints",
    _("Read complaints, and say what became of them in time."),
    holders=[Role.DATA_PROTECTION, Role.ADMIN, Role.WORKER, *MACHINE],
)
ANSWER_RIGHTS = Permission(
    "people.answer_rights",
    _("Take in what somebody asks of their own data, and answer it in time: correct, stop, set aside."),
    holders=[Role.DATA_PROTECTION, *MACHINE],
)
MAKE_ACCESS_PACKS = Permission(
    "people.make_access_packs",
    _("Put together all that is held on somebody for them, with others' confidences held back."),
    holders=[Role.DATA_PROTECTION, Role.WORKER, *MACHINE],
    second_factor=True,
)
KEEP_PUBLIC_WORDS = Permission(
    "people.keep_public_words",
    _("Write what the whole site says in the movement's name: privacy notice, imprint, who pays, and its notice."),
    holders=[Role.EDITOR, Role.ADMIN, *MACHINE],
)
WRITE_LETTERS_OF_THE_DESK = Permission(
    "people.write_letters_of_the_desk",
    _("Make the link of a sign-up when its letter is written, and forget what the public forms kept long enough."),
    holders=[Role.WORKER, *MACHINE],
)
ANSWER_JOIN_REQUESTS = Permission(
    "people.answer_join_requests",
    _("See who asks to come into a group, and answer them yes or no."),
    holders=[Role.ORGANISER, *MACHINE],
)
INVITE_BY_LINK = Permission(
    "people.invite_by_link",
    _("Invite to a group by a link or a code to be scanned, until a day and so many times; and call it back."),
    holders=[Role.LEADER, Role.ORGANISER, *MACHINE],
)
SAY_OFFICES = Permission(
    "people.say_offices",
    _("Write down who holds which office in a group, from when to when: it gives nobody a right."),
    holders=[Role.ORGANISER, *MACHINE],
)
KEEP_COALITIONS = Permission(
    "people.keep_coalitions",
    _("Say which bodies belong to a coalition and how many seats each has."),
    holders=[Role.ORGANISER, Role.ADMIN, *MACHINE],
)
NAME_DELEGATES = Permission(
    "people.name_delegates",
    _("Say who sits for a body in a coalition, of the people whom one may see."),
    holders=[Role.ORGANISER, *MACHINE],
)

"""What becomes of people's own rows on erasure, and of those of the apps before it and of what it is built from.

The law behind it: docs/decisions/0026-what-is-erased.md. Figures carry: that somebody came, or held a 1-2-1, stays
counted, and hangs on a record that says nothing of who they were.
"""

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group as DjangoGroup
from django.contrib.auth.models import Permission as DjangoPermission
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult

from m4c.core.models import AuditEntry, PublicVersion, ScheduledRun, Worker
from m4c.people import models
from m4c.people.erasing import blank, by_email, goes, mentions, nameless, saying, stays, tells_of_nobody
from m4c.people.operations.erasing import files, lists, records, sign_in
from m4c.places.models import (
    Area,
    AreaName,
    AreaOverlap,
    PostcodeDirectory,
    PostcodeDistrict,
    PostcodeSector,
    PostcodeUnit,
)

COUNTED = _("So that figures that were told stay true. It says that somebody did this, and no longer who.")
ACCOUNTABLE = _("The law has us show how we looked after information (UK GDPR article 5(2)). It does not name you.")
DOOR = _("The sign “do not knock here” belongs to the door, and protects whoever lives there.")
WROTE = _("What they wrote of others belongs to those, and stays without a name.")
THEIRS = _("It tells of somebody else, and is theirs.")


def register() -> None:
    """Tell what becomes of everything that people holds."""
    of_themselves()
    of_what_was_written()
    of_sign_in()
    of_files()
    of_strangers_forms()
    of_mentions()
    of_others()


def of_themselves() -> None:
    """Who they are, how they are reached, where they belong, what they did."""
    goes(models.PersonEmail, "person", _("e-mail addresses"))
    goes(models.PersonPhone, "person", _("phone numbers"))
    goes(models.Address, "", _("address"), rows=records.own_address)
    stays(models.Address, "do_not_knock_since", _("the sign on their door"), DOOR, rows=records.own_door)
    goes(models.Household, "", _("household"), rows=records.own_household)
    goes(models.Findable, "person", _("what they are found by in the search"), erase=records.withdraw)
    tells_of_nobody(models.NameWord, why="drawn from Findable, and dropped with the last who bears the word")
    goes(models.Consent, "person", _("what they agreed or objected to, and the words used"))
    goes(models.Tagging, "person", _("tags"))
    goes(models.Relationship, "person", _("how they know somebody"))
    goes(models.Relationship, "other", _("how somebody knows them"))
    goes(models.RelationshipCorrection, "relationship__person", _("how that was written before it was put right"))
    goes(models.RelationshipCorrection, "relationship__other", _("how that was written before it was put right"))
    goes(models.OwnValue, "person", _("what stands in the movement's own fields"))
    goes(models.OutsideIdentity, "person", _("their number in a tool used before"))
    goes(models.Welcome, "person", _("welcome as a newcomer"))
    goes(models.CallOutcome, "person", _("what came of ringing them"))
    stays(models.PersonAlias, "person", _("older numbers of the record"), ACCOUNTABLE)
    nameless(models.Membership, "person", _("belonging to groups"), COUNTED, erase=records.end_memberships)
    stays(models.Engagement, "person", _("what was done, as a count"), COUNTED)
    stays(models.Engagement, "leader", _("what others did with them, as a count"), COUNTED)
    stays(models.Engagement, "other", _("what was done together, as a count"), COUNTED)
    nameless(
        models.Protection, "person", _("that the record is kept safe"), ACCOUNTABLE, erase=records.rest_safe, quiet=True
    )
    nameless(
        models.Protection,
        "contact",
        _("being the contact of somebody kept safe"),
        THEIRS,
        erase=records.no_contact,
        quiet=True,
    )
    stays(
        models.ProtectedLook,
        "protection__person",
        _("who looked at the record while it was kept safe"),
        ACCOUNTABLE,
        quiet=True,
    )
    stays(models.Person, "met_by", _("whom they met first"), THEIRS)
    nameless(models.Person, "", _("name and all else on the record"), COUNTED, rows=records.own, erase=records.empty)
    goes(models.BirthBand, "person", _("how old they are"))
    goes(models.RetentionCase, "person", _("that their record was looked through for its age"))
    nameless(
        models.Erasure, "person", _("that the record was erased, when and by whom"), ACCOUNTABLE, rows=records.none
    )
    goes(models.DoubleSuggestion, "first", _("that somebody may be on record twice"))
    goes(models.DoubleSuggestion, "second", _("that somebody may be on record twice"))


def of_what_was_written() -> None:
    """What others wrote about them, and what they wrote for themselves."""
    goes(models.Note, "person", _("notes about them"))
    goes(models.Note, "author__person", _("notes that they kept to themselves"), rows=records.private_notes)
    goes(models.NextStep, "person", _("next steps agreed with them"))
    goes(models.NextStep, "owner", _("next steps that they had taken on"))
    nameless(models.ReferralStep, "referral__about", _("what was done about a worry"), ACCOUNTABLE, quiet=True)
    nameless(models.Referral, "about", _("a worry about them"), ACCOUNTABLE, quiet=True)
    stays(models.SafetyNotice, "protection__person", _("that a notice was sent"), ACCOUNTABLE, quiet=True)


def of_sign_in() -> None:
    """Their account and what opens it."""
    nameless(models.Account, "person", _("account: it is closed, and its e-mail goes"), WROTE, erase=sign_in.close)
    stays(models.AccountRole, "account__person", _("roles held, and by whom they were given"), ACCOUNTABLE)
    goes(models.Device, "account__person", _("devices signed in"))
    goes(models.SignInLink, "account__person", _("sign-in links"))
    goes(models.Invitation, "account__person", _("invitations"))
    goes(models.Invitation, "email", _("invitations to their address"), rows=by_email(models.Invitation))
    goes(EmailAddress, "user__person", _("the address that they sign in with"))
    goes(EmailConfirmation, "email_address__user__person", _("letters that confirm an address"))
    goes(Authenticator, "user__person", _("passkeys and authenticator apps"))
    tells_of_nobody(Session, why="opaque; those of an account end with its devices")
    tells_of_nobody(DjangoGroup, DjangoPermission, ContentType, why="Django's own tables of rights and models")
    tells_of_nobody(DjangoGroup.permissions.through, models.Account.groups.through, why="pairs of numbers")


def of_files() -> None:
    """Sheets brought in, files taken out, what a merge moved, and what the software noted while working."""
    goes(models.ImportRow, "person", _("rows of sheets that told of them"), erase=files.forget_rows)
    goes(models.ImportRow, "candidate", _("rows of sheets that may have told of them"), erase=files.forget_rows)
    goes(
        models.ImportRow, "cells", _("rows with their e-mail or phone"), rows=files.rows_saying, erase=files.forget_rows
    )
    tells_of_nobody(models.SheetImport, why="its rows do; its file goes with the first of them that is erased")
    goes(
        models.PeopleExport,
        "",
        _("files of people that are still open"),
        rows=files.open_exports,
        erase=files.forget_exports,
    )
    done = {"rows": lists.changes_naming, "erase": lists.forget_changes}
    nameless(models.PeopleChange, "", _("what was done with many, of whom they were one"), ACCOUNTABLE, **done)
    goes(models.SavedFilter, "", _("filters of the list of people that they saved"), rows=lists.filters_of)
    goes(models.PersonMerge, "kept", _("the name of a record that was made one with theirs"), erase=blank)
    goes(models.MergeTrace, "merge__kept", _("what could have been put back after a merge"))
    goes(
        models.MergeTrace,
        "before",
        _("their words in what others could put back"),
        rows=saying(models.MergeTrace, "before", "after"),
    )
    goes(DBTaskResult, "args_kwargs", _("work of the software that named their address"), rows=files.tasks_saying)
    stays(
        AuditEntry,
        "",
        _("who changed the record and when, without what it said"),
        ACCOUNTABLE,
        rows=files.entries_saying,
        erase=files.blank_changes,
    )
    tells_of_nobody(PublicVersion, ScheduledRun, Worker, why="the software's own counters")


def of_strangers_forms() -> None:
    """What came in by public forms, where it can only be known by its address."""
    goes(models.ContactMessage, "email", _("messages by the contact form"), rows=by_email(models.ContactMessage))
    goes(models.SignUp, "email", _("sign-ups not yet confirmed"), rows=by_email(models.SignUp))
    steps = by_email(models.ComplaintStep, "complaint__email")
    nameless(models.ComplaintStep, "complaint__email", _("answers to complaints"), ACCOUNTABLE, rows=steps)
    nameless(models.Complaint, "email", _("complaints"), ACCOUNTABLE, rows=by_email(models.Complaint))
    nameless(models.RequestPause, "request__person", _("what we asked them before an answer"), ACCOUNTABLE)
    nameless(models.RightsRequest, "person", _("what they asked of their record"), ACCOUNTABLE, erase=records.let_go)


def of_mentions() -> None:
    """Their name in what is written of others."""
    said = _("their name in what is written about somebody else")
    mentions(models.Note, "about_them", "about_others", "reflection", what=said)
    mentions(models.NextStep, "words", what=said)
    mentions(models.Relationship, "evidence", what=said)
    mentions(models.Person, "source", what=said)
    mentions(models.Consent, "source", "wording", what=said)


def of_others() -> None:
    """What tells of no private person."""
    tells_of_nobody(
        Area, AreaName, AreaOverlap, PostcodeDirectory, PostcodeDistrict, PostcodeSector, PostcodeUnit, why="places"
    )
    tells_of_nobody(models.Group, models.Tag, models.Movement, why="bodies and words, not people")
    tells_of_nobody(
        models.PrivacyNotice, models.Imprint, models.WhoPays, models.SiteNotice, why="what the movement says in public"
    )
    tells_of_nobody(models.Breach, models.BreachStep, why="kinds and numbers of data; who writes it names nobody")
    tells_of_nobody(models.OwnField, why="what is asked of everybody, and not what anybody said")
    tells_of_nobody(models.Suppression, why="keyed hashes: what an erasure leaves behind on purpose")

"""What people holds on a person, for the access pack: who they are, how they are reached, and what was written."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.people import models
from m4c.people.access.sources import Table, hold
from m4c.people.models import Person

HARM = _("To tell somebody that they are kept safe may put them at risk: make sure who will read it.")
BY_EMAIL = _("Known by its e-mail alone: make sure that it is theirs.")
AS_BROUGHT = _("A line of a sheet as it was brought: it may name others.")


def register() -> None:
    """Say where people holds something on a person."""
    hold(
        "identity",
        _("Who you are"),
        Table(models.Person, of=("pk",), leave=("household",)),
        Table(models.BirthBand),
        Table(models.OwnValue),
        Table(models.OutsideIdentity),
        Table(models.PersonAlias),
        Table(models.PersonMerge, of=("kept",)),
    )
    hold(
        "contact",
        _("How you are reached"),
        Table(models.PersonEmail),
        Table(models.PersonPhone),
        Table(models.Address, of=("pk",), where=lambda person: Q(pk=person.address_id)),
        Table(models.PersonContact),
    )
    hold(
        "groups",
        _("Where you belong"),
        Table(models.Membership),
        Table(models.Delegate),
        Table(models.GroupSupporter, words=("words",)),
        Table(models.PassingAsking, words=("words",)),
        Table(models.Welcome),
        Table(models.HandedOver, words=("words",)),
        Table(models.HandingOver, words=("words",)),
        Table(models.JoinRequest, leave=("notice", "agreed")),
        Table(models.JoinRequest, where=has_email_alone, always=BY_EMAIL, leave=("notice", "agreed")),
        Table(models.Leaving),
        Table(models.LeavingLink),
    )
    hold(
        "account",
        _("Your account"),
        Table(models.Account, leave=("password", "last_login")),
        Table(models.AccountRole, of=("account__person",)),
        Table(models.Device, of=("account__person",), leave=("session_key",)),
        Table(models.Invitation, of=("account__person",), leave=("protection",)),
        Table(
            models.Invitation,
            where=lambda person: has_email(person) & Q(account__person=None),
            always=BY_EMAIL,
            leave=("protection",),
        ),
    )
    hold("consents", _("What you said about being reached"), Table(models.Consent))
    hold("ledger", _("What you did with us"), Table(models.Engagement, leave=("leader", "other")))
    hold(
        "notes",
        _("What was written about you"),
        Table(
            models.Note,
            words=("about_them", "about_others", "reflection"),
            is_private=lambda note: note.tier == models.Note.Tier.PRIVATE,
            besides=("about_others",),
        ),
        Table(models.Tagging),
        Table(models.CallOutcome, leave=("call_list",)),
        Table(models.NextStep, of=("person", "owner"), words=("words",)),
        Table(models.Relationship, of=("person", "other"), words=("evidence",)),
        Table(
            models.RelationshipCorrection,
            of=("relationship__person", "relationship__other"),
            words=("kind", "evidence"),
        ),
    )
    hold(
        "asked",
        _("What you asked of us"),
        Table(models.RightsRequest),
        Table(models.Restriction),
        Table(models.OwnDataLink),
        Table(models.Complaint, where=has_email, always=BY_EMAIL),
        Table(models.ContactMessage, where=has_email, always=BY_EMAIL),
        Table(models.SignUp, where=has_email, always=BY_EMAIL),
        Table(models.RetentionCase, words=("reason",)),
    )
    hold("protection", _("How you are kept safe"), Table(models.Protection, always=HARM))
    lines = Table(models.ImportRow, always=AS_BROUGHT, leave=("candidate",))
    hold("sheets", _("Lines of sheets that were brought"), lines)


def has_email(person: Person) -> Q:
    """Rows with one of the person's addresses, however it was typed."""
    found = Q(pk__in=[])
    for email in person.emails.all():
        found |= Q(email__iexact=email.folded)
    return found


def has_email_alone(person: Person) -> Q:
    """Rows with one of the person's addresses that say of nobody whose they are."""
    return has_email(person) & Q(person=None)

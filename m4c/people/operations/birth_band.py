"""Say how old somebody is, as a band; nothing else of their birth is kept."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.operations import operation
from m4c.people.followers import age_said
from m4c.people.models import Account, BirthBand, Person
from m4c.people.operations.must_see import must_see
from m4c.people.permissions import EDIT_PEOPLE
from m4c.people.young import YoungRefused


@operation(EDIT_PEOPLE, on="person", public=True)
def say_age(*, person: Person, band: str, at: datetime, by: Account) -> Person:
    """Say in which band they are today; blank is not known. Raises YoungRefused under 13 with an account, and Unseen.

    What a parent has not agreed to comes off the site in the same transaction.
    """
    must_see([person], by)
    if band and band not in BirthBand.Band.values:
        raise YoungRefused(_("There is no such age here."), field="band", code="unknown")
    if band == BirthBand.Band.CHILD and Account.objects.filter(person=person, is_active=True).exists():
        raise YoungRefused(
            _("They have an account, which nobody under 13 may have. Have it closed first."),
            field="band",
            code="account",
        )
    BirthBand.objects.filter(person=person).delete()
    if band:
        BirthBand.objects.create(person=person, band=band, told_on=timezone.localdate(at), recorded_by=by)
    age_said(person)
    return person

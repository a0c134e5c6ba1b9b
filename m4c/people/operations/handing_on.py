"""What is open with somebody goes to their next contact: the bodies that handing over calls, which check no right."""

from django.db import models
from django.utils import timezone

from m4c.core.operations import change
from m4c.people.groups.nearest import holders
from m4c.people.models import Account, HandedOver, NextStep, Welcome
from m4c.people.operations.person_contact import set_contact
from m4c.people.operations.welcome import WELCOMERS
from m4c.people.sight import within


def contact(handed: HandedOver, to: Account) -> list[models.Model]:
    """The next contact stays in touch from now on."""
    day, group = timezone.localdate(handed.decided_at), handed.handing_over.group
    assert to.person is not None  # who has no person is nobody's contact
    return [*set_contact([handed.person], to.person, group, day, handed.decided_by)]


def next_steps(handed: HandedOver, to: Account) -> list[models.Model]:
    """What was agreed and has not happened yet is theirs to do."""
    group, leaver = handed.handing_over.group, handed.handing_over.person_id
    found = NextStep.objects.filter(within("group__path", group), owner=leaver, person=handed.person, settled_on=None)
    introductions = HandedOver.objects.filter(introduction__isnull=False).values("introduction")
    listed = list(found.exclude(pk__in=introductions))
    for step in listed:
        change(step, owner_id=to.person_id)
    return [*listed]


def welcomes(handed: HandedOver, to: Account) -> list[models.Model]:
    """The welcome is theirs to give where they may, else whoever answers for the group's."""
    group, leaver = handed.handing_over.group, handed.handing_over.person_id
    found = Welcome.objects.filter(within("group__path", group), welcomer__person=leaver, person=handed.person)
    listed = list(found.filter(welcomed_at=None).select_related("group"))
    for welcome in listed:
        may = holders(WELCOMERS, welcome.group.ancestor_paths).filter(pk=to.pk).exists()
        change(welcome, welcomer=to if may else None)
    return [*listed]

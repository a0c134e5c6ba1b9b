"""What is open of somebody's 1-2-1s goes to the next contact: the body that handing over calls; it checks no right."""

from django.db import models

from m4c.core.operations import change
from m4c.listening.models import OneToOne
from m4c.people.models import Account, HandedOver, NextStep
from m4c.people.sight import within


def one_to_ones(handed: HandedOver, to: Account) -> list[models.Model]:
    """A 1-2-1 still to be held is the next contact's to hold; the next step of one that was held becomes theirs.

    The 1-2-1 itself stays with whoever held it, and is not followed up by them. What was agreed is sealed: those who
    could read it read it, and the next contact once the person has said so. Where the two have one on that day already,
    the planned one is called off.
    """
    leaver, group, next_contact = handed.handing_over.person_id, handed.handing_over.group, to.person
    assert next_contact is not None  # who has no person is nobody's contact
    own = OneToOne.objects.filter(within("group__path", group), asker=leaver, other=handed.person)
    planned, held = list(own.to_hold()), list(own.to_follow_up())
    for one in planned:
        same = OneToOne.objects.filter(asker=next_contact, other=one.other_id, day=one.day).exists()
        change(one, **({"called_off_on": one.day} if same else {"asker": next_contact}))
    steps = [
        NextStep(
            group=one.group,
            person=handed.person,
            owner=next_contact,
            words=one.next_step,
            due_on=one.next_step_by,
            recorded_by=handed.decided_by,
            sealed_for=handed,
        )
        for one in held
    ]
    NextStep.objects.bulk_create(steps)
    for one in held:
        change(one, next_step="", next_step_by=None)
    return [*planned, *held, *steps]

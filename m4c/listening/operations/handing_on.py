"""What is open of somebody's 1-2-1s goes to the next contact: bodies that handing over calls; they check no right."""

from django.db import models

from m4c.core.operations import change
from m4c.listening.models import OneToOne, OneToOneAsk
from m4c.listening.operations.asking_settled import settle_askings
from m4c.people.models import Account, HandedOver, NextStep
from m4c.people.sight import within


def one_to_ones(handed: HandedOver, to: Account) -> list[models.Model]:
    """A 1-2-1 still to be held is the next contact's to hold; the next step of one that was held becomes theirs.

    The 1-2-1 itself stays with whoever held it, and is not followed up by them. What was agreed is sealed: those who
    could read it read it, and the next contact once the person has said so. Where the two have one on that day already,
    the planned one is called off. What was asked for one that moves moves along.
    """
    leaver, group, next_contact = handed.handing_over.person_id, handed.handing_over.group, to.person
    assert next_contact is not None  # who has no person is nobody's contact
    own = OneToOne.objects.filter(within("group__path", group), asker=leaver, other=handed.person)
    planned, held = list(own.to_hold()), list(own.to_follow_up())
    for one in planned:
        same = OneToOne.objects.filter(asker=next_contact, other=one.other_id, day=one.day).exists()
        change(one, **({"called_off_on": one.day} if same else {"asker": next_contact}))
    asked = list(OneToOneAsk.objects.filter(asker=leaver, became__in=[one for one in planned if not one.called_off_on]))
    for asking in asked:
        change(asking, asker=next_contact)
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
    return [*planned, *asked, *held, *steps]


def askings(handed: HandedOver, to: Account) -> list[models.Model]:
    """What was asked for a 1-2-1 and waits, or has no day yet, is the next contact's to arrange.

    Where they asked the same person themselves, theirs stands and this one ends; where they have a day already, it is
    the day that was asked for.
    """
    leaver, group, next_contact = handed.handing_over.person_id, handed.handing_over.group, to.person
    assert next_contact is not None  # who has no person is nobody's contact
    between = OneToOneAsk.objects.open().filter(other=handed.person)
    is_asked = between.filter(asker=next_contact).exists()
    found = list(between.filter(within("group__path", group), asker=leaver))
    for asking in found:
        change(asking, **({"taken_back_at": handed.decided_at} if is_asked else {"asker": next_contact}))
    settle_askings(OneToOne.objects.filter(asker=next_contact, other=handed.person).to_hold())
    return [*found]

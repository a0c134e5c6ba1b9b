"""What people itself does with many: put a tag on them, and say who stays in touch."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.core.errors import Refused
from m4c.people.acting.register import LIST_ACTIONS, ListAction, Values
from m4c.people.acting.whom import Left, who_may_be
from m4c.people.forms.list_actions import ContactManyForm, TagManyForm
from m4c.people.models import Account, Group, Membership, Person
from m4c.people.operations.person_contact import name_contact
from m4c.people.operations.tag import tag_people
from m4c.people.permissions import EDIT_PEOPLE, NAME_CONTACTS, TAG_PEOPLE
from m4c.people.sight import within


class Gone(Refused):
    """What this hangs on is there no more, or not for this account."""

    code = "gone"


def group_of(values: Values, account: Account) -> Group:
    """The group that was chosen. Raises Gone."""
    group = Group.objects.visible_to(account).filter(slug=values["group"]).first()
    if group is None:
        raise Gone(_("The group that you chose is there no more."))
    return group


def contact_of(values: Values, account: Account) -> Person:
    """Who was chosen to stay in touch. Raises Gone."""
    person = Person.objects.visible_to(account).filter(uid=UUID(values["contact"])).first()
    if person is None:
        raise Gone(_("Whoever was to stay in touch is no more among the people whom you see."))
    return person


def tag(values: Values, people: Sequence[Person], by: Account, at: datetime) -> Left:
    """Put the tag on those whom one may tag."""
    allowed, left = who_may_be(TAG_PEOPLE, people, by)
    if allowed:
        tag_people(people=allowed, name=values["name"], group=group_of(values, by), at=at, by=by)
    return left


def stay_in_touch(values: Values, people: Sequence[Person], by: Account, at: datetime) -> Left:
    """Say who stays in touch with those of the group whose record one may change."""
    group, contact = group_of(values, by), contact_of(values, by)
    allowed, left = who_may_be(EDIT_PEOPLE, people, by)
    there = Membership.objects.open().filter(within("group__path", group), person__in=allowed)
    belong = set(there.values_list("person_id", flat=True))
    for person in allowed:
        if person.pk == contact.pk:
            left.append((person, _("Nobody needs to stay in touch with themselves.")))
        elif person.pk not in belong:
            left.append((person, _("They do not belong to {group}.").format(group=group)))
        elif not person.is_contactable:
            left.append((person, _("No contact is made with them any more.")))
    without = {person.pk for person, _reason in left}
    if kept := [person for person in allowed if person.pk not in without]:
        name_contact(people=kept, contact=contact, group=group, on=timezone.localdate(at), by=by)
    return left


def tag_in_words(values: Values, account: Account) -> str:
    """Which tag."""
    return _("Put the tag “{name}” on them").format(name=values["name"])


def contact_in_words(values: Values, account: Account) -> str:
    """Who stays in touch, if the account still sees them."""
    person = Person.objects.visible_to(account).filter(uid=UUID(values["contact"])).first()
    name = person.name if person else _("somebody")
    return _("{name} stays in touch with them").format(name=name)


def kept_of_tag(form: Any) -> dict[str, Any]:
    """The tag, and whose it is where it is new."""
    return {"name": form.cleaned_data["name"], "group": form.cleaned_data["group"].slug}


def kept_of_contact(form: Any) -> dict[str, Any]:
    """Who, and for which group."""
    return {"contact": str(form.cleaned_data["contact"].uid), "group": form.cleaned_data["group"].slug}


def register() -> None:
    """Offer them on the list."""
    tagging = ListAction(
        gettext_lazy("Tag"), "tag", TAG_PEOPLE,
        lambda account, data: TagManyForm(data, by=account), kept_of_tag, tag_in_words, tag, 10,
    )  # fmt: skip
    LIST_ACTIONS.add("tag", tagging)
    contact = ListAction(
        gettext_lazy("Say who stays in touch"), "user-plus", NAME_CONTACTS,
        lambda account, data: ContactManyForm(data, by=account), kept_of_contact, contact_in_words, stay_in_touch, 20,
    )  # fmt: skip
    LIST_ACTIONS.add("contact", contact)

"""A late chapter of people's demo: filters that organisers saved, and what they did with those listed."""

from m4c.core.demo import Story
from m4c.people.list_permissions import CHANGE_MANY, MAKE_CALL_LISTS
from m4c.people.models import Account
from m4c.people.operations.call_list import make_call_list
from m4c.people.operations.people_change import Meant, begin_change
from m4c.people.operations.saved_filter import save_filter

FILTERS = [  # whose, its name, the address of the list, shared with the group's leaders and organisers
    ("Siân", "Came twice, not trained yet", "group=cardiff&came=2&training=none", True),
    ("Nadia", "Not heard of since spring", "group=manchester&quiet=180", True),
    ("Nadia", "Nobody stays in touch", "group=manchester&contact=nobody", False),
]


def tell(story: Story) -> None:
    """Save filters, tag two people at once, and make a list of whom to ring."""
    cast, groups = story.shelf["cast"], story.shelf["groups"]
    accounts = {given: Account.objects.get(person=cast[given]) for given in ("Siân", "Nadia")}
    for given, name, address, is_shared in FILTERS:
        by, group = accounts[given], groups[address.split("&")[0].removeprefix("group=").capitalize()]
        save_filter(group=group, name=name, address=address, is_shared=is_shared, by=by, at=story.now)
    by, picked = accounts["Nadia"], [str(cast["Kofi"].uid)]
    meant = Meant("tag", {"name": "Can drive", "group": groups["Manchester"].slug}, picked=picked)
    begin_change(groups=by.groups_for(CHANGE_MANY), meant=meant, by=by, at=story.now)
    groups_of_hers, purpose = by.groups_for(MAKE_CALL_LISTS), "Who comes to the assembly?"
    make_call_list(groups=groups_of_hers, purpose=purpose, asked_for="group=moss-side", picked=[], by=by, at=story.now)

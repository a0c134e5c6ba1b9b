"""What others read of assemblies."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from m4c.commitments.assembly import press
from m4c.commitments.models import Assembly, RollCall, ShowItem
from m4c.listening.models import Story
from m4c.listening.stories.followers import STORY_SHOWN, Shown
from m4c.people.access.sources import Table, hold
from m4c.people.erasers import COUNTED
from m4c.people.erasing import mentions, nameless
from m4c.people.groups.merging import follows
from m4c.people.merging import move


def runs_of_show(story: Story) -> Iterator[Shown]:
    """The assemblies at which a story is to be told: its card goes off their sheets by itself. One statement."""
    items = ShowItem.objects.filter(card__story=story, assembly__closed_at=None).select_related("assembly")
    for item in items:
        yield Shown(item.assembly.name, reverse("assembly", kwargs={"uid": item.assembly.uid}))


def register() -> None:
    """Tell what becomes of it when people or groups come together, go, or ask; and where it stands elsewhere."""
    said = _("their name in the run of show of an assembly")
    move(ShowItem, "leader")
    follows(Assembly, title=_("assemblies"))
    follows(RollCall, "body", title=_("roll calls"))
    nameless(ShowItem, "leader", _("that you led a part of an assembly"), COUNTED)
    mentions(ShowItem, "title", "script", what=said)
    mentions(Assembly, "name", what=said)
    mentions(RollCall, "body_words", "says_who", what=said)
    hold(
        "assemblies",
        _("Parts of assemblies that you led"),
        Table(ShowItem, of=("leader",), only=("assembly", "title", "minutes")),
    )
    STORY_SHOWN.add("commitments.assembly", runs_of_show)
    press.register()

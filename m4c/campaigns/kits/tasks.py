"""Background tasks of kits: letters to those who want one in their place, and looking for three near each other."""

from uuid import UUID

from django.utils import timezone

from m4c.campaigns.kits.letters import send_met, send_near, send_wish_link
from m4c.campaigns.models import Kit, KitIntroduction, KitWish
from m4c.campaigns.operations import kit_wish  # as a module: it imports this one
from m4c.core.permissions import Role
from m4c.core.tasks import task
from m4c.people.models import Account


@task()
def mail_wish_link(wish_id: int) -> None:
    """Write the link that confirms a wish, and takes it back; its secret is made as the letter is."""
    wish = KitWish.objects.filter(pk=wish_id, ended_at=None).select_related("kit").first()
    if wish:
        send_wish_link(wish, kit_wish.wish_secret(wish=wish, by=worker()).token)


@task()
def look_for_three(kit_id: int) -> None:
    """Look for three near each other who want this kit."""
    if kit := Kit.objects.public().filter(pk=kit_id).first():
        kit_wish.bring_three_together(kit=kit, at=timezone.now(), by=worker())


@task()
def mail_introduction(introduction_id: int) -> None:
    """Ask one of three whether the others may know their name."""
    found = KitIntroduction.objects.open(timezone.now()).filter(pk=introduction_id).select_related("wish", "wish__kit")
    if introduction := found.first():
        send_near(introduction, kit_wish.introduction_secret(introduction=introduction, by=worker()).token)


@task()
def mail_the_three(circle: str) -> None:
    """Tell the three who the others are."""
    three = kit_wish.introduce(circle=UUID(circle), at=timezone.now(), by=worker())
    for introduction in three:
        send_met(introduction.wish, [other.wish for other in three if other.pk != introduction.pk])


@task()
def forget() -> None:
    """Let old wishes go, end what nobody answered, and look again for three who are free now."""
    kit_wish.forget_wishes(at=timezone.now(), by=worker())
    for kit_id in KitWish.objects.waiting().order_by().values_list("kit", flat=True).distinct():
        look_for_three.enqueue(kit_id)


def worker() -> Account:
    """The schedule's own account."""
    return Account.objects.of_system(Role.WORKER)

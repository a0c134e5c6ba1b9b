"""Background tasks of groups: a letter to those of a closing group who agreed to e-mail."""

from django.utils import timezone

from m4c.core.tasks import task
from m4c.people.consent_rules import who_may_be_contacted
from m4c.people.desk import letters as desk_letters
from m4c.people.models import Channel, PassingAsking, Person, PersonEmail, Purpose


@task()
def mail_askings(passing_id: int) -> None:
    """Have a letter written to each who is to be asked and agreed to e-mail; the others are asked in person alone."""
    asked = PassingAsking.objects.open().filter(passing=passing_id)
    people = Person.objects.filter(pk__in=asked.values("person"))
    agreed = who_may_be_contacted(people, Channel.EMAIL, Purpose.NEWS, timezone.now())
    for pk in asked.filter(person__in=agreed.values("pk")).order_by("pk").values_list("pk", flat=True):
        mail_asking.enqueue(pk)


@task()
def mail_asking(asking_id: int) -> None:
    """Tell one of a closing group's people by letter, who still agrees to it and has not answered."""
    found = PassingAsking.objects.open().filter(pk=asking_id)
    asking = found.select_related("person", "passing__group", "passing__into").first()
    people = Person.objects.filter(pk=asking.person_id) if asking else Person.objects.none()
    email = PersonEmail.objects.filter(person__in=people).first()
    if asking and email and who_may_be_contacted(people, Channel.EMAIL, Purpose.NEWS, timezone.now()).exists():
        desk_letters.send_group_closes(asking, email.address)

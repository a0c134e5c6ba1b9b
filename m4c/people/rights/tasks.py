"""Background tasks of what people ask of their own data: ids in, one operation or one letter out."""

from django.utils import timezone

from m4c.core.permissions import Role
from m4c.core.tasks import task
from m4c.people.models import Account, OwnDataLink, RightsRequest
from m4c.people.operations import own_data  # as a module: it imports this one
from m4c.people.rights import letters as rights_letters


@task()
def mail_own_data_link(link_id: int, language: str) -> None:
    """Send somebody the link to their own data; not one that is too old by now."""
    link = OwnDataLink.objects.unused(timezone.now()).filter(pk=link_id).first()
    if link:
        rights_letters.send_own_data_link(own_data.own_data_letter(link=link, language=language, by=worker()))


@task()
def mail_request_waits(request_id: int) -> None:
    """Tell whoever answers for data protection that a request waits."""
    request = RightsRequest.objects.select_related("group").filter(pk=request_id, answered_on=None).first()
    if request:
        rights_letters.send_request_waits(request)


@task()
def forget_own_data_links() -> None:
    """Forget links that open nothing any more."""
    own_data.forget_own_data_links(at=timezone.now(), by=worker())


def worker() -> Account:
    """The schedule's own account."""
    return Account.objects.of_system(Role.WORKER)

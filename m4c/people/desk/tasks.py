"""Background tasks of what comes in by the public forms: letters, and forgetting in time."""

from django.utils import timezone

from m4c.core.permissions import Role
from m4c.core.tasks import task
from m4c.people.desk import letters as desk_letters
from m4c.people.models import (
    Account,
    Complaint,
    ComplaintStep,
    ContactMessage,
    JoinRequest,
    PersonEmail,
    SignUp,
)
from m4c.people.operations import (  # as modules: they import this one
    complaint,
    contact_message,
    join_request,
    leaving,
    sign_up,
)


@task()
def mail_sign_up_link(sign_up_id: int) -> None:
    """Send somebody who signed up the link that confirms it; to nobody where the sign-up is gone."""
    found = SignUp.objects.filter(pk=sign_up_id).first()
    if found:
        desk_letters.send_sign_up_link(sign_up.sign_up_letter(sign_up=found, by=worker()))


@task()
def mail_message_waits(message_id: int) -> None:
    """Tell those who answer for a group that a message waits, without a word of it."""
    message = ContactMessage.objects.select_related("group").filter(pk=message_id, answered_at=None).first()
    if message:
        desk_letters.send_message_waits(message)


@task()
def mail_complaint_received(complaint_id: int) -> None:
    """Acknowledge a complaint by letter, once, and tell those who answer that one waits."""
    found = Complaint.objects.select_related("group").filter(pk=complaint_id).first()
    if found is None or ComplaintStep.objects.filter(complaint=found).exists():
        return
    desk_letters.send_complaint_received(found)
    complaint.take_step(complaint=found, state=ComplaintStep.State.ACKNOWLEDGED, at=timezone.now(), by=worker())
    desk_letters.send_complaint_waits(found)


@task()
def mail_complaint_waits(complaint_id: int) -> None:
    """Tell those who answer that a complaint waits for its acknowledgement too, as no letter could go out by itself."""
    found = Complaint.objects.select_related("group").filter(pk=complaint_id).first()
    if found:
        desk_letters.send_complaint_waits(found)


@task()
def mail_complaint_answer(step_id: int) -> None:
    """Send somebody who complained the answer, in its own words."""
    found = ComplaintStep.objects.select_related("complaint").filter(pk=step_id).first()
    if found:
        desk_letters.send_complaint_answer(found)


@task()
def mail_join_answer(request_id: int) -> None:
    """Send somebody the answer of the group they asked, where a letter reaches them, and forget what they typed."""
    found = JoinRequest.objects.select_related("group", "person", "asked_by").filter(pk=request_id).first()
    if found is None or found.answered_at is None:
        return
    letter = join_request.answer_letter(join_request=found, at=timezone.now(), by=worker())
    if letter.email:
        desk_letters.send_join_answer(letter)
    join_request.forget_request(join_request=found, by=worker())


@task()
def mail_leaving_links(email_id: int) -> None:
    """Send somebody a link for each group that they belong to, to the address that asked for it."""
    found = PersonEmail.objects.select_related("person").filter(pk=email_id).first()
    if found:
        desk_letters.send_leaving_links(leaving.leaving_letter(email=found, at=timezone.now(), by=worker()))


@task()
def forget_front_desk() -> None:
    """Forget sign-ups and links of letters that nobody used, and what was kept long enough or never answered."""
    now = timezone.now()
    sign_up.forget_sign_ups(at=now, by=worker())
    leaving.forget_leaving_links(at=now, by=worker())
    join_request.lapse_requests(at=now, by=worker())
    contact_message.forget_messages(at=now, by=worker())
    complaint.forget_complaints(at=now, by=worker())


def worker() -> Account:
    """The schedule's own account."""
    return Account.objects.of_system(Role.WORKER)

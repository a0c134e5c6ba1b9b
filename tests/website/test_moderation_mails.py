"""What is mailed when a piece is handed in, sent back and approved: our words, and no address but ours."""

import re

import pytest
from django.conf import settings
from django.core.mail import EmailMessage
from wagtail.models import Workflow, WorkflowState

from m4c.core.permissions import Role
from m4c.people.models import Account
from m4c.people.operations.account import give_role
from m4c.website.models import StoryPage
from tests.cast import Cast
from tests.website.site import AGREED, page_of, story_below

TITLE = "Lamps & <lights>"


@pytest.fixture
def reader(laid_out: Cast) -> Account:
    """Who looks through what is handed in."""
    give_role(account=laid_out.leader, role=Role.EDITOR, group=laid_out.movement, by=laid_out.operator)
    return laid_out.fresh("leader")


@pytest.fixture
def handed_in(laid_out: Cast, reader: Account) -> WorkflowState:
    """A story that the editor of Cardiff handed in."""
    story: StoryPage = story_below(page_of(laid_out.cardiff), TITLE, **AGREED)
    return Workflow.objects.get().start(story, laid_out.fresh("editor"))


def only(mails: list[EmailMessage], to: str | None) -> EmailMessage:
    """The one mail that was sent, which leads to nobody else's pages and says nothing in Wagtail's words."""
    [mail] = mails
    assert mail.to == [to]
    assert [
        link for link in re.findall(r"https?://\S+", str(mail.body)) if not link.startswith(settings.SITE_URL)
    ] == []
    assert re.findall("workflow|moderation|task|preferences|&amp;", f"{mail.subject} {mail.body}") == []
    return mail


def test_whoever_reads_it_through_hears_of_it(
    laid_out: Cast, handed_in: WorkflowState, mailoutbox: list[EmailMessage]
) -> None:
    mail = only(mailoutbox, laid_out.leader.email)
    assert mail.subject == f"“{TITLE}” waits for you to look it through"
    assert f"/cms/pages/{handed_in.object_id}/edit/" in mail.body


def test_the_editor_hears_what_to_change(
    laid_out: Cast, reader: Account, handed_in: WorkflowState, mailoutbox: list[EmailMessage]
) -> None:
    mailoutbox.clear()
    handed_in.current_task_state.reject(user=reader, comment="Say which council.")
    mail = only(mailoutbox, laid_out.editor.email)
    assert mail.subject == f"“{TITLE}” was sent back to you"
    assert mail.body.endswith("What was said about it:\n\nSay which council.")


def test_the_editor_hears_that_it_was_approved(
    laid_out: Cast, reader: Account, handed_in: WorkflowState, mailoutbox: list[EmailMessage]
) -> None:
    mailoutbox.clear()
    handed_in.current_task_state.approve(user=reader)
    mail = only(mailoutbox, laid_out.editor.email)
    assert mail.subject == f"“{TITLE}” was approved"
    assert mail.body.endswith(f"{settings.SITE_URL}/wales/cardiff/lamps-lights/")

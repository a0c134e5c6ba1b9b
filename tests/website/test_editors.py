"""Who edits which pages, and how rights and pages follow roles and groups."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Workflow
from wagtail.permissions import policy_registry

from m4c.core.permissions import Role
from m4c.people.models import Account, Group
from m4c.people.operations.account import close_account, end_role, give_role
from m4c.people.operations.group import end_group, move_group
from m4c.website.models import GroupPage
from m4c.website.operations.editors import follow_group
from tests.cast import Cast
from tests.website.site import page_of, story_below


def edited_by(account: Account) -> set[str]:
    """The titles and languages of the pages that an account may change."""
    account = Account.objects.get(pk=account.pk)
    pages = policy_registry.get_by_type(Page).instances_user_has_permission_for(account, "change")
    return {f"{page.title} {page.locale.language_code}" for page in pages}


CARDIFF = {"Cardiff en-gb", "Cardiff cy"}


def test_the_editor_of_a_group_edits_its_pages_in_both_languages_and_those_below(laid_out: Cast) -> None:
    story_below(page_of(laid_out.cardiff))
    page_of(laid_out.manchester)
    page_of(laid_out.st_mellons)
    assert edited_by(laid_out.editor) == CARDIFF | {"The lights came on en-gb", "St Mellons en-gb", "St Mellons cy"}


def test_the_editor_of_the_movement_edits_everything(laid_out: Cast) -> None:
    page_of(laid_out.manchester)
    give_role(account=laid_out.leader, role=Role.EDITOR, group=laid_out.movement, by=laid_out.operator)
    all_pages = {f"{page.title} {page.locale.language_code}" for page in Page.objects.filter(depth__gt=1)}
    assert edited_by(laid_out.leader) == all_pages


@pytest.mark.parametrize("persona", ["leader", "organiser", "national_organiser", "admin", "data_protection", "member"])
def test_nobody_else_edits_anything(laid_out: Cast, persona: str) -> None:
    assert edited_by(laid_out.accounts[persona]) == set()
    assert not laid_out.fresh(persona).has_perm("wagtailadmin.access_admin")


def test_rights_end_with_the_role(laid_out: Cast) -> None:
    assert edited_by(laid_out.editor) == CARDIFF
    end_role(role=laid_out.editor.roles.get(), by=laid_out.operator)
    assert edited_by(laid_out.editor) == set()
    assert not laid_out.fresh("editor").has_perm("wagtailadmin.access_admin")


def test_rights_end_with_the_account(laid_out: Cast) -> None:
    close_account(account=laid_out.editor, by=laid_out.operator)
    assert edited_by(laid_out.editor) == set()
    assert not laid_out.fresh("editor").has_perm("wagtailadmin.access_admin")


def test_pages_move_with_their_group(laid_out: Cast) -> None:
    page_of(laid_out.cardiff)
    page_of(laid_out.england)
    move_group(groups=[Group.objects.get(pk=laid_out.cardiff.pk), laid_out.england], by=laid_out.operator)
    above = {code: page_of(laid_out.cardiff, code).get_parent().specific.group for code in ("en-gb", "cy")}
    assert above == {"en-gb": laid_out.england, "cy": laid_out.england}
    assert edited_by(laid_out.editor) == CARDIFF


def test_pages_take_the_name_of_their_group(laid_out: Cast) -> None:
    page = page_of(laid_out.cardiff)
    page.save_revision()
    Group.objects.filter(pk=laid_out.cardiff.pk).update(name="Cardiff and the Vale")
    follow_group(Group.objects.get(pk=laid_out.cardiff.pk))
    found = page_of(laid_out.cardiff)
    assert (found.title, found.get_latest_revision_as_object().title) == ("Cardiff and the Vale",) * 2
    assert page_of(laid_out.cardiff, "cy").title == "Cardiff"  # the Welsh name is the editors' to write


def test_the_pages_of_a_group_that_ended_are_off_the_site(laid_out: Cast) -> None:
    page = page_of(laid_out.st_mellons)
    page.save_revision().publish()
    end_group(group=laid_out.st_mellons, on=timezone.localdate() - timedelta(days=1), by=laid_out.operator)
    assert not GroupPage.objects.get(pk=page.pk).live


def test_whatever_is_written_may_be_handed_in_to_the_movements_editors(laid_out: Cast) -> None:
    workflow = page_of(laid_out.cardiff).get_workflow()
    assert workflow == Workflow.objects.get()
    approvers = workflow.tasks[0].specific.groups.get()
    assert approvers.name == f"editors {laid_out.movement.uid}"


def test_a_changed_address_leads_on(laid_out: Cast, django_capture_on_commit_callbacks: Callable[..., Any]) -> None:
    page = page_of(laid_out.cardiff)
    page.save_revision().publish()
    old = page.url_path.removeprefix("/home")
    with django_capture_on_commit_callbacks(execute=True):
        page = page_of(laid_out.cardiff)
        page.slug = "cardiff-and-the-vale"
        page.save_revision().publish()
    assert [(found.old_path, found.redirect_page_id) for found in Redirect.objects.all()] == [
        (old.rstrip("/"), page.pk)
    ]

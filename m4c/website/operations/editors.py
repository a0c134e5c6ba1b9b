"""Who may edit which pages: our editors mirrored into Wagtail's own groups, pages and collections of pictures."""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.models import Group as Editors
from django.contrib.auth.models import Permission as DjangoPermission
from django.utils import timezone
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Task,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from m4c.people.models import Account, Group, Movement
from m4c.website.models import GroupPage
from m4c.website.operations.site import pages_of
from m4c.website.permissions import EDIT_PAGES

ON_PAGES = ("add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page")
ON_PICTURES = ("add_image", "change_image", "choose_image")  # Wagtail's names, whatever model the pictures have


def follow_roles(account: Account) -> None:
    """Have Wagtail's groups of this account be those of its open roles that may edit pages."""
    if account.system:
        return
    roles = account.roles.open().filter(role__in=EDIT_PAGES.holders).select_related("group__parent")
    groups = [role.group for role in roles if account.is_active and role.group.is_in_tree]
    account.groups.set([editors_of(group) for group in groups])


def follow_group(group: Group) -> None:
    """Have a group's pages stand below those of the group above it, under its name; without it, off the site."""
    for page in GroupPage.objects.filter(group=group):
        above = parent_page(group, page.locale)
        if above and page.get_parent().pk != above.pk:
            page.move(above, pos="last-child")
        if page.locale.language_code == settings.LANGUAGE_CODE and page.title != group.name:
            rename(page, group.name)  # in other languages the name is the editors' to write
        if group.ended_on and group.ended_on <= timezone.localdate():
            for below in page.get_descendants(inclusive=True).live().specific():
                below.unpublish()


def parent_page(group: Group, locale: Locale) -> Page | None:
    """The page below which a group's page stands, in a language."""
    above = pages_of(group.parent) if group.parent else []
    return next((page for page in above if page.locale_id == locale.pk), None)


def rename(page: GroupPage, name: str) -> None:
    """Give a page a new title, in what is published and in the draft alike."""
    GroupPage.objects.filter(pk=page.pk).update(title=name, draft_title=name)
    latest = page.latest_revision
    if latest:
        latest.content = {**latest.content, "title": name, "draft_title": name}
        latest.save(update_fields=["content"])


def editors_of(group: Group) -> Editors:
    """Wagtail's group of the editors of one of ours: its pages with those below, and its pictures."""
    editors, is_new = Editors.objects.get_or_create(name=f"editors {group.uid}")
    if is_new:
        for page in pages_of(group):
            for right in rights("wagtailcore", ON_PAGES):
                GroupPagePermission.objects.create(group=editors, page=page, permission=right)
        collection = collection_of(group)
        for right in rights("wagtailimages", ON_PICTURES):
            GroupCollectionPermission.objects.create(group=editors, collection=collection, permission=right)
    return editors


def collection_of(group: Group) -> Collection:
    """Where a group's pictures lie: the movement's at the root, so that its editors have all."""
    root: Collection = Collection.get_first_root_node()
    if group.kind == Group.Kind.MOVEMENT:
        return root
    name = str(group.uid)
    found = root.get_children().filter(name=name).first()
    return found or root.add_child(instance=Collection(name=name))


def rights(app: str, names: Iterable[str]) -> list[DjangoPermission]:
    """Django's permissions of these names."""
    return list(DjangoPermission.objects.filter(content_type__app_label=app, codename__in=names))


def set_up_moderation(movement: Movement) -> None:
    """Let whoever writes on a new movement's site hand a page in to its editors, who approve it or send it back."""
    Workflow.objects.all().delete()  # what came with Wagtail, and names groups that nobody is in
    Task.objects.all().delete()
    Editors.objects.filter(name__in=("Editors", "Moderators")).delete()
    workflow = Workflow.objects.create(name="Look it through")
    task = GroupApprovalTask.objects.create(name="An editor of the movement approves")
    task.groups.add(editors_of(movement.group))
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    for page in pages_of(movement.group):
        WorkflowPage.objects.create(workflow=workflow, page=page)

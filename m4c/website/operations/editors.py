"""Who may edit which pages: our editors mirrored into Wagtail's own groups, pages and collections of pictures."""

from collections.abc import Iterable

from django.contrib.auth.models import Group as Editors
from django.contrib.auth.models import Permission as DjangoPermission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from m4c.people.models import Account, Group
from m4c.website.operations.site import pages_of
from m4c.website.permissions import EDIT_PAGES

ON_PAGES = ("add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page")
ON_PICTURES = ("add_picture", "change_picture", "choose_picture")


def follow_roles(account: Account) -> None:
    """Have Wagtail's groups of this account be those of its open roles that may edit pages."""
    if account.system:
        return
    roles = account.roles.open().filter(role__in=EDIT_PAGES.holders).select_related("group__parent")
    groups = [role.group for role in roles if account.is_active and role.group.is_in_tree]
    account.groups.set([editors_of(group) for group in groups])


def editors_of(group: Group) -> Editors:
    """Wagtail's group of the editors of one of ours: its pages with those below, and its pictures."""
    editors, is_new = Editors.objects.get_or_create(name=f"editors {group.uid}")
    if is_new:
        for page in pages_of(group):
            for right in rights("wagtailcore", ON_PAGES):
                GroupPagePermission.objects.create(group=editors, page=page, permission=right)
        collection = collection_of(group)
        for right in rights("website", ON_PICTURES):
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

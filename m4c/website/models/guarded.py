"""The guard before the public: no page goes live, by whichever of Wagtail's ways, that may not be read as it stands."""

from typing import Any

from wagtail.models import Page, Revision

from m4c.core import public_version
from m4c.website.models.pictures_on_page import check_pictures


class GuardedPage(Page):
    """A page that is asked whether it may be public whenever it is published, scheduled or saved live."""

    class Meta:
        abstract = True

    def check_may_be_public(self) -> None:
        """Raise Refused where the page may not be read in public as it stands. Kinds of pages add their own rules."""
        check_pictures(self)

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> None:
        """Publish or schedule a revision, as Wagtail does. Raises Refused."""
        revision.as_object().check_may_be_public()
        super().publish(revision, *args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, as Wagtail does, but nothing live that may not be: each way of publishing ends here. Raises Refused.

        Drafts of a live page are revisions; what Wagtail notes of them beside a live page names its fields.
        """
        fields = kwargs.get("update_fields")
        if self.live and (fields is None or "live" in fields):
            self.check_may_be_public()
        super().save(*args, **kwargs)
        if fields is None or "live" in fields:
            public_version.bump()

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Delete, as Wagtail does, and have the pages that were kept from before made anew."""
        deleted = super().delete(*args, **kwargs)
        public_version.bump()
        return deleted


def public_among(ids: set[int]) -> set[int]:
    """Those of these pages that are published."""
    return set(Page.objects.filter(pk__in=ids, live=True).values_list("pk", flat=True))

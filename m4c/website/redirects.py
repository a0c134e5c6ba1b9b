"""Wagtail's redirects from where a page stood before, without the web API that they bring along."""

from wagtail.contrib.redirects.apps import WagtailRedirectsAppConfig


class Redirects(WagtailRedirectsAppConfig):
    """Wagtail's app without its API, which has no address here: each command would load it for a tenth of a second."""

    def ready(self) -> None:
        """Keep a redirect wherever a page is moved or takes another name."""
        from wagtail.contrib.redirects import models, signal_handlers  # as late as Wagtail: its models are loaded now
        from wagtail.permissions import register_permission_policy
        from wagtail.signals import page_slug_changed, post_page_move

        register_permission_policy(models.Redirect)
        post_page_move.connect(signal_handlers.autocreate_redirects_on_page_move)
        page_slug_changed.connect(signal_handlers.autocreate_redirects_on_slug_change)

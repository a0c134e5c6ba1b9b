"""Every address of Wagtail's editor, and what was decided about it: a new one is looked at before it stands here."""

import re
from collections.abc import Mapping

from tests.house_rules.routes import addresses

# Ours stands in its place: the way in and out, one's own account, and one picture at a time.
OURS = {"login/", "^password_reset/", "account/", "logout/", "images/multiple/add/"}
# Wagtail's own pattern of each stands behind what closes it, and is never reached.
NOWHERE = (
    "users/",
    "groups/",
    "collections/",
    "workflows/",
    "test404/",
    "failwhale/",
    "images/multiple/",
    "reports/page-types-usage/",
    "api/main/^documents/",
    "api/main/^images/",
    "choose-event/create/",
    "choose-event/chosen-multiple/",
)
NOWHERE_WITHIN = ("/privacy/", "/generate_url/", "^.*/$", "^(?:users|groups|sites|", "password_reset/")
# Where an editor works: on the pages and with the pictures of their own groups.
EDITORS = """
    . jsi18n/ sprite/ dismissibles/ block-preview/ tag-autocomplete/ tag-autocomplete/<slug:app_name>/<slug:model_name>/
    api/main/^pages/ api/main/^pages/<int:pk>/ api/main/^pages/find/
    api/main/^pages/<int:pk>/action/<str:action_name>/
    pages/ pages/<int:parent_page_id>/ pages/<int:parent_page_id>/results/ pages/<int:parent_page_id>/add_subpage/
    pages/add/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/
    pages/add/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/preview/
    pages/usage/<slug:content_type_app_name>/<slug:content_type_model_name>/
    pages/usage/<slug:content_type_app_name>/<slug:content_type_model_name>/results/
    pages/create/<slug:app_label>/<slug:model_name>
    pages/<int:page_id>/usage/ pages/<int:page_id>/edit/ pages/<int:page_id>/edit/preview/
    pages/<int:page_id>/view_draft/ pages/<int:page_id>/delete/ pages/<int:page_id>/unpublish/
    pages/<int:page_id>/convert_alias/ pages/<int:page_id>/copy/ pages/<int:page_id>/lock/ pages/<int:page_id>/unlock/
    pages/search/ pages/search/results/
    pages/<int:page_to_move_id>/move/ pages/<int:page_to_move_id>/move/<int:destination_id>/confirm/
    pages/<int:page_to_move_id>/set_position/
    pages/workflow/action/<int:page_id>/<slug:action_name>/<int:task_state_id>/
    pages/workflow/collect_action_data/<int:page_id>/<slug:action_name>/<int:task_state_id>/
    pages/workflow/confirm_cancellation/<int:page_id>/ pages/workflow/preview/<int:page_id>/<int:task_id>/
    pages/<int:page_id>/revisions/ pages/<int:page_id>/revisions/<int:revision_id>/view/
    pages/<int:page_id>/revisions/<int:revision_id>/revert/ pages/<int:page_id>/revisions/<int:revision_id>/unschedule/
    pages/^(?P<pk>\\d+)/revisions/compare/(?P<revision_id_a>live|earliest|\\d+)\\.\\.\\.(?P<revision_id_b>live|latest|\\d+)/$
    pages/<int:page_id>/workflow_history/ pages/<int:page_id>/workflow_history/detail/<int:workflow_state_id>/
    pages/<int:page_id>/history/ pages/<int:page_id>/history/results/
    choose-page/ choose-page/<int:parent_page_id>/ choose-page/search/ choose-page/chosen-multiple/
    choose-event/ choose-event/results/ choose-event/chosen/<str:pk>/
    choose-external-link/ choose-email-link/ choose-phone-link/ choose-anchor-link/
    bulk/<str:app_label>/<str:model_name>/<str:action>/
    reports/locked/ reports/locked/results/ reports/workflow/ reports/workflow/results/
    reports/workflow_tasks/ reports/workflow_tasks/results/ reports/site-history/ reports/site-history/results/
    reports/aging-pages/ reports/aging-pages/results/
    editing-sessions/ping/<str:app_label>/<str:model_name>/<str:object_id>/<int:session_id>/
    editing-sessions/release/<int:session_id>/
    redirects/ redirects/results/ redirects/add/ redirects/<int:redirect_id>/ redirects/<int:redirect_id>/delete/
    redirects/import/ redirects/import/process/
    translation/submit/page/<int:page_id>/ translation/submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/
    images/ images/results/ images/<int:image_id>/ images/<int:image_id>/delete/ images/add/
    images/<int:image_id>/preview/<str:filter_spec>/ images/usage/<int:image_id>/
    images/chooser/ images/chooser/results/ images/chooser/chosen/<str:pk>/ images/chooser/chosen-multiple/
    images/chooser/create/ images/chooser/<int:image_id>/select_format/
""".split()  # noqa: SIM905 - a list of a hundred lines
WORDS: dict[str, object] = {
    "app_name": "taggit",
    "model_name": "page",
    "app_label": "wagtailcore",
    "content_type_app_name": "website",
    "content_type_model_name": "storypage",
    "action_name": "publish",
    "action": "publish",
    "filter_spec": "max-800x600",
    "revision_id_a": "earliest",
    "revision_id_b": "latest",
}


def wheres() -> list[str]:
    """Every address below cms/, as patterns; the first page as a dot."""
    return [address.where.removeprefix("cms/") or "." for address in addresses() if address.where.startswith("cms/")]


def is_nowhere(where: str) -> bool:
    """Whether an address was decided to lead nowhere, or to be shadowed by ours."""
    return where.startswith(NOWHERE) or any(part in where for part in NOWHERE_WITHIN)


def written(where: str, words: Mapping[str, object]) -> str:
    """A pattern as an address: with these words in it, and 1 where there is none."""
    told = {**WORDS, **words}
    plain = re.sub(r"\(\?P<(\w+)>[^)]*\)", r"<\1>", where.replace("\\.", ".").replace("^", "").rstrip("$"))
    filled = re.sub(r"<(?:\w+:)?(\w+)>", lambda found: str(told.get(found[1], 1)), plain)
    return f"/cms/{'' if filled == '.' else filled}"

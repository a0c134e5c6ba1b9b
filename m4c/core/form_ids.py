"""Ids of fields on a page that holds several forms."""

from typing import Any

from django import forms


class OwnIds(forms.BaseForm):
    """Names the fields of a form by its class, so that two forms with a field of one name can share a page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """As any form."""
        super().__init__(*args, **{"auto_id": f"id_{type(self).__name__}_%s"} | kwargs)

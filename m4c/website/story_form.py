"""The editor's form of a story: it says at the field what keeps the story from the public."""

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm

from m4c.core.errors import Refused


class StoryForm(WagtailAdminPageForm):
    """Wagtail's form, with the one reason why the draft may not be published as it stands beside the field to mend."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_bound or not self.instance.pk:
            return
        try:
            self.instance.check_may_be_public()
        except Refused as refused:
            if field := self.fields.get(refused.field or ""):
                field.help_text = f"{refused} {field.help_text}".strip()

"""Markup of what is drawn without a template."""

from html import escape

from django.utils.safestring import SafeString

NOTHING = SafeString()


def told(given: object) -> str:
    """What is given as it stands in markup: a text escaped, and as it is where a template has escaped it already."""
    if type(given) is str:  # as most is; and most of that is blank
        return escape(given) if given else given
    return given.__html__() if hasattr(given, "__html__") else escape(str(given))

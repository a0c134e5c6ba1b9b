"""Widgets drawn in one go, for forms that stand on pages opened all day: Django draws each by several templates."""

from functools import lru_cache
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


class SearchInput(forms.TextInput):
    """A line to search by."""

    input_type = "search"

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The line, with what was typed."""
        typed = self.format_value(value)
        given = {"type": self.input_type, "name": name} | ({} if typed is None else {"value": typed})
        return format_html("<input{}>", flatatt(given | self.build_attrs(self.attrs, attrs)))


class LongSelect(forms.Select):
    """A choice among hundreds: Django draws each line by two templates, and as long as the page."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The list, with what was chosen."""
        options = drawn(tuple((str(line), str(said)) for line, said in self.choices), tuple(self.format_value(value)))
        about = flatatt(self.build_attrs(self.attrs, attrs))
        return format_html('<select name="{}"{}>\n{}\n</select>', name, about, options)


@lru_cache(maxsize=32)
def drawn(choices: tuple[tuple[str, str], ...], chosen: tuple[str, ...]) -> SafeString:
    """The lines of a choice, drawn once for all that they say."""
    lines = ((line, SafeString(" selected") if line in chosen else "", said) for line, said in choices)
    return format_html_join("\n", '<option value="{}"{}>{}</option>', lines)

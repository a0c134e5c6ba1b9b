"""The words of organising that a glossary explains, by the key of their place there: empty states lead to them."""

from django.utils.functional import Promise

from m4c.core.register import Register

WORDS: Register["str | Promise"] = Register("Words that the glossary explains.")

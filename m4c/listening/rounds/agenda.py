"""What a house meeting usually talks about, and for how long: an agenda to begin with, and to print."""

from django.utils.translation import gettext_lazy as _

# Two hours, most of it for listening; it always ends with who hosts the next (domain.md, A1).
USUAL = (
    (_("Welcome: why we are here, and what becomes of what we say"), 10),
    (_("Who we are: each says their name and what brought them"), 20),
    (_("What hurts: each tells what worries them and theirs"), 45),
    (_("What do we hear? What have these in common?"), 20),
    (_("Who hosts the next meeting?"), 10),
    (_("Who does what, by when"), 10),
    (_("How was this for you?"), 5),
)

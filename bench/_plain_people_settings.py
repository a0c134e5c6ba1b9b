"""Our settings round plain Django's own pages of people: the same database, and nothing else of ours."""

from bench._plain_settings import *  # noqa: F403

ROOT_URLCONF = "bench._plain"

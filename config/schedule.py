"""What the software does by itself, and when. Read by the worker; each due time runs once."""

from m4c.core.schedule import Scheduled

SCHEDULE: list[Scheduled] = []

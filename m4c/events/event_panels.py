"""What apps to the right add to an event's page: the training session, the house meeting that it is."""

from m4c.core.panels import Panel
from m4c.core.register import Register

EVENT_PANELS: Register[Panel] = Register("Panels on an event's page.")
AFTERWARDS_PANELS: Register[Panel] = Register("Panels on the page of what comes after an event.")

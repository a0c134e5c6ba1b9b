"""What apps to the right add to an issue's page: the campaigns that start from it, and the way to start one.

A panel of an order below 10 stands first, as what to do next with the issue; any other below where it comes from.
"""

from m4c.core.panels import Panel
from m4c.core.register import Register

ISSUE_PANELS: Register[Panel] = Register("Panels on an issue's page.")

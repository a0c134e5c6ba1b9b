"""How leaders grow: training sessions, the conversations they pledge there, and what came of the pledges."""

"""Settings of campaigns and wins."""

from config.environment import Environment

env = Environment()

WIN_WARNING_DAYS = env.number("WIN_WARNING_DAYS", 30, at_least=1, at_most=365)

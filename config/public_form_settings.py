"""Settings of the public forms and of what comes in by them: figures of our own, which a movement may set otherwise."""

from config.environment import Environment

env = Environment()

# Our own figures, set on 22 November 2026. Those of the law, and ours beside them, stand in m4c/people/clocks.py with
# their dates.
SIGN_UP_LINK_DAYS = env.number("SIGN_UP_LINK_DAYS", 7, at_least=1, at_most=30)  # then the sign-up is forgotten
JOIN_REQUEST_DAYS = env.number("JOIN_REQUEST_DAYS", 7, at_least=1, at_most=30)  # by then a group answers
OPEN_INVITATION_DAYS = env.number("OPEN_INVITATION_DAYS", 90, at_least=1, at_most=366)  # for which one may be good
LEAVING_LINK_DAYS = env.number("LEAVING_LINK_DAYS", 60, at_least=1, at_most=366)
WELCOME_DAYS = env.number("WELCOME_DAYS", 7, at_least=1, at_most=60)
CONTACT_KEPT_DAYS = env.number("CONTACT_KEPT_DAYS", 180, at_least=30, at_most=1_095)
NEAR_KILOMETRES = env.number("NEAR_KILOMETRES", 40, at_least=1, at_most=200)

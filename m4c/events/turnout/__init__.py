"""Turnout: who is asked to an event, what they said, who came because of whom, and what that foretells."""

"""The door: who comes in, on a steward's phone with signal or without, by a host's link, and on paper."""

"""Stories that people tell of themselves: how far they may go, what is found in them, and how they are shown."""

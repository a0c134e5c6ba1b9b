"""Forms of people: the shape of what comes in, and no rules."""

"""Planning an event: the clock, the days near one, rules by which events come back, and what the pages show of it."""

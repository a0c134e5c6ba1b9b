"""Forms of what is on record of power: what one asks and in which shape, and no rules."""

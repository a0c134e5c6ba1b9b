"""A campaign, what it consists of and its case."""

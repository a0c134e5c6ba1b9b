"""Bodies shared by erasures: what is done to people's own rows. They check no right; the operation does."""

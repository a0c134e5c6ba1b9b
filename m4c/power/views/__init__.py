"""The pages of power."""

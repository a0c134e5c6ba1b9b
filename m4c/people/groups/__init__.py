"""A group's own life: how it began and grew, what it did, how it becomes part of another."""

"""A mile wide or an inch deep: how many a group met, and with how many it went on from there."""

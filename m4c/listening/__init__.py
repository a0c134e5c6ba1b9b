"""Conversations: 1-2-1s and house meetings, from arranged to followed up."""

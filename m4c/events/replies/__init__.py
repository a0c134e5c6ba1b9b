"""Replies by the public page of an event: who may still come, and the link by which a reply is changed."""

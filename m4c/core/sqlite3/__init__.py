"""Django's SQLite, which keeps what it worked out about a statement."""

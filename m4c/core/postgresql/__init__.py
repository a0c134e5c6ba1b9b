"""Django's PostgreSQL, which keeps how a statement is answered."""

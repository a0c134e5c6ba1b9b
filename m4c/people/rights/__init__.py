"""What people ask of their own data: by when it is answered, in which steps, by which letters."""

"""Taking people out of the movement's record: whom, which of their fields, and in which kind of file."""

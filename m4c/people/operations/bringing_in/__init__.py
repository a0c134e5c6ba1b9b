"""The bodies of the operations on imports: write the people of a chunk, and take back what an import wrote."""

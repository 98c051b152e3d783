"""The glue between the vade-mecum and MkDocs: the only rooms that know the site generator."""

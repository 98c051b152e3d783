"""From data files to one checked vade-mecum in a language; the waist is ``vademecum``."""

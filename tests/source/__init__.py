"""From files to one checked vade-mecum, and each mistake on the way."""

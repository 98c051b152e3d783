"""From a vade-mecum to HTML and JSON."""

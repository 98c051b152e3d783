"""The vocabulary of the vade-mecum: frozen, typed entries that refuse what they do not know."""

"""What becomes HTML and JSON."""

"""What follows from answers, and whether a tool is sound."""

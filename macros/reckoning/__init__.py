"""What follows from answers: values, checks, and whether a tool is sound."""

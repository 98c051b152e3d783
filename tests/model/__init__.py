"""The vocabulary: what it holds and refuses."""

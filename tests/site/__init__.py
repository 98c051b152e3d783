"""Tests of the built site, read from its files."""

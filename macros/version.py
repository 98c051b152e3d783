"""The version of the vade-mecum."""

__version__ = "0.2.0"

"""The browser code without a browser."""

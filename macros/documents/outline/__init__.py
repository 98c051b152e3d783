"""What a document of a tool says, resolved once from tool and language; writers lay it out, each in its own format."""

"""The documents: a Vademecum goes in, the bytes of a file come out."""

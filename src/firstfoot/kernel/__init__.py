"""The pure core: no framework, plain data in, plain data out."""

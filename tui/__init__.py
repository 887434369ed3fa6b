"""The terminal: commands, screens and the command line."""

"""The command line, run in process with its exit status, output and errors looked at."""

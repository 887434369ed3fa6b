"""What one reading of a document becomes in the tables, written by load, reread and edits alike."""

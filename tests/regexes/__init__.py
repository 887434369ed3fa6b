"""Every regular expression of the project, and how its work grows with the text it is given."""

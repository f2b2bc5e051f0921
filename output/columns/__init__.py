"""The columns of every table, a file for each kind of thing the tables are about."""

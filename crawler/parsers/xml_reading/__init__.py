"""What the readers of all XML formats share: the tree, its text, names, dates, identifiers, statements."""

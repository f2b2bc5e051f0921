"""Reference lists: which elements are their items, and what each item, its markup and its links say."""

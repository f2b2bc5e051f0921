"""Schemas of other publishers and indexes; one file each, with a test for its root and a reader."""

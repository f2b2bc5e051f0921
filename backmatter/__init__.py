"""Backmatter turns journal article pages into clean Parquet tables."""

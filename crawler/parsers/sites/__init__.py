"""One small file per site, discovered by name; a leading underscore marks a family's base."""

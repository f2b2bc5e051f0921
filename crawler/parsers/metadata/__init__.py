"""What the page states for machines: metas, JSON-LD, schema.org markup, links, COinS."""

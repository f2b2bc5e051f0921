"""Who wrote the article, as the page prints it: by-lines, addresses, marks, ORCID links, correspondence."""

"""How the crawler treats hosts: robots.txt, pace, back-off, who it says it is, where it never goes."""

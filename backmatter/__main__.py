"""``python -m backmatter``."""

from backmatter.cli import main

if __name__ == "__main__":
    main()

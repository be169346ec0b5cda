"""``python -m zopa`` is the command line."""

from zopa.cli import main

if __name__ == "__main__":
    main()

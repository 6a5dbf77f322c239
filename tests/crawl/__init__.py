"""Follows every link of a running site and says what is broken: `python -m tests.crawl ADDRESS`."""

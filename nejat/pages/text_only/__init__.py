"""The text-only view of every page; see docs/low-bandwidth.md."""

"""Taking over WordPress archives: the reader (pure), the cleaner (pure), then the importer."""

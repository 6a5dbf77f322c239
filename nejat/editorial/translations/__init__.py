"""Which translations are outdated, and who says that one is still right."""

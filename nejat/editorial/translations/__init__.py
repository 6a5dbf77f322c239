"""Which translations are outdated, and who says that one is still right; which are asked for."""

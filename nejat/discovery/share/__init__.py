"""Pictures that other sites show beside a link to ours: the title, set in its own script."""

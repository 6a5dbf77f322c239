"""Works shown as readers will see them: before saving, and by links for people outside."""

"""What the palette "Go to" of the admin finds on the server: works, by title or number."""

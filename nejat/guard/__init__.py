"""What keeps machines from forms that strangers fill in, without an account or a third party."""

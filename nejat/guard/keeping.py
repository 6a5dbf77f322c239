"""How long rooms keep what strangers left with a form."""

from datetime import timedelta

SENDERS_KEPT = timedelta(days=14)
"""Short, for whoever has the key of the site can find a network to a hash by trying all."""
SPAM_KEPT = timedelta(days=30)

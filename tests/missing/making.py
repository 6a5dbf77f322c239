"""Rows of this room, and what it holds."""

from nejat.missing.models import MissingAddress, Redirect

SENDERS = iter(f"10.{a}.{b}.{c}" for a in range(99) for b in range(99) for c in range(1, 99))


def make_redirect(path: str, target: str) -> Redirect:
    """Return a redirect that was checked and saved as a form would."""
    redirect = Redirect(path=path, target=target)
    redirect.full_clean()
    redirect.save()
    return redirect


def targets() -> dict[str, str]:
    """All redirects: where each address leads."""
    return dict(Redirect.objects.values_list("path", "target"))


def noted() -> dict[str, int]:
    """How often each missing address was asked for."""
    return dict(MissingAddress.objects.values_list("path", "hits"))

"""What the site answers at old addresses."""

from django.test import Client


def leads(client: Client, address: str) -> str:
    """Where an address leads in one hop, once that has answered."""
    answer = client.get(address)
    assert answer.status_code == 301, (address, answer.status_code)
    found = client.get(answer["Location"])
    assert found.getvalue()
    assert found.status_code == 200, answer["Location"]
    return answer["Location"]

"""Parts of addresses."""


class AddressPartConverter:
    """A slug in any script: no slash, no space, no control character."""

    regex = r"[^/\x00-\x20\x7f-\x9f\u2028\u2029]{1,200}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value

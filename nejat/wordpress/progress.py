"""Progress of a long command: a bar on a terminal, plain lines in a pipe."""

from __future__ import annotations

from time import monotonic
from types import TracebackType
from typing import Self, TextIO

from tqdm import tqdm

LINE_EVERY = 1000


class Progress:
    """Counts items that are done with; as a context, it ends the bar."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._count = 0
        self._start = monotonic()
        self._bar = tqdm(unit=" items", file=stream) if stream.isatty() else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.close()

    def step(self) -> None:
        """Count one item."""
        self._count += 1
        if self._bar is not None:
            self._bar.update()
        elif self._count % LINE_EVERY == 0:
            rate = self._count / max(monotonic() - self._start, 0.001)
            self._stream.write(f"{self._count:,} items, {rate:,.0f} a second\n")

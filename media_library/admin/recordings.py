"""The form of a video: its film and its subtitles pass their gates."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile

from media_library.recordings import RefusedRecording, check_subtitles, check_video
from nejat.editorial.admin.stepping import SteppingForm
from nejat.editorial.columns import columns

SUBTITLES = columns("subtitles")


class VideoForm(SteppingForm):
    """What is uploaded is checked; subtitles are stored as clean WebVTT."""

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            _passed(check_video, file)
        return file

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in SUBTITLES:
            file = cleaned.get(name)
            if isinstance(file, UploadedFile):
                self._take_subtitles(name, file)
        return cleaned

    def _take_subtitles(self, name: str, file: UploadedFile) -> None:
        try:
            text = _passed(check_subtitles, file)
        except ValidationError as error:
            self.add_error(name, error)
        else:
            stem = file.name.rpartition(".")[0]
            self.cleaned_data[name] = ContentFile(text.encode(), name=f"{stem}.vtt")


def _passed(gate: Callable[..., Any], file: UploadedFile) -> Any:
    """Return what a gate makes of a file; raise ValidationError with its sentence."""
    try:
        return gate(file, file.name)
    except RefusedRecording as refusal:
        raise ValidationError(str(refusal)) from refusal

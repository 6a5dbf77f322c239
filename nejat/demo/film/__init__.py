"""The one film of the sample content, with its subtitles."""

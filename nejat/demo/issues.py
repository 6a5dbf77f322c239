"""Writing the sample issues of the newsletter and of Pars Brief, with PDFs made of them."""

from articles.models import Article
from media_library.models import ImageAsset
from nejat.demo.sources import Source, files, fill_editions
from nejat.editions.registry import CODES
from publications.making import make_pdf
from publications.models import Entry, Issue


class IssueLoader:
    """Loads issues, whose entries are sample articles or appeared elsewhere."""

    def __init__(self, articles: dict[str, Article], images: dict[str, ImageAsset]) -> None:
        self.articles, self.images = articles, images
        self.issues: list[Issue] = []

    def load(self) -> None:
        """Write the issues of both series."""
        for pattern in ("publications/newsletter-*.toml", "publications/pars-brief-*.toml"):
            self.issues += [self._load_issue(source) for source in files(pattern)]

    def make_pdfs(self) -> None:
        """Set each issue in every edition that it has; raises typesetting.CannotTypeset."""
        for issue in self.issues:
            for code in CODES:
                if issue.get_in("title", code):
                    make_pdf(issue, code)

    def _load_issue(self, source: Source) -> Issue:
        cover = self.images[source["cover"]] if "cover" in source else None
        issue = Issue(series=source["series"], cover=cover)
        fill_editions(issue, source)
        issue.save()
        for position, entry in enumerate(source["entry"], start=1):
            article = self.articles[entry["article"]] if "article" in entry else None
            row = Entry(issue=issue, article=article, position=position)
            fill_editions(row, entry)
            row.save()
        return issue

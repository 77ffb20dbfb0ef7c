"""Hooks of mkdocs (mkdocs.yml): pages that lie outside docs/, and links that lead out of it.

README.md is the site's home, CHANGELOG.md and CONTRIBUTING.md are pages. A source file that a page links to becomes a
page under source/, so that the site needs nothing but itself. Links stay as they are in the files, where editors and
code hosts follow them.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

PROJECT = Path(__file__).resolve().parents[1]
PAGES = {"README.md": "index.md", "CHANGELOG.md": "changelog.md", "CONTRIBUTING.md": "contributing.md"}
ORIGINS = {page: origin for origin, page in PAGES.items()}
LANGUAGES = {".cpp": "cpp", ".hpp": "cpp", ".py": "python", ".toml": "toml"}
# Browsers let no page of a file:// start a worker: with this the search runs in a frame.
WORKER = PROJECT / "web/site/node_modules/iframe-worker/shim/index.js"
LINK = re.compile(r"(?<=\]\()(?!https?:)([^)\s#]+)(?=[)#])")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    if not WORKER.is_file():
        raise PluginError(f"there is no {WORKER.relative_to(PROJECT)}: scripts/setup.sh docs installs it")
    files.append(File.generated(config, "javascripts/iframe-worker.js", content=WORKER.read_text(encoding="utf-8")))
    for origin, page in PAGES.items():
        text = (PROJECT / origin).read_text(encoding="utf-8")
        files.append(File.generated(config, page, content=text))
    for source in sorted({one for file in files.documentation_pages() for one in sources_of(file)}):
        content = f"# {source.rsplit('/', 1)[-1]}\n\n`{source}`\n\n```{LANGUAGES[Path(source).suffix]}\n"
        content += (PROJECT / source).read_text(encoding="utf-8") + "```\n"
        page = File.generated(config, page_of(source), content=content, inclusion=InclusionLevel.NOT_IN_NAV)
        files.append(page)
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    place = page.file.src_uri
    start = posixpath.dirname(place) or "."
    return LINK.sub(lambda link: posixpath.relpath(page_of(target_of(place, link[1])), start), markdown)


def sources_of(file: File) -> list[str]:
    """The files outside docs/ that a page links to and that are no pages."""
    targets = [target_of(file.src_uri, link) for link in LINK.findall(file.content_string)]
    return [target for target in targets if page_of(target).startswith("source/")]


def target_of(page: str, link: str) -> str:
    """Where a link of a page leads to, from the project's folder."""
    origin = ORIGINS.get(page, f"docs/{page}")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(origin), link))
    if not (PROJECT / target).is_file():
        raise PluginError(f"{origin} links to {link}, expected a file: there is no {target}")
    return target


def page_of(target: str) -> str:
    """Where a file of the project is in the site, from the site's folder."""
    if target in PAGES:
        return PAGES[target]
    if target.startswith("docs/"):
        return target.removeprefix("docs/")
    return f"source/{target}.md"

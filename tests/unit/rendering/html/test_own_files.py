"""Templates, style sheets, a logo and a changelog of the user in the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cache import Cache
from generator.config import Config, SettingsError
from generator.diagnostics import Diagnostics
from generator.pipeline import build
from generator.site_files.digests import site_digests
from generator.site_files.logo import check_image
from tests.unit.rendering.html.site_pages import SHOP, Parsed, broken_links, build_site

PNG = b"\x89PNG\r\n\x1a\n rest"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1v1z"/></svg>'


def with_files(directory: Path, **files: str | bytes) -> Path:
    """Write files to the folder `own`; `__` in a name is a dot."""
    folder = directory / "own"
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / name.replace("__", ".")).write_bytes(data)
    return folder


def test_a_style_sheet_is_loaded_after_that_of_the_site(tmp_path: Path) -> None:
    with_files(tmp_path, custom__css=":root { --accent: #a00; }")
    files = build_site(tmp_path, site_files="own")
    assert files["assets/custom.css"] == ":root { --accent: #a00; }"
    for name in ("orders.html", "types/orders.html"):
        links = [link for link in Parsed(files[name]).values("href") if "css" in link]
        assert [link.rpartition("/")[2] for link in links] == ["site.css", "custom.css"]
    assert broken_links(files) == []


def test_without_own_files_nothing_refers_to_them(tmp_path: Path) -> None:
    files = build_site(tmp_path)
    assert "custom.css" not in files["index.html"]
    assert "<img" not in files["index.html"]
    assert "changelog" not in files["index.html"].lower()


def test_a_template_replaces_that_of_the_same_name(tmp_path: Path) -> None:
    text = (
        '<p>Shop Inc. {{ site.title }}</p>{% include "default/site/tail.html.jinja" %}'
    )
    with_files(tmp_path, tail__html__jinja=text)
    files = build_site(tmp_path, site_files="own")
    for name in ("index.html", "orders.html", "types/orders.html"):
        assert "<p>Shop Inc. Shop</p>" in files[name]
        assert "Copy page as Markdown" in files[name]
    # The next site without the folder has the template of the generator.
    assert "Shop Inc." not in build_site(tmp_path)["index.html"]


def test_values_are_escaped_in_own_templates(tmp_path: Path) -> None:
    with_files(
        tmp_path, tail__html__jinja="<p>{{ site.title }}</p></main></div></body></html>"
    )
    document = SHOP.replace("title: Shop", "title: '<b>Shop'")
    assert (
        "<p>&lt;b&gt;Shop</p>"
        in build_site(tmp_path, document, site_files="own")["index.html"]
    )


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("{% if %}", "own/tail.html.jinja:1: Expected an expression"),
        ("\n{{ nothing }}", "own/tail.html.jinja:2: 'nothing' is undefined"),
        ("\n\n{{ site.title | upside }}", "own/tail.html.jinja:3: No filter named"),
        ("{{ 1 / 0 }}", "own/tail.html.jinja:1: division by zero"),
    ],
)
def test_an_error_of_a_template_has_its_place(
    tmp_path: Path, source: str, message: str
) -> None:
    with_files(tmp_path, tail__html__jinja=source)
    with pytest.raises(SettingsError) as failure:
        build_site(tmp_path, site_files="own")
    assert str(failure.value).startswith(message)


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (
            {"cusom__css": ""},
            "the site has no file 'cusom.css'; did you mean 'custom.css'?",
        ),
        ({"minisearch__js": ""}, "the site has no file 'minisearch.js'"),
        ({"logo__png": "text"}, "logo.png is not a png image"),
        ({"logo__png": PNG, "logo__svg": SVG}, "logo.png and logo.svg are both logos"),
        (
            {"logo__svg": "<svg onload='x()'/>"},
            "logo.svg contains the attribute 'onload'",
        ),
        ({"custom__css": b"\xff"}, "custom.css is not UTF-8: invalid byte at 0"),
    ],
)
def test_a_file_that_cannot_be_used_is_an_error(
    tmp_path: Path, files: dict[str, str | bytes], message: str
) -> None:
    with_files(tmp_path, **files)
    with pytest.raises(SettingsError) as failure:
        build_site(tmp_path, site_files="own")
    assert message in str(failure.value)


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="the folder 'own' cannot be read"):
        build_site(tmp_path, site_files="own")


def test_hidden_files_are_ignored(tmp_path: Path) -> None:
    with_files(tmp_path, __DS_Store=b"\0")
    assert "index.html" in build_site(tmp_path, site_files="own")


@pytest.mark.parametrize(
    "content",
    [
        "<svg><script>alert(1)</script></svg>",
        "<svg><foreignObject><p/></foreignObject></svg>",
        '<svg><image href="https://x.example/a.png"/></svg>',
        '<svg><use href="https://x.example/a.svg#b"/></svg>',
        '<svg><a href="javascript:alert(1)"/></svg>',
        '<svg><path OnLoad="alert(1)"/></svg>',
        '<svg><path fill="url(https://x.example)"/></svg>',
        '<svg><style>@import "https://x.example"</style></svg>',
        '<svg><set attributeName="href" to="javascript:alert(1)"/></svg>',
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>',
        '<?xml-stylesheet href="https://x.example"?><svg/>',
        '<html xmlns="http://www.w3.org/1999/xhtml"><script/></html>',
        "<svg>",
    ],
)
def test_images_with_active_content_are_refused(content: str) -> None:
    assert check_image("logo.svg", content.encode())
    assert check_image("logo.svg", SVG) == ""


def logo(directory: Path, url: str) -> tuple[dict[str, bytes], Diagnostics]:
    """Return the files of the site of a document with a logo, and the diagnostics."""
    info = f"title: Shop\n  x-logo: {{url: '{url}', altText: The <shop>}}"
    text = SHOP.replace("title: Shop", info)
    (directory / "api.yaml").write_text(text, encoding="utf-8")
    config = Config(specs=("api.yaml",), directory=directory, docs=("site",))
    diagnostics = Diagnostics()
    return dict(build(config, diagnostics).files), diagnostics


def test_a_logo_beside_the_document_is_copied(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images/brand mark.png").write_bytes(PNG)
    files, diagnostics = logo(tmp_path, "images/brand%20mark.png")
    assert files["docs/site/assets/logo.png"] == PNG
    page = Parsed(files["docs/site/types/orders.html"].decode())
    (image,) = (attrs for tag, attrs in page.elements if tag == "img")
    assert image["src"] == "../assets/logo.png"
    assert image["alt"] == "The <shop>"
    assert not [item for item in diagnostics if item.rule.code == "omitted-logo"]


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://shop.example/logo.png", "it is not a relative path"),
        ("//shop.example/logo.png", "it is not a relative path"),
        ("data:image/png;base64,AA", "it is not a relative path"),
        ("../logo.png", "it is outside of the folder of the document"),
        ("link.png", "it is outside of the folder of the document"),
        ("missing.png", "it cannot be read: No such file"),
        ("api.yaml", "it is not a file of the type svg, png, jpg or webp"),
        ("text.png", "it is not a png image"),
    ],
)
def test_other_logos_are_reported(tmp_path: Path, url: str, reason: str) -> None:
    folder = tmp_path / "api"
    folder.mkdir()
    (tmp_path / "logo.png").write_bytes(PNG)
    (folder / "link.png").symlink_to("../logo.png")
    (folder / "text.png").write_text("text", encoding="utf-8")
    files, diagnostics = logo(folder, url)
    (note,) = (item for item in diagnostics if item.rule.code == "omitted-logo")
    assert reason in note.message
    assert not [name for name in files if "logo" in name]
    assert b"<img" not in files["docs/site/index.html"]


CHANGES = "# Changes\n\n## 2.0.0\n\n### Breaking\n\n- `a` <script>x</script>\n"


def test_the_changelog_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "CHANGES.md").write_text(CHANGES, encoding="utf-8")
    files = build_site(tmp_path, changelog="CHANGES.md")
    page = files["changelog.html"]
    assert "<h1>Changelog</h1>" in page and "Changes</h" not in page
    assert '<h2 class="heading">2.0.0</h2>' in page
    assert '<h3 class="heading">Breaking</h3>' in page
    assert "<script>x" not in page
    assert files["changelog.md"].startswith("# Changes\n")
    assert 'href="changelog.html"' in files["orders.html"]
    assert "changelog.md" in files["llms.txt"]
    assert broken_links(files) == []


def test_a_changelog_that_is_not_written_yet_is_no_page(tmp_path: Path) -> None:
    assert "changelog.html" not in build_site(tmp_path, changelog="CHANGES.md")


def test_a_chapter_called_changelog_keeps_its_page(tmp_path: Path) -> None:
    (tmp_path / "CHANGES.md").write_text(CHANGES, encoding="utf-8")
    document = SHOP.replace("Order book", "Changelog").replace("orders", "changelog")
    files = build_site(
        tmp_path, document.replace("Orders", "Changelog"), changelog="CHANGES.md"
    )
    assert "Update an order" in files["changelog.html"]
    assert "2.0.0" in files["changelog-2.html"]


def test_a_change_of_these_files_is_noticed(tmp_path: Path) -> None:
    folder = with_files(tmp_path, custom__css="a")
    config = Config(
        directory=tmp_path, docs=("site",), site_files="own", changelog="C.md"
    )
    before = site_digests(config)
    (folder / "custom.css").write_text("b", encoding="utf-8")
    changed = site_digests(config)
    (tmp_path / "C.md").write_text("c", encoding="utf-8")
    assert len({str(item) for item in (before, changed, site_digests(config))}) == 3
    assert Cache(config).current() is None

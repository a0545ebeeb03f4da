"""Names of package and client, from titles and from settings."""

from __future__ import annotations

import keyword
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.config import Config, SettingsError
from generator.config.package_names import names_from_title
from generator.emission.paths import is_portable


@pytest.mark.parametrize(
    ("title", "package", "client"),
    [
        ("Pet Store", "pet_store_client", "PetStore"),
        ("The Pet Store API", "pet_store_client", "PetStore"),
        ("OpenAI API", "openai_client", "OpenAI"),
        ("GitHub OAuth API", "github_oauth_client", "GitHubOAuth"),
        ("API", "api_client", "APIClient"),
        ("Swagger Petstore - OpenAPI 3.0", "petstore_3_0_client", "Petstore30"),
        ("2FA Service", "api_2_fa_service_client", "Api2FAService"),
        ("Crème Brûlée", "creme_brulee_client", "CremeBrulee"),
        ("Müller's Store", "mullers_store_client", "MullersStore"),
        ("Müller’s Store", "mullers_store_client", "MullersStore"),
        ("宠物店", "api_client", "Api"),
        ("", "api_client", "Api"),
        ("None", "none_client", "ApiNone"),
        ("True API", "true_client", "ApiTrue"),
        ('"""); import os #', "import_os_client", "ImportOs"),
        ("../../etc", "etc_client", "Etc"),
    ],
)
def test_names_are_derived_from_the_title(
    title: str, package: str, client: str
) -> None:
    assert names_from_title(title) == (package, client)


@settings(deadline=None)
@given(st.one_of(st.text(), st.from_regex(r"[\w \-./]{0,60}")))
@example("None")
@example("class")
@example("3")
@example("_")
@example("x" * 300)
@example("²³ ⅷ")
def test_names_from_a_title_are_always_identifiers(title: str) -> None:
    for name in names_from_title(title):
        assert name.isidentifier() and not keyword.iskeyword(name)
        assert name.isascii() and len(name) < 60
    assert is_portable(f"{names_from_title(title)[0]}/__init__.py")
    Config().with_names(title)


def test_names_in_settings_are_kept() -> None:
    config = Config(package="mine", client="Mine").with_names("Pet Store")
    assert (config.package, config.client) == ("mine", "Mine")


def test_package_is_derived_from_the_client() -> None:
    config = Config(client="OpenAI").with_names("Pet Store")
    assert (config.package, config.client) == ("openai_client", "OpenAI")
    config = Config(package="mine").with_names("Pet Store")
    assert (config.package, config.client) == ("mine", "PetStore")


@pytest.mark.parametrize(
    "name", ["my-client", "3d", "class", "a b", "a.b", "../x", "ﬁ"]
)
@pytest.mark.parametrize("what", ["package", "client"])
def test_invalid_identifier_is_rejected(what: str, name: str) -> None:
    config = Config(package=name) if what == "package" else Config(client=name)
    with pytest.raises(SettingsError) as caught:
        config.with_names("Pet Store")
    assert repr(name) in str(caught.value) and what in str(caught.value)


@pytest.mark.parametrize("name", ["json", "types", "httpx2", "typing_extensions"])
def test_package_that_hides_a_module_is_rejected(name: str) -> None:
    with pytest.raises(
        SettingsError, match=f"a module of that name exists; try {name}_client"
    ):
        Config(package=name).with_names("Pet Store")


@pytest.mark.parametrize(
    "name",
    ["str", "int", "errors", "omit", "httpx2", "NotFoundError", "__all__", "_Acme"],
)
def test_reserved_client_name_is_rejected(name: str) -> None:
    with pytest.raises(SettingsError, match=f"try {name.strip('_')}Client"):
        Config(client=name).with_names("Pet Store")


@pytest.mark.parametrize("title", ["Not Found Error", "Exception", "Key Error"])
def test_reserved_names_are_not_derived_from_titles(title: str) -> None:
    _, client = names_from_title(title)
    assert client == f"{title.replace(' ', '')}Client"


@settings(deadline=None)
@given(st.text(min_size=1))
def test_accepted_name_can_be_imported(name: str) -> None:
    try:
        Config(package=name).with_names("Pet Store")
    except SettingsError:
        return
    assert unicodedata.normalize("NFKC", name) == name
    compile(f"import {name}", "<test>", "exec")

"""Words of names, and their capital letters."""

from __future__ import annotations

import pytest

from generator.lowering.python.identifiers import compound_class_name
from generator.words import capitalize, join_words, separate_mixed, split_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("listFineTuneEvents", "list fine tune events"),
        ("list-fine_tune events", "list fine tune events"),
        ("userURLs", "user urls"),
        ("HTTPServer2", "http server2"),
        ("createOAuthToken", "create oauth token"),
        ("OrgOAuth2", "org oauth2"),
        ("listGitHubApps", "list github apps"),
        ("IPv4Addresses", "ipv4 addresses"),
        ("ownIoTs", "own iots"),
        ("iOSVersion", "ios version"),
        ("OAuthorize", "o authorize"),
        ("studioOS", "studio os"),
    ],
)
def test_words_of_names(text: str, words: str) -> None:
    assert split_words(text) == tuple(words.split())


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("order", "Order"),
        ("oauth", "OAuth"),
        ("oauth2", "OAuth2"),
        ("oauth22", "Oauth22"),
        ("ios", "IOS"),
        ("", ""),
    ],
)
def test_words_with_capitals(word: str, name: str) -> None:
    assert capitalize(word) == name


def test_classes_of_inline_schemas_keep_capitals() -> None:
    assert (
        compound_class_name(("User", "gitHubOAuth2", "item")) == "UserGitHubOAuth2Item"
    )


def test_texts_of_words_keep_capitals() -> None:
    assert join_words(("github", "push", "request")) == "GitHub push request"
    assert join_words(("list", "oauth", "tokens")) == "List OAuth tokens"
    assert join_words(()) == ""


def test_ids_that_are_not_recorded_separate_mixed_words() -> None:
    assert separate_mixed("get /GitHub/iOSDevices") == "get /Git_Hub/i_OSDevices"
    assert split_words(separate_mixed("OAuth2")) == ("o", "auth2")

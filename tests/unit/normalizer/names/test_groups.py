"""Names in namespaces, which tags with dots declare."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.normalizer.names.apis import names, operation

OTHERS = {"GET /songs": "media.songs", "GET /films": "media.films"}
CALLS = {
    ("GET /songs/{id}", "songs_get", "media.songs"): "media.songs.get",
    ("GET /v1/songs/{id}", "songs_get_v1", "media.songs"): "media.songs.get",
    ("GET /songs/{id}/takes", "songs_list_takes", "media.songs"): (
        "media.songs.list_takes"
    ),
    ("GET /songs/{id}", "song_get", "media.songs"): "media.songs.get",
    ("POST /songs", "songs_api_routes_upload_song", "media.songs"): (
        "media.songs.upload"
    ),
    ("POST /v1/songs/{id}/plays", "audio_api_v1_songs_start", "media.songs"): (
        "media.songs.start"
    ),
    ("GET /songs/{id}", "get_song", "media.songs"): "media.songs.get",
    ("GET /songs/{id}", "song", "media.songs"): "media.songs.retrieve",
    ("POST /songs", "create_song", "media.songs"): "media.songs.create",
    ("POST /songs/{id}/play", "play_song", "media.songs"): "media.songs.play",
    ("POST /songs/play", "batch_play_songs", "media.songs"): "media.songs.batch_play",
    ("GET /songs/{id}/history", "get_song_history", "media.songs"): (
        "media.songs.get_song_history"
    ),
    ("GET /songs/{id}/takes/{take}", "get_song_take", "media.songs"): (
        "media.songs.get_song_take"
    ),
    ("GET /songs/{id}/takes/{take}", "song_take", "media.songs"): (
        "media.songs.takes.retrieve"
    ),
    ("GET /shop/songs", "get_songs", "shop.songs"): "shop.songs.get",
    ("POST /shop/offers", "register_offer", "shop.prices"): (
        "shop.prices.register_offer"
    ),
    ("POST /shop/offers", "offers", "shop.prices"): "shop.offers.create",
    ("GET /v1/songs/{id}/imports", "get_song_import_tasks", "media.songs"): (
        "media.songs.get_song_import_tasks"
    ),
}


@pytest.mark.parametrize(("line", "id", "tag"), CALLS)
def test_tags_with_dots_are_resources(line: str, id: str, tag: str) -> None:
    operations = [
        replace(operation(line, id=id), tags=(tag,)),
        *(replace(operation(key), tags=(tag,)) for key, tag in OTHERS.items()),
    ]
    assert names(operations)[0] == CALLS[line, id, tag]


@pytest.mark.parametrize("tags", [(), ("Media",), ("v1.0 songs",), ("media..x",)])
def test_other_tags_are_no_namespaces(tags: tuple[str, ...]) -> None:
    operations = [
        replace(operation("GET /songs/{id}", id="songs_get"), tags=("media.songs",)),
        replace(operation("GET /films/{id}", id="films_get"), tags=("media.films",)),
        replace(operation("GET /books/{id}", id="books_get"), tags=tags),
    ]
    assert names(operations)[0] == "songs.retrieve"


DECLARED = {
    (("media", "songs"), "play"): "media.songs.play",
    (("mediaSongs",), "playNow"): "media_songs.play_now",
    (("songs",), ""): "songs.create",
    (("films",), ""): "films.upload_song",
    ((), "play"): "songs.play",
    (("!",), "?"): "songs.create",
}


@pytest.mark.parametrize(("group", "method"), DECLARED)
def test_extensions_name_calls(group: tuple[str, ...], method: str) -> None:
    plain = operation("POST /songs", "client.songs.make()", id="upload_song")
    sample = replace(plain, group=group, method_name=method)
    without = replace(sample, samples=())
    assert names([without]) == [DECLARED[group, method]]
    has_both = bool(group and method and group != ("!",))
    assert names([sample]) == [DECLARED[group, method] if has_both else "songs.make"]


def test_settings_take_precedence_over_extensions() -> None:
    declared = replace(operation("POST /songs"), group=("a",), method_name="b")
    assert names([declared], {"POST /songs": "c.d"}) == ["c.d"]


def test_equal_declared_names_are_disambiguated() -> None:
    first = replace(operation("POST /songs"), group=("a",), method_name="b")
    second = replace(operation("POST /films"), group=("a",), method_name="b")
    assert len(set(names([first, second]))) == 2

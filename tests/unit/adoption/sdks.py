"""Small SDKs of the same API in the layouts of several generators."""

from __future__ import annotations

from pathlib import Path

STAINLESS = {
    "__init__.py": "raise RuntimeError('this package must not be imported')\n",
    "_client.py": """
from functools import cached_property
from .resources.shop import Shop, AsyncShop

class Acme:
    api_key: str

    @cached_property
    def shop(self) -> "Shop":
        from .resources.shop import Shop
        return Shop(self)

    @cached_property
    def with_raw_response(self) -> "AcmeWithRawResponse":
        return AcmeWithRawResponse(self)

class AsyncAcme:
    @cached_property
    def shop(self) -> AsyncShop:
        return AsyncShop(self)

class AcmeWithRawResponse:
    _client: Acme

    def __init__(self, client: Acme) -> None:
        self._client = client
""",
    "resources/__init__.py": "from .shop import Shop\n",
    "resources/shop/__init__.py": "from .shop import Shop as Shop, AsyncShop as AsyncShop\n",
    "resources/shop/shop.py": """
from typing_extensions import deprecated
from .lines import Lines

class Shop(SyncAPIResource):
    @cached_property
    def lines(self) -> Lines:
        return Lines(self._client)

    def place(self, *, item: str) -> Purchase:
        return self._post("/orders", body={"item": item}, cast_to=Purchase)

    def find(self, order_id: str) -> Purchase:
        if not order_id:
            raise ValueError("empty")
        return self._get(path_template("/orders/{order_id}", order_id=order_id))

    def all(self) -> SyncPage[Purchase]:
        return self._get_api_list("/orders", page=SyncPage[Purchase], model=Purchase)

    @deprecated("use find")
    def show(self, order_id: str) -> Purchase:
        return self._get(f"/orders/{order_id}")

    def place_and_poll(self, *, item: str) -> Purchase:
        return self.poll(self.place(item=item).id)

class AsyncShop(AsyncAPIResource):
    async def place(self, *, item: str) -> Purchase:
        return await self._post("/orders", body={"item": item})
""",
    "resources/shop/lines.py": """
class Lines(SyncAPIResource):
    def list(self, order_id: str) -> LineList:
        return self._get(f"/orders/{order_id}/lines")
""",
}
FERN = {
    "__init__.py": "",
    "base_client.py": """
import typing
if typing.TYPE_CHECKING:
    from .shop.client import ShopClient

class Acme:
    def __init__(self, *, token: str):
        self._shop: typing.Optional[ShopClient] = None

    @property
    def shop(self):
        if self._shop is None:
            from .shop.client import ShopClient  # noqa: E402
            self._shop = ShopClient(client_wrapper=self._client_wrapper)
        return self._shop
""",
    "shop/__init__.py": "",
    "shop/client.py": """
from .lines.client import LinesClient
from .raw_client import RawShopClient

class ShopClient:
    def __init__(self, *, client_wrapper):
        self._raw_client = RawShopClient(client_wrapper=client_wrapper)
        self.lines = LinesClient(client_wrapper=client_wrapper)

    @property
    def with_raw_response(self) -> RawShopClient:
        return self._raw_client

    def place(self, *, item: str) -> Purchase:
        _response = self._raw_client.place(item=item)
        return _response.data

    def find(self, order_id: str) -> Purchase:
        return self._raw_client.find(order_id).data

    def all(self) -> SyncPager[Purchase]:
        return self._raw_client.all()
""",
    "shop/raw_client.py": """
class RawShopClient:
    def place(self, *, item: str):
        _response = self._client_wrapper.httpx_client.request("orders", method="POST")

    def find(self, order_id: str):
        _response = self._client_wrapper.httpx_client.request(
            f"orders/{encode_path_param(order_id)}", method="GET"
        )

    def all(self):
        _response = self._client_wrapper.httpx_client.request("orders", method="GET")
""",
    "shop/lines/__init__.py": "",
    "shop/lines/client.py": """
class LinesClient:
    def list(self, order_id: str) -> LineList:
        _response = self._client_wrapper.httpx_client.request(
            f"orders/{jsonable(order_id)}/lines", method="GET"
        )
""",
}
SPEAKEASY = {
    "__init__.py": "from .sdk import Acme\n",
    "sdk.py": """
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from vendor.acme.shop import Shop

class Acme(BaseSDK):
    shop: "Shop"
    _sub_sdk_map = {"shop": ("vendor.acme.shop", "Shop")}
""",
    "shop.py": """
from vendor.acme.lines import Lines

class Shop(BaseSDK):
    lines: Lines

    def __init__(self, config):
        self._init_sdks()

    def _init_sdks(self):
        self.lines = Lines(self.sdk_configuration)

    def place(self, *, item: str) -> models.Purchase:
        req = self._build_request(method="POST", path="/orders", base_url=base_url)

    async def place_async(self, *, item: str) -> models.Purchase:
        req = self._build_request_async(method="POST", path="/orders")

    def find(self, *, order_id: str) -> models.Purchase:
        req = self._build_request(method="GET", path="/orders/{order_id}")

    def all(self) -> models.PurchaseList:
        req = self._build_request(method="GET", path="/orders")
""",
    "lines.py": """
class Lines(BaseSDK):
    def list(self, *, order_id: str) -> models.LineList:
        req = self._build_request(method="GET", path="/orders/{order_id}/lines")
""",
}
OPENAPI_GENERATOR = {
    "__init__.py": "from acme.api.shop_api import ShopApi\n",
    "api_client.py": "class ApiClient:\n    pass\n",
    "api/__init__.py": "",
    "api/shop_api.py": """
from acme.api_client import ApiClient

class ShopApi:
    def __init__(self, api_client=None) -> None:
        self.api_client = ApiClient.get_default()

    def place(self, order) -> Purchase:
        _param = self._place_serialize(order=order)
        return self.api_client.call_api(*_param)

    def place_with_http_info(self, order) -> ApiResponse[Purchase]:
        _param = self._place_serialize(order=order)

    def place_without_preload_content(self, order):
        _param = self._place_serialize(order=order)

    def _place_serialize(self, order):
        return self.api_client.param_serialize(method='POST', resource_path='/orders')

    def find(self, order_id) -> Purchase:
        _param = self._find_serialize(order_id=order_id)

    def _find_serialize(self, order_id):
        return self.api_client.param_serialize(
            method='GET', resource_path='/orders/{order_id}'
        )

    def all(self) -> PurchaseList:
        _param = self._all_serialize()

    def _all_serialize(self):
        return self.api_client.param_serialize(method='GET', resource_path='/orders')
""",
    "api/lines_api.py": """
class LinesApi:
    def list(self, order_id) -> LineList:
        _param = self._list_serialize(order_id=order_id)

    def _list_serialize(self, order_id):
        return self.api_client.param_serialize(
            method='GET', resource_path='/orders/{order_id}/lines'
        )
""",
}


def _functions(method: str, url: str) -> str:
    return f"""
def _get_kwargs(order_id):
    _kwargs = {{"method": "{method}", "url": {url}}}
    return _kwargs

def sync(order_id, *, client) -> Purchase:
    return sync_detailed(order_id, client=client).parsed
"""


OPENAPI_PYTHON_CLIENT = {
    "__init__.py": "",
    "client.py": "class Client:\n    base_url: str\n",
    "api/__init__.py": "",
    "api/shop/__init__.py": "",
    "api/shop/place.py": _functions("post", '"/orders"'),
    "api/shop/all_.py": _functions("get", '"/orders"'),
    "api/shop/find.py": _functions(
        "get", '"/orders/{order_id}".format(order_id=quote(str(order_id)))'
    ),
    "api/lines/__init__.py": "",
    "api/lines/list_.py": _functions("get", 'f"/orders/{quote(order_id)}/lines"'),
}


def write_sdk(folder: Path, files: dict[str, str]) -> Path:
    """Write the package `acme` and return its directory."""
    package = folder / "acme"
    for name, text in files.items():
        path = package / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return package

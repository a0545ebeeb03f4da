"""Tests of the imports in code samples."""

from __future__ import annotations

import ast

import pytest

from generator.lowering.reference.samples import replace_imports, used_conveniences
from generator.python.features import Convenience

RAW, CALLS = Convenience.RAW_RESPONSES, Convenience.UNTYPED_CALLS


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("c = Acme()\nc.a.with_raw_response.b()", {RAW}),
        ("c = Acme()\nwith c.with_streaming_response.a.b() as r: pass", {RAW}),
        ("c = Acme()\nc.get('/a', cast_to=dict)", {CALLS}),
        ("with Acme() as c:\n    c.delete('/a')", {CALLS}),
        ("async def f():\n    async with Acme() as c:\n        c.post('/a')", {CALLS}),
        ("c = Acme()\nx = c.a.get()\nx.get('key')", set()),
        ("c = Acme()\nc.a.b(with_raw_response='get')", set()),
        ("c.get('/a')\nc.a.with_raw_response.b()", set()),
    ],
)
def test_parts_that_samples_use(code: str, expected: set[Convenience]) -> None:
    assert used_conveniences(f"from acme import Acme\n{code}\n") == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (
            "from acme import Acme\n\nclient = Acme()\nclient.a.b(text='Acme')\n",
            "from shop import Shop\n\nclient = Shop()\nclient.a.b(text='Acme')",
        ),
        (
            "from acme import AsyncAcme as A, Acme\nc = Acme(x=Acme)",
            "from shop import AsyncAcme as A, Shop\nc = Shop(x=Shop)",
        ),
        (
            "import base64\nfrom acme import AsyncAcme\nasync with AsyncAcme() as c: pass",
            "import base64\nfrom shop import AsyncShop\nasync with AsyncShop() as c: pass",
        ),
        (
            "from acme.types import Acmes\nfrom  acme  import Acme; 'é'; c = Acme()",
            "from shop.types import Acmes\nfrom  shop  import Shop; 'é'; c = Shop()",
        ),
        (
            "from acme import Acme\nfrom acme.types.jobs import Job\nc = Acme(); Job()",
            "from shop import Shop\nfrom shop.types.jobs import Job\nc = Shop(); Job()",
        ),
        ("import acme\nacme.a.b()", ""),
        ("from acme import Acme\nAcme(", ""),
        ("from a import A\nfrom b import B\nA(); B()", ""),
        ("client.files.list()", ""),
    ],
)
def test_imports_are_replaced(code: str, expected: str) -> None:
    result = replace_imports(code, "shop", "Shop")
    assert result == expected
    ast.parse(result)

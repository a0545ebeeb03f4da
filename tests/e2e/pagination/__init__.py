"""Lists that go on: what a generated client does with each kind of them."""

"""Little documents of every flavour that people publish, each generated from and used."""

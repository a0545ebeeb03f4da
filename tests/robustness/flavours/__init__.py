"""Small documents in the styles of published documents, generated and used."""

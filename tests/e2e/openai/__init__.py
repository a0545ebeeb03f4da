"""Tests of clients that are generated from the documents of OpenAI."""

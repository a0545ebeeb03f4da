"""Resources of OpenAI API."""

"""The resources of OpenAI assistants."""

"""What is promised of OpenAI's whole document."""

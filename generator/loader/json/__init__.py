"""JSON: text to plain values, with positions and errors."""

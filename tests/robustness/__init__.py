"""Documents that exhaust readers: time and memory must grow with their size, no faster."""

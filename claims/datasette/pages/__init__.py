"""The pages, a module each: an address and its parameters become data, shown as HTML or as JSON."""

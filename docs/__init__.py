"""The documentation: pages, and the program that puts into them what the program prints."""

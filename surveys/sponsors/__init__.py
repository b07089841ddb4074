"""Outside bodies that may ask residents, and since when."""

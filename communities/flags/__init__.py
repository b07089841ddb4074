"""Reports of a post as raised (通報), until somebody has looked."""

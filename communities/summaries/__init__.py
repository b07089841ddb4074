"""What a discussion came to (発言のまとめ), with the posts it rests on."""

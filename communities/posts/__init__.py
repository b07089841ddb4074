"""What people say: threads, posts, replies."""

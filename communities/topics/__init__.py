"""What a facilitator does with topics: close, reopen, pin, move, split; the words in them stay."""

"""What is asked, of whom, on whose responsibility: from plan to published result."""

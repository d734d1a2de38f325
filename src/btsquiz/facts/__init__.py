"""Facts: what a page of captions or stories says, and what the reviewed fact sheets say of it."""

"""Memory, pure: how an answer is rated, how a point's records fold into its card, and what to ask tonight."""

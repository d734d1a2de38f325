"""Commands."""


def main() -> int:
    """Runs btsquiz."""
    return 0

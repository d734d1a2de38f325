"""Runs btsquiz as `python -m btsquiz`."""

from btsquiz.cli import main

raise SystemExit(main())

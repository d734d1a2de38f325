from __future__ import annotations

from hypothesis import HealthCheck, settings

# A busy machine is no reason to fail: what must be quick is timed by a test of its own.
settings.register_profile("btsquiz", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("btsquiz")

"""When something is due: working days by the State Council's notices, periods, suspensions.

Here live the calendar's rules and nothing that knows an item or a case. The years' dates are data
(`resources/calendar`), read by a service. `BEIJING` is the only time zone the program knows.
"""

from __future__ import annotations

from datetime import timedelta, timezone

BEIJING = timezone(timedelta(hours=8), "UTC+08:00")

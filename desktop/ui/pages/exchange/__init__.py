"""联网: what waits for the hub and why, bundles, halls and devices, coming into a hub.

`rounds` is the quiet work beside the counter; `page` holds the tabs, and in their place the form
of a station that is in no hub yet.
"""

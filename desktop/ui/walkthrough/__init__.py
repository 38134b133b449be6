"""One working day through the real windows: the story, the hands that type, the pictures.

Sample people are invented. Nothing here is needed to work at a counter.
"""

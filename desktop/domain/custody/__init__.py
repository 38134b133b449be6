"""Custody: every original and every result paper is a piece (件) that somebody answers for.

Here live the moves of a piece, what a sealed bag holds and what may go into it, the count of an
opened parcel, 错寄 as an act, and the alarm for what did not come home. Steps of the parcels
themselves belong to `desktop.domain.courier`.
"""

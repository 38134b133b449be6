"""Papers of custody: what the count of a parcel found, 错寄 and what the person is told of it."""

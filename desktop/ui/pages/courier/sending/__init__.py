"""A parcel made or corrected: the form, both ends with the address book, what goes in."""

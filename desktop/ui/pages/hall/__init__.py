"""大厅: how the screen looks, for everybody; station, clerks and authorities for supervisors."""

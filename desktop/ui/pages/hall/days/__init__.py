"""日历: the years and their days, a year proposed and published, how the hall counts."""

"""复核·督办: what asks for a look, what was looked at, whose hands hold which draft."""

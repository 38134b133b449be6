"""复核·督办: what asks for a supervisor's look afterwards, and who a case or a draft is given to."""

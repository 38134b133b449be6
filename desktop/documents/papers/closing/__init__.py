"""日结单 and 交班单: papers of the office's own, without anything personal."""

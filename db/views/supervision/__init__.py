"""What a supervisor asks for."""

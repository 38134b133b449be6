"""证照: what enters the register and ends there, and whose renewal is due."""

"""事项: what is in force, what each item asks, and packs on their way into force."""

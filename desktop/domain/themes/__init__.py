"""一件事/主题: several items told, accepted and delivered once; what that saves."""

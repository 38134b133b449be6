"""The moves of a case after acceptance as forms: each is data (`spec`), one widget shows them all."""

"""Storage: one encrypted SQLite file behind `db.store.open_store`, the one door.

Three kinds of table live here and no fourth: the journal (append-only, the truth), projections
(pure folds of one entity's entries, rebuilt from the journal at any time) and local ones
(drafts, keys, credentials, what the hub confirmed). Implements `desktop.services.ports`; knows
no screen, no paper and no network.
"""

"""Numbered SQL files; `store.migrate` applies those that a ledger has not seen yet."""

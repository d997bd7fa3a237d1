"""Reads, checks, measures and converts the claims corpus (`corpus/`)."""

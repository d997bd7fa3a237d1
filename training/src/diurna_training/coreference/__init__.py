"""How well chains are found: the measures of CoNLL, and rules as a baseline for the network."""

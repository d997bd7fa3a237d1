"""From a stretch of tokens with a known shape to what its words mean; an empty list says "no time after all".

Every builder takes the lexed reading and a half-open token span and returns the expressions in it, in text order.
"""

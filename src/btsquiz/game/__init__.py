"""The rules, pure: formats, the deal, the match, judging and scoring.

`deal` draws everything a match will need; `step` takes one state and one command to the next state; `legal`
says which commands a seat may give. Nothing here reads a clock, a file or chance: time comes in as
milliseconds, chance as a seed, so the same deal and the same commands are the same match.
"""

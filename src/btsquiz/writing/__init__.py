"""Facts to questions: a template family a module, each with one function `write`.

A family takes what it needs of the facts and the films and yields questions; `writer` calls them all and
puts what they wrote in order.
"""

# What one thread does in a second.
kinds = (ints, floats, fib, objects, containers, strings, pi, sort)
work = dict((kind.__name__, kind) for kind in kinds)[parameters["work"]]
work()
began = now()
n = repeat(work)(began + seconds)
report("rate", [n / (now() - began)])

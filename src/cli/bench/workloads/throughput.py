# N threads that compute and share nothing.
work = {"pi": pi, "objects": objects, "sort": sort}[parameters["work"]]
work()
done, took = together([repeat(work)] * int(parameters["threads"]))
report("rate", [sum(done) / took])

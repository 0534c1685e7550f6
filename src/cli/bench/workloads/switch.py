# N threads compute, and the main thread sleeps 2 ms again and again: how much is done, how evenly, and how late the main thread is.
NAP = 0.002

crew = Crew([spin] * int(parameters["threads"]))
late = []
crew.start(seconds)
t = now()
while True:
    time.sleep(NAP)
    woken = now()
    late.append(max(0.0, woken - t - NAP))
    t = woken
    if t >= crew.until:
        break
crew.join()
report("work", [sum(crew.results) / crew.took])
report("evenness", [100.0 * min(crew.results) / max(crew.results)])
report("late", late)

# Callbacks see collections that start by themselves.
import gc
phases = []
gc.set_threshold(100, 10, 10)
gc.callbacks.append(lambda phase, info: phases.append((phase, info['generation'])))
held = [[] for _ in range(5000)]
gc.callbacks.clear()
print(len(phases) > 4, phases[0] == ('start', phases[0][1]), phases[1][0])
print(all(a[0] == 'start' and b == ('stop', a[1]) for a, b in zip(phases[::2], phases[1::2])))
print(0 in {g for _, g in phases})

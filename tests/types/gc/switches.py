# enable, disable, isenabled, thresholds, debug flags.
import gc
print(gc.isenabled())
print(gc.disable(), gc.isenabled())
print(gc.enable(), gc.isenabled())
gc.set_threshold(100)
print(gc.get_threshold()[0])
gc.set_threshold(5, 6)
print(gc.get_threshold()[:2])
gc.set_threshold(7, 8, 9)
print(gc.get_threshold())
gc.set_threshold(0)
print(gc.get_threshold()[0])
print(gc.get_debug())
gc.set_debug(gc.DEBUG_SAVEALL)
print(gc.get_debug() == gc.DEBUG_SAVEALL)
gc.set_debug(0)
print(gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK)
print(gc.garbage, gc.callbacks)
for call in ('gc.collect(3)', 'gc.collect(-1)', 'gc.get_objects(3)', 'gc.get_objects(-2)',
             'gc.collect("x")', 'gc.get_objects("x")', 'gc.set_debug(1.5)', 'gc.set_threshold("x")'):
    try:
        print(eval(call))
    except (TypeError, ValueError) as e:
        print(call, type(e).__name__, e)

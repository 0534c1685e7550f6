# Every built-in function and type has a docstring
import builtins
for name in sorted(vars(builtins)):
    thing = getattr(builtins, name)
    if name in ("exit", "quit", "ExceptionGroup") or name.startswith("_") or not callable(thing):
        continue
    if not (thing.__doc__ or "").strip():
        print(name)
print("end")

# Users and groups have numbers that the system can have.
import subprocess

for name in ("user", "group"):
    for number in (-1, 1 << 32, 1 << 64):
        try:
            subprocess.call(["true"], **{name: number})
        except (ValueError, OverflowError) as e:
            print(name, type(e).__name__, e)
for number in (-1, 1 << 32, 1 << 64):
    try:
        subprocess.call(["true"], extra_groups=[number])
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)

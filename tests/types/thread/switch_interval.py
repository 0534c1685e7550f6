# `sys.setswitchinterval`
import sys

print(sys.getswitchinterval())
if not isinstance(sys.getswitchinterval(), float):
    print('no float')
for bad in (0, -1, 'x'):
    try:
        sys.setswitchinterval(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
sys.setswitchinterval(0.005)
print(sys.getswitchinterval())

# exit: 0
# raise SystemExit without an argument is a success.
class Exit(SystemExit):
    pass


print('before')
try:
    raise Exit
except Exception:
    print('never')
print('never')

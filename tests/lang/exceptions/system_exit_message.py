# exit: 1
# A SystemExit with an object prints it to standard error and exits with 1.
print('before')


def f():
    raise SystemExit('the message')


try:
    f()
finally:
    print('cleanup')

# exit: 1
# UnboundLocalError names the variable.
count = 0


def increment():
    count += 1


increment()

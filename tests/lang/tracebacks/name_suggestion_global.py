# exit: 1
# NameError suggests a similar global.
configuration = {'debug': True}


def read():
    return confguration['debug']


read()

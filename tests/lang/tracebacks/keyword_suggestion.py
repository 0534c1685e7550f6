# exit: 1
# TypeError for an unexpected keyword suggests a parameter.
def connect(host, port=80, timeout=None):
    return host


connect('h', timout=5)

# exit: 1
# A module that does not exist.
def load():
    import surely_not_a_module


load()

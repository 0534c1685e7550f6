# exit: 1
# NameError suggests a similar local name.
def area(width, height):
    result = width * height
    return resutl


area(2, 3)

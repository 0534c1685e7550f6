# exit: 1
# An exception raised while another one was handled.
def parse(text):
    try:
        return int(text)
    except ValueError:
        return {}[text]


parse('not a number')

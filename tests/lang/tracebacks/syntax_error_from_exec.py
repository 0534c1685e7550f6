# exit: 1
# A SyntaxError of exec is printed with the text of the string.
source = 'a = 1\nb = = 2\n'


def run():
    exec(source)


run()

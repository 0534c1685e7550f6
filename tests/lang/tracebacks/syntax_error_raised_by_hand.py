# exit: 1
# A SyntaxError made by hand prints its details.
raise SyntaxError('made up', ('file.cfg', 3, 7, 'key = = value\n', 3, 10))

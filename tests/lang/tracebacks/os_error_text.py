# exit: 1
# OSError prints errno and text.
raise FileNotFoundError(2, 'No such file or directory', 'data.txt')

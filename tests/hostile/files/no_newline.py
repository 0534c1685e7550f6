# A file without a newline at its end
# any
if True:
    x = 1
# exit: 1
# TabError for inconsistent indentation.
if True:
        x = 1
	y = 2

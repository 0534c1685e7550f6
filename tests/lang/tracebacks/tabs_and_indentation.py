# exit: 1
# The source line is printed without its indentation.
def f(a):
	if a:
		while True:
			return a	+	[1][a]


f(5)

# Quadratic searches in long strings
# interrupt
text = "a" * 2000000
while True:
    text.find("a" * 1000 + "b")
    text.count("a" * 1000 + "b")

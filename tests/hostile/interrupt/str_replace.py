# Replacement, splitting and joining of long strings
# interrupt
text = "ab" * 500000
while True:
    ",".join(text.replace("a", "bb").split("b"))

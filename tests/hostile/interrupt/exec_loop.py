# An endless loop in executed text
# interrupt
exec("while True: pass")
